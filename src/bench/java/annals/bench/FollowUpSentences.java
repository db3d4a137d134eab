package annals.bench;

import annals.compare.FollowUps;
import annals.compare.SentenceRef;
import annals.ingest.CleaningRules;
import annals.ingest.ReadReport;
import annals.ingest.ReportReader;
import annals.ingest.SourceHints;
import annals.report.ReportId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a follow-up of two raw files sets against each other the very sentences that people
 * labelled: none lost, merged with another or split.
 *
 * <pre>FollowUpSentences PLAN_FILE ACCOUNT_FILE PAIR</pre>
 *
 * PAIR is a folder with {@code plan_full.tsv} and {@code outcomes.tsv}. Each labelled sentence that
 * is nowhere or only within a longer one is printed, and so is each that only the program has; the
 * exit code is 1 if one is nowhere.
 */
public final class FollowUpSentences {
  private FollowUpSentences() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ReportReader reader = new ReportReader(CleaningRules.ofSite(Path.of(""), new ArrayList<>()));
    ReadReport plan = reader.read(Path.of(args[0]), args[0], SourceHints.NONE);
    ReadReport account = reader.read(Path.of(args[1]), args[1], SourceHints.NONE);
    List<SentenceRef> items = new ArrayList<>();
    List<SentenceRef> told = new ArrayList<>();
    FollowUps.of(
        plan.outline().years().plan(),
        Optional.of(told(plan)),
        Optional.of(told(account)),
        (planned, accounted) -> {
          items.addAll(planned);
          told.addAll(accounted);
          return new double[planned.size()][accounted.size()];
        });
    Path pair = Path.of(args[2]);
    int missing = compare("plan", pair.resolve("plan_full.tsv"), items, out);
    missing += compare("account", pair.resolve("outcomes.tsv"), told, out);
    System.exit(missing == 0 ? 0 : 1);
  }

  private static FollowUps.Told told(ReadReport report) {
    ReportId id = new ReportId("file", report.outline().year(), report.outline().kind());
    return new FollowUps.Told(id, report.outline());
  }

  private static int compare(String part, Path labelled, List<SentenceRef> found, PrintStream out)
      throws IOException {
    List<String> expected =
        Files.readAllLines(labelled).stream()
            .map(line -> seen(line.substring(line.lastIndexOf('\t') + 1)))
            .toList();
    List<String> actual = found.stream().map(ref -> seen(ref.text())).toList();
    List<String> lost = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String text : expected) {
      if (!actual.contains(text)) {
        (actual.stream().anyMatch(other -> other.contains(text)) ? parts : lost).add(text);
      }
    }
    List<String> more = actual.stream().filter(text -> !expected.contains(text)).toList();
    out.printf(
        "%s: %d labelled, %d found: %d lost, %d in a longer one, %d more%n",
        part, expected.size(), actual.size(), lost.size(), parts.size(), more.size());
    lost.forEach(text -> out.println("  lost  " + text));
    parts.forEach(text -> out.println("  part  " + text));
    more.forEach(text -> out.println("  more  " + text));
    return lost.size();
  }

  /** Without the characters of no width that web pages leave in texts. */
  private static String seen(String text) {
    return text.replaceAll("[\\u200b\\u200c\\u200d\\ufeff]", "").strip();
  }
}
