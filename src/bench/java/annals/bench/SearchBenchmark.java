package annals.bench;

import annals.browser.Chromium;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds generated archives and holds their search against grep, in headless Chromium over loopback
 * with gzip: which reports are found, what is loaded, how long it takes, as tables in Markdown.
 *
 * <pre>SearchBenchmark [--queries N] [--folder DIR] REPORTS…</pre>
 *
 * Runs from the project's root. Queries are drawn with a fixed seed, as many of each kind. {@code
 * --folder} is where archives are made and kept and sites are built (default: below {@code
 * target/}).
 */
public final class SearchBenchmark {
  private static final int SEED = 1;

  private final Path folder;
  private final int queries;
  private final PrintStream out;

  private SearchBenchmark(Path folder, int queries, PrintStream out) {
    this.folder = folder;
    this.queries = queries;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    Path folder = Path.of("target", "bench");
    int queries = 250;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--queries" -> queries = Integer.parseInt(arguments[++i]);
        case "--folder" -> folder = Path.of(arguments[++i]);
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SearchBenchmark benchmark = new SearchBenchmark(folder, queries, out);
    for (int reports : sizes) {
      benchmark.run(reports);
    }
  }

  private void run(int reports) throws IOException, InterruptedException {
    Path archive = folder.resolve("archive-" + reports);
    CorpusGenerator generator = new CorpusGenerator(SEED);
    if (!Files.exists(archive)) {
      generator.write(archive, reports);
    }
    Path site = folder.resolve("searched-" + reports).toAbsolutePath();
    MeasuredRun build =
        MeasuredRun.of(
            List.of(
                "./annals", "build", "--source", archive.toString(), "--output", site.toString()));
    out.printf("%n### %d reports%n%n", reports);
    printIndex(archive, site, build);

    List<ReportTexts.Report> texts = ReportTexts.read(archive, site);
    GrepTruth grep = new GrepTruth(texts);
    List<Query> drawn =
        new QuerySampler(texts, generator.vocabulary(), new Random(SEED)).draw(queries);
    Map<Query, Set<String>> truth = new HashMap<>();
    drawn.forEach(query -> truth.put(query, grep.find(query)));
    List<Query> shuffled = new ArrayList<>(drawn);
    Collections.shuffle(shuffled, new Random(SEED));

    SearchTables tables = new SearchTables(out, drawn);
    try (Chromium chromium = Chromium.launch(Chromium.executable().orElseThrow());
        CountingServer server = new CountingServer(site)) {
      AnnalsRun run = new AnnalsRun(chromium, server);
      AnnalsRun.Cold cold = run.cold(shuffled);
      Map<Query, Loaded> warm = run.warm(shuffled);
      tables.bytes("Annals", cold.first(), cold.second(), warm);
      tables.times("Annals", cold.first(), cold.second(), warm);
      tables.typing(new TypingRun(chromium, server).type(shuffled));
      Map<Query, Found> found = run.complete(shuffled, texts.size(), truth::get);
      tables.found("Annals", found);
      out.println();
      tables.wrong(found);
    }
  }

  private void printIndex(Path archive, Path site, MeasuredRun build) throws IOException {
    List<Path> index = files(site.resolve("search/index"));
    long bytes = size(index);
    long source =
        size(
            files(archive.resolve("content")).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList());
    out.println("| index | bytes | of the Markdown's | files | build s | peak MiB |");
    out.println("|---|--:|--:|--:|--:|--:|");
    out.printf(
        Locale.ROOT,
        "| Annals | %,d | %.3f | %d | %.1f | %d |%n%n",
        bytes,
        (double) bytes / source,
        index.size(),
        build.seconds(),
        build.peakBytes() >> 20);
    out.println(build.lastLine());
  }

  private static long size(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
