package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.reader.Finding;
import annals.reader.SourceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What import did to one source document. The characters of the source that are neither white space
 * nor listed here as removed are the characters of the report that are not listed here as added.
 *
 * @param file the source's name, without folders
 * @param sha256 of its bytes
 * @param charset as which it was read; for other formats than plain text the name of the format
 * @param damaged how many places could not be decoded and stand as U+FFFD
 * @param entries by place
 */
public record ImportLog(
    String file, String sha256, int bytes, String charset, int damaged, List<Entry> entries) {
  public ImportLog {
    entries = List.copyOf(entries);
  }

  /** What was done. */
  public enum Action {
    /** Taken out; the entry's text is what was there. */
    REMOVED,
    /** Other characters written in their place; the entry's text is before→after. */
    REPLACED,
    /** Written although the source does not have it. */
    ADDED,
    /** A line break taken out; the entry's text shows it as ⏎ with a little of both sides. */
    JOINED,
    /** A line break put in, shown as ⏎. */
    SPLIT,
    /** Runs of white space made single, all those of one paragraph; the text is its beginning. */
    SPACED,
    /** Left as it is and worth a look. */
    FLAGGED,
    /** In a file of a word processor, and not read as text of the report. */
    DROPPED,
    /** Text made of what the file holds as something else: automatic numbers, marks of notes. */
    MADE;

    /** The word used in log files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One change.
   *
   * @param line 1-based line in the source
   * @param column 1-based column in UTF-16 code units; for invisible characters that of the first
   *     one in the line
   * @param rule the cleaning rule's name, or the name of the repair
   * @param text the characters concerned, verbatim
   */
  public record Entry(
      Action action, int line, int column, String rule, String reason, String text) {}

  /** The entries of one action. */
  public List<Entry> of(Action action) {
    return entries.stream().filter(entry -> entry.action() == action).toList();
  }

  /** Collects the entries of one document. For one thread. */
  static final class Ledger {
    private final RawText source;
    private final List<Entry> entries = new ArrayList<>();

    Ledger(RawText source) {
      this.source = source;
    }

    void removed(CleaningRule rule, TracedText what) {
      add(Action.REMOVED, what.origin(0), rule.name(), rule.reason(), what.text());
    }

    /** What the reader of the format left out or made; the place is the paragraph near it. */
    void found(Finding finding) {
      Action action =
          switch (finding.what()) {
            case DROPPED -> Action.DROPPED;
            case MADE -> Action.MADE;
            case DOUBTED -> Action.FLAGGED;
          };
      entries.add(
          new Entry(
              action, finding.piece() + 1, 1, finding.rule(), finding.reason(), finding.text()));
    }

    void replaced(String rule, String reason, int offset, String before, String after) {
      add(Action.REPLACED, offset, rule, reason, before + "→" + after);
    }

    void added(String rule, String reason, String text) {
      entries.add(new Entry(Action.ADDED, 1, 1, rule, reason, text));
    }

    void joined(Repair repair, TracedText before, TracedText after) {
      add(Action.JOINED, after.origin(0), repair.rule(), repair.reason(), seam(before, after));
    }

    void split(Repair repair, TracedText before, TracedText after) {
      add(Action.SPLIT, after.origin(0), repair.rule(), repair.reason(), seam(before, after));
    }

    void spaced(TracedText before) {
      String start = before.text().substring(0, Math.min(16, before.length()));
      Repair repair = Repair.SINGLE_SPACES;
      add(Action.SPACED, before.origin(0), repair.rule(), repair.reason(), start);
    }

    void flagged(String rule, String reason, int offset, String text) {
      add(Action.FLAGGED, offset, rule, reason, text);
    }

    /** Says once for each rule what was replaced, and how often. */
    List<Diagnostic> replacements() {
      Map<String, List<Entry>> byRule = new LinkedHashMap<>();
      entries.stream()
          .filter(entry -> entry.action() == Action.REPLACED)
          .forEach(e -> byRule.computeIfAbsent(e.rule(), rule -> new ArrayList<>()).add(e));
      List<Diagnostic> diagnostics = new ArrayList<>();
      byRule.forEach(
          (rule, replaced) -> {
            Entry first = replaced.getFirst();
            diagnostics.add(
                Diagnostic.notice(
                    "characters-replaced",
                    new Position(source.path(), first.line(), first.column()),
                    first.text() + ", " + replaced.size() + " in all",
                    "rule " + rule + "; the log has each of them"));
          });
      return diagnostics;
    }

    ImportLog close(String file) {
      List<Entry> sorted = new ArrayList<>(entries);
      sorted.sort(
          Comparator.comparingInt(Entry::line)
              .thenComparingInt(Entry::column)
              .thenComparing(Entry::action));
      return new ImportLog(
          file,
          source.sha256(),
          source.bytes(),
          source
              .structure()
              .map(SourceDocument.Structured::format)
              .orElse(source.decoded().charset().name()),
          source.decoded().damaged(),
          sorted);
    }

    private void add(Action action, int offset, String rule, String reason, String text) {
      Position at = source.at(offset);
      entries.add(new Entry(action, at.line(), at.column(), rule, reason, text));
    }

    private static String seam(TracedText before, TracedText after) {
      String left = before.text().substring(Math.max(0, before.length() - 8));
      String right = after.text().substring(0, Math.min(8, after.length()));
      return left + "⏎" + right;
    }
  }
}
