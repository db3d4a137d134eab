package annals.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How much of a site changes, and so has to be published, when a sentence of one report is changed,
 * when one report is added for a new year and when one is removed, in the middle of the catalogue, as tables in
 * Markdown.
 *
 * <pre>EditBenchmark [--folder DIR] REPORTS…</pre>
 *
 * Runs from the project's root and uses the same archives as {@link SearchBenchmark}; their content
 * is in the end what it was.
 */
public final class EditBenchmark {
  private static final String NEW_SENTENCE = "持续完善档案查阅办法，全年接待查阅317人次。";

  private final GeneratedArchive archive;
  private final int reports;
  private final PrintStream out;

  /** A file as the manifest of a site lists it. */
  private record Entry(long bytes, String sha256) {}

  private EditBenchmark(GeneratedArchive archive, int reports, PrintStream out) {
    this.archive = archive;
    this.reports = reports;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    Path folder = Path.of("target", "bench");
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--folder" -> folder = Path.of(arguments[++i]);
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "| reports | change | of | files | new | changed | gone | kB new or changed | of all its kB |");
    out.println("|--:|---|---|--:|--:|--:|--:|--:|--:|");
    for (int reports : sizes) {
      new EditBenchmark(GeneratedArchive.in(folder, reports), reports, out).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    int unit = reports / CorpusGenerator.YEARS / 2;
    int years = Math.min(CorpusGenerator.YEARS, reports - unit * CorpusGenerator.YEARS);
    Path folder = archive.content().resolve(CorpusGenerator.slug(unit));
    int middle = CorpusGenerator.FIRST_YEAR + years / 2;
    int next = CorpusGenerator.FIRST_YEAR + years;
    archive.build();
    Map<String, Entry> before = manifest();
    Path report = folder.resolve(middle + ".md");
    measure("one sentence", before, report, Optional.of(withNewSentence(Files.readString(report))));
    Path added = folder.resolve(next + ".md");
    measure("one more report", before, added, Optional.of(reportOf(unit, years)));
    Path last = folder.resolve(next - 1 + ".md");
    measure("one report less", before, last, Optional.empty());
  }

  /**
   * Builds with a file changed, and leaves the content as it was.
   *
   * @param before the site with the file as it was
   * @param text empty if there is to be no such file
   */
  private void measure(String change, Map<String, Entry> before, Path file, Optional<String> text)
      throws IOException, InterruptedException {
    boolean existed = Files.exists(file);
    byte[] original = existed ? Files.readAllBytes(file) : new byte[0];
    try {
      if (text.isPresent()) {
        Files.writeString(file, text.get());
      } else {
        Files.delete(file);
      }
      archive.build();
    } finally {
      if (existed) {
        Files.write(file, original);
      } else {
        Files.delete(file);
      }
    }
    Map<String, Entry> after = manifest();
    print(change, "search index", before, after, path -> path.startsWith("search/index/"));
    print(change, "whole site", before, after, path -> true);
  }

  private void print(
      String change,
      String part,
      Map<String, Entry> before,
      Map<String, Entry> after,
      Predicate<String> isPart) {
    List<String> now = after.keySet().stream().filter(isPart).toList();
    List<String> added = now.stream().filter(path -> !before.containsKey(path)).toList();
    List<String> changed =
        now.stream()
            .filter(before::containsKey)
            .filter(path -> !before.get(path).equals(after.get(path)))
            .toList();
    long gone =
        before.keySet().stream().filter(isPart).filter(path -> !after.containsKey(path)).count();
    long bytes = bytes(added, after) + bytes(changed, after);
    out.printf(
        Locale.ROOT,
        "| %d | %s | %s | %d | %d | %d | %d | %,d | %.2f %% |%n",
        reports,
        change,
        part,
        now.size(),
        added.size(),
        changed.size(),
        gone,
        bytes / 1000,
        100.0 * bytes / bytes(now, after));
  }

  private static long bytes(List<String> paths, Map<String, Entry> manifest) {
    return paths.stream().mapToLong(path -> manifest.get(path).bytes()).sum();
  }

  private Map<String, Entry> manifest() throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    for (Map<String, String> row :
        JsonRows.read(archive.site().resolve("manifest.json"), "files")) {
      entries.put(row.get("path"), new Entry(Long.parseLong(row.get("size")), row.get("sha256")));
    }
    return entries;
  }

  /** The text with the second sentence of its last paragraph, one of the plan, replaced. */
  private static String withNewSentence(String text) {
    int paragraph = text.stripTrailing().lastIndexOf('\n') + 1;
    int start = text.indexOf('。', paragraph) + 1;
    int end = text.indexOf('。', start) + 1;
    return end > start
        ? text.substring(0, start) + NEW_SENTENCE + text.substring(end)
        : text.substring(0, paragraph) + NEW_SENTENCE + text.substring(start);
  }

  /** The report that the generator would write next for a unit. */
  private static String reportOf(int unit, int years) throws IOException {
    Path folder = Files.createTempDirectory("unit");
    try {
      new CorpusGenerator(GeneratedArchive.SEED).writeUnit(folder, unit, years + 1);
      return Files.readString(
          folder
              .resolve(CorpusGenerator.slug(unit))
              .resolve(CorpusGenerator.FIRST_YEAR + years + ".md"));
    } finally {
      Folders.delete(folder);
    }
  }
}
