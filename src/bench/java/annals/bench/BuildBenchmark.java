package annals.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds generated archives with the program as a user starts it, and prints reports a second, peak
 * memory as the operating system counts it, and bytes written, as a table in Markdown.
 *
 * <pre>BuildBenchmark [--hugo] [--folder DIR] REPORTS…</pre>
 *
 * Runs from the project's root. Each archive is built twice: into an empty folder and again without
 * change. With {@code --hugo} Hugo builds the same reports alone (a page for each report, unit and
 * year) and then the same pages (one for every page that Annals made, with its visible text), with the smallest theme
 * and without index, right after. {@code --folder} is where archives are made and kept (default: below {@code target/}, made
 * anew).
 */
public final class BuildBenchmark {
  private final Path folder;
  private final boolean hugo;
  private final PrintStream out;
  private final List<Path> aside = new ArrayList<>();

  private BuildBenchmark(Path folder, boolean hugo, PrintStream out) {
    this.folder = folder;
    this.hugo = hugo;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    Path folder = Path.of("target", "bench");
    boolean hugo = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--hugo" -> hugo = true;
        case "--folder" -> folder = Path.of(arguments[++i]);
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BuildBenchmark benchmark = new BuildBenchmark(folder, hugo, out);
    out.println("| run | reports | seconds | reports/s | processor s | peak MiB | files | MiB written |");
    out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
    List<String> stages = new ArrayList<>();
    for (int reports : sizes) {
      stages.add(benchmark.run(reports));
    }
    out.println();
    stages.forEach(out::println);
    for (Path replaced : benchmark.aside) {
      Folders.delete(replaced);
    }
  }

  private String run(int reports) throws IOException, InterruptedException {
    Path archive = folder.resolve("archive-" + reports);
    if (!Files.exists(archive)) {
      new CorpusGenerator(1).write(archive, reports);
    }
    Path site = archive.resolve("site");
    putAside(site);
    List<String> build = List.of("./annals", "build", "--source", archive.toString());
    MeasuredRun.of(List.of("./annals", "--version"));
    MeasuredRun first = MeasuredRun.of(build);
    print("annals", reports, first, site);
    print("annals, no change", reports, MeasuredRun.of(build), site);
    if (hugo) {
      Path ofReports = folder.resolve("hugo-reports-" + reports);
      if (!Files.exists(ofReports)) {
        HugoSite.write(archive, ofReports);
      }
      hugo("hugo, reports alone", reports, ofReports);
      Path ofPages = folder.resolve("hugo-pages-" + reports);
      if (!Files.exists(ofPages)) {
        HugoSite.writeSamePages(site, ofPages);
      }
      hugo("hugo, the same pages", reports, ofPages);
    }
    return first.lastLine();
  }

  private void hugo(String name, int reports, Path source)
      throws IOException, InterruptedException {
    Path output = source.resolve("public");
    putAside(output);
    print(
        name,
        reports,
        MeasuredRun.of(List.of("hugo", "--quiet", "--source", source.toString())),
        output);
  }

  private void print(String name, int reports, MeasuredRun run, Path site) throws IOException {
    List<Path> files = Folders.files(site);
    out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f | %.0f | %.1f | %d | %d | %d |%n",
        name,
        reports,
        run.seconds(),
        reports / run.seconds(),
        run.processorSeconds(),
        run.peakBytes() >> 20,
        files.size(),
        Folders.size(files) >> 20);
  }

  /**
   * Makes room without deleting: ext4 looks for places that were not freed within the last minutes,
   * and after the deletion of ten thousands of files every new one pays for that.
   */
  private void putAside(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Path place = this.folder.resolve("aside-" + aside.size() + "-" + System.nanoTime());
      Files.move(folder, place);
      aside.add(place);
    }
  }
}
