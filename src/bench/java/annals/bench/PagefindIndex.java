package annals.bench;

import annals.text.Folding;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pagefind, from npm, over the report pages of a built site: their visible text alone, without the
 * notes and links that the pages have besides, so that it indexes what grep goes through.
 */
final class PagefindIndex {
  private static final String PACKAGE = "pagefind@1.6";
  private static final String REPORT_PAGES = "units/*/[0-9]*/index.html";
  private static final String TEXT = "article";
  private static final List<String> NOT_TEXT =
      List.of(
          ".eyebrow",
          ".facts",
          ".siblings",
          ".connections",
          ".hint",
          ".switch",
          ".about",
          ".same",
          ".threads",
          ".notes",
          ".sign",
          ".repetition",
          ".around");

  private static final int CHECKED_EVERY = 100;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh"><head><meta charset="utf-8"><title>Pagefind</title></head><body></body></html>
      """;

  private final Path folder;
  private final Path site;

  /**
   * @param folder where the program is put, and what it makes; is made if missing
   */
  PagefindIndex(Path folder, Path site) {
    this.folder = folder;
    this.site = site;
  }

  /** Where {@code index.html} is, a page without anything, and {@code pagefind/}. */
  Path served() {
    return folder.resolve("served");
  }

  /** Brings the program, and a page to ask it on. */
  void install() throws IOException, InterruptedException {
    Files.createDirectories(served());
    Files.writeString(served().resolve("index.html"), PAGE);
    MeasuredRun.of(
        List.of(
            "npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString(), PACKAGE));
  }

  /** The files of the index, without program and styles. */
  List<Path> files() throws IOException {
    return Folders.files(served()).stream()
        .filter(
            file -> SearchProgram.PAGEFIND.isIndex().test(served().relativize(file).toString()))
        .toList();
  }

  /**
   * Makes the index. It may take half of the machine's memory, so that a program that wants all of
   * it fails alone.
   *
   * @throws IOException also if it fails
   */
  MeasuredRun make() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "ulimit -v " + allowedBytes() / 1024 + "; exec \"$0\" \"$@\""));
    command.add(program().toString());
    command.addAll(List.of("--site", site.toString(), "--glob", REPORT_PAGES));
    command.addAll(List.of("--output-path", served().resolve("pagefind").toString()));
    command.addAll(List.of("--force-language", "zh", "--keep-index-url"));
    command.addAll(List.of("--root-selector", TEXT));
    NOT_TEXT.forEach(selector -> command.addAll(List.of("--exclude-selectors", selector)));
    return MeasuredRun.of(command);
  }

  static long allowedBytes() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize()
        / 2;
  }

  private Path program() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("node_modules/@pagefind"))) {
      Optional<Path> program =
          files.filter(file -> file.getFileName().toString().matches("pagefind_extended(\\.exe)?"))
              .findFirst();
      return program.orElseThrow(() -> new IOException("npm brought no program for this machine"));
    }
  }

  /**
   * @throws IllegalStateException if a page shows Pagefind other text than grep goes through, as
   *     when the theme has changed
   */
  void check(List<ReportTexts.Report> reports) throws IOException {
    for (int i = 0; i < reports.size(); i += CHECKED_EVERY) {
      ReportTexts.Report report = reports.get(i);
      Document page = Jsoup.parse(site.resolve(report.url()));
      Element text = page.selectFirst(TEXT);
      NOT_TEXT.forEach(selector -> text.select(selector).remove());
      StringBuilder expected = new StringBuilder();
      report.sections().forEach(section -> section.forEach(expected::append));
      if (!Folding.text(text.text()).equals(Folding.text(expected.toString()))) {
        throw new IllegalStateException(report.url() + " shows other text in " + TEXT);
      }
    }
  }

  /** Whether Pagefind has a way to ask for that: it knows no exclusion and no alternatives. */
  static boolean takes(Query query) {
    return query.clauses().size() == 1 && query.clauses().getFirst().none().isEmpty();
  }

  /** The query as Pagefind takes it, as it is or, if it is one term, in quotation marks. */
  static String written(Query query, boolean quoted) {
    String text =
        String.join(
            " ", query.clauses().getFirst().all().stream().map(Query.Term::text).toList());
    return quoted && !query.hasSeveralTerms() ? '"' + text + '"' : text;
  }
}
