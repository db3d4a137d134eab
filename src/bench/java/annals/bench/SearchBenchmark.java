package annals.bench;

import annals.browser.Chromium;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Builds generated archives and holds their search against grep, in headless Chromium over loopback
 * with gzip: which reports are found, what is loaded, how long it takes, as tables in Markdown.
 *
 * <pre>SearchBenchmark [--typing] [--pagefind] [--file] [--queries N] [--folder DIR] REPORTS…</pre>
 *
 * Runs from the project's root. Queries are drawn with a fixed seed, as many of each kind. With
 * {@code --pagefind} Pagefind (from npm) is given the same pages and queries right after, with {@code
 * --file} the site is also asked where it lies, without a server; with {@code --typing} nothing but the time from the last key to the first hit is measured. {@code --folder} is where archives are made and kept and sites are built (default: below {@code
 * target/}).
 */
public final class SearchBenchmark {
  /** More results than there are reports. */
  private static final int ALL = 1_000_000;

  private final Path folder;
  private final int queries;
  private final boolean pagefind;
  private final boolean file;
  private final boolean typing;
  private final PrintStream out;

  private SearchBenchmark(Path folder, int queries, boolean pagefind, boolean file, boolean typing, PrintStream out) {
    this.folder = folder;
    this.queries = queries;
    this.pagefind = pagefind;
    this.file = file;
    this.typing = typing;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    Path folder = Path.of("target", "bench");
    int queries = 250;
    boolean pagefind = false;
    boolean file = false;
    boolean typing = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--pagefind" -> pagefind = true;
        case "--file" -> file = true;
        case "--typing" -> typing = true;
        case "--queries" -> queries = Integer.parseInt(arguments[++i]);
        case "--folder" -> folder = Path.of(arguments[++i]);
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SearchBenchmark benchmark = new SearchBenchmark(folder, queries, pagefind, file, typing, out);
    for (int reports : sizes) {
      benchmark.run(reports);
    }
  }

  private void run(int reports) throws IOException, InterruptedException {
    GeneratedArchive archive = GeneratedArchive.in(folder, reports);
    MeasuredRun build = archive.build();
    out.printf("%n### %d reports%n%n%s%n%n%s%n", reports, build.lastLine(), machine());
    printIndex("Annals, whole build", Folders.files(archive.site().resolve("search/index")), archive, build);

    List<ReportTexts.Report> texts = ReportTexts.read(archive.source(), archive.site());
    GrepTruth grep = new GrepTruth(texts);
    Vocabulary dictionary = new CorpusGenerator(GeneratedArchive.SEED).vocabulary();
    List<Query> drawn =
        new ArrayList<>(
            new QuerySampler(texts, dictionary, new Random(GeneratedArchive.SEED)).draw(queries));
    Collections.shuffle(drawn, new Random(GeneratedArchive.SEED));
    try (Chromium chromium = Chromium.launch(Chromium.executable().orElseThrow())) {
      measureAnnals(chromium, archive, drawn, grep);
      if (pagefind) {
        measurePagefind(chromium, archive, texts, drawn, grep);
      }
    }
  }

  private void measureAnnals(
      Chromium chromium, GeneratedArchive archive, List<Query> drawn, GrepTruth grep)
      throws IOException, InterruptedException {
    try (CountingServer server = new CountingServer(archive.site())) {
      SearchTables tables = new SearchTables(out, "Annals", drawn);
      if (typing) {
        tables.typing(new TypingRun(chromium, server, server.address()).type(drawn));
        return;
      }
      QueryRun run = queries(chromium, server, server.address());
      tables.loads(run.load(drawn));
      measureAnswers(chromium, server, server.address(), tables, drawn, grep);
      if (file) {
        String root = "file://" + archive.site().toUri().getPath();
        SearchTables ofFiles = new SearchTables(out, "Annals on file://", drawn);
        measureAnswers(chromium, server, root, ofFiles, drawn, grep);
      }
    }
  }

  private static void measureAnswers(
      Chromium chromium,
      CountingServer server,
      String root,
      SearchTables tables,
      List<Query> drawn,
      GrepTruth grep)
      throws InterruptedException {
    tables.typing(new TypingRun(chromium, server, root).type(drawn));
    Map<Query, Found> found = queries(chromium, server, root).complete(drawn, ALL, grep::find);
    tables.found(found);
    tables.wrong(found);
  }

  private static QueryRun queries(Chromium chromium, CountingServer server, String root) {
    return new QueryRun(chromium, server, root, SearchProgram.ANNALS, Query::text);
  }

  /** Only queries that it has a way to ask for; several terms may stand anywhere in a report. */
  private void measurePagefind(
      Chromium chromium,
      GeneratedArchive archive,
      List<ReportTexts.Report> texts,
      List<Query> drawn,
      GrepTruth grep)
      throws IOException, InterruptedException {
    Path made = Files.createTempDirectory("pagefind");
    PagefindIndex index = new PagefindIndex(made, archive.site());
    index.check(texts);
    index.install();
    try {
      MeasuredRun run = index.make();
      printIndex("Pagefind, index alone", index.files(), archive, run);
    } catch (IOException e) {
      out.printf(
          "%nPagefind made no index, with %d MiB of memory allowed:%n%n```%n%s%n```%n",
          PagefindIndex.allowedBytes() >> 20, e.getMessage().strip());
      Folders.delete(made);
      return;
    }
    List<Query> taken = drawn.stream().filter(PagefindIndex::takes).toList();
    try (CountingServer server = new CountingServer(index.served())) {
      for (boolean quoted : List.of(false, true)) {
        QueryRun run =
            new QueryRun(
                chromium,
                server,
                server.address(),
                SearchProgram.PAGEFIND,
                query -> PagefindIndex.written(query, quoted));
        SearchTables tables =
            new SearchTables(out, "Pagefind" + (quoted ? " in quotation marks" : ""), taken);
        tables.loads(run.load(taken));
        tables.found(run.complete(taken, ALL, grep::findAnywhere));
      }
    }
    Folders.delete(made);
  }

  /** How far times can be trusted. */
  private static String machine() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%d processors, with %.1f processes ready to run in the last minute",
        machine.getAvailableProcessors(),
        machine.getSystemLoadAverage());
  }

  private void printIndex(
      String made, List<Path> index, GeneratedArchive archive, MeasuredRun run)
      throws IOException {
    long bytes = Folders.size(index);
    out.println("\n| index | bytes | of the Markdown's | files | seconds | processor s | peak MiB |");
    out.println("|---|--:|--:|--:|--:|--:|--:|");
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %.3f | %d | %.1f | %.1f | %d |%n",
        made,
        bytes,
        (double) bytes / archive.markdownBytes(),
        index.size(),
        run.seconds(),
        run.processorSeconds(),
        run.peakBytes() >> 20);
  }
}
