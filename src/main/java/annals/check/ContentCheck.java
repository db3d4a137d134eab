package annals.check;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Role;
import annals.report.PlacedProse;
import annals.text.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks through one report for what an editor should know before it is published: parts that are
 * missing and placeholders that were left. What concerns numbers and years is reported by the
 * outline itself.
 */
public final class ContentCheck {
  private ContentCheck() {}

  public static List<Diagnostic> check(ReportRecord record) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    missingParts(record, diagnostics);
    masks(record, diagnostics);
    return List.copyOf(diagnostics);
  }

  private static void missingParts(ReportRecord record, List<Diagnostic> diagnostics) {
    if (record.outline().sections().isEmpty()) {
      return;
    }
    for (Role role : List.of(Role.SUMMARY, Role.PROBLEMS, Role.PLAN)) {
      if (!record.outline().has(role)) {
        diagnostics.add(
            Diagnostic.warning(
                "part-missing",
                Position.of(record.report().path()),
                "no " + role.word() + " section",
                "if there is one under another name, mark it {role=" + role.word() + "}"));
      }
    }
  }

  /** One warning for each kind of placeholder, at the first of them, with the count. */
  private static void masks(ReportRecord record, List<Diagnostic> diagnostics) {
    Map<String, Found> found = new TreeMap<>();
    record.report().blocks().stream()
        .flatMap(PlacedProse::in)
        .forEach(placed -> masks(placed, found));
    found.forEach(
        (kind, masks) ->
            diagnostics.add(
                Diagnostic.warning(
                    "mask",
                    new Position(record.report().path(), masks.line, masks.column),
                    masks.count
                        + (masks.count == 1 ? " placeholder" : " placeholders")
                        + " left, the first is "
                        + masks.first,
                    hint(kind))));
  }

  private static String hint(String kind) {
    return kind.equals("D")
        ? "D seems to stand for 党; kept and marked as a placeholder"
        : "kept and marked as a placeholder; never counted as a number";
  }

  private static void masks(PlacedProse placed, Map<String, Found> found) {
    String text = placed.prose().text();
    for (Masks.Mask mask : Masks.find(text)) {
      int start = mask.span().start();
      found.computeIfAbsent(
              mask.kind(),
              kind ->
                  new Found(
                      placed.line(),
                      placed.column() + start,
                      context(text, start, mask.span().end())))
          .count++;
    }
  }

  private static String context(String text, int start, int end) {
    return text.substring(start, Math.min(text.length(), end + 2));
  }

  /** The placeholders of one kind in a report. */
  private static final class Found {
    private final int line;
    private final int column;
    private final String first;
    private int count;

    private Found(int line, int column, String first) {
      this.line = line;
      this.column = column;
      this.first = first;
    }
  }
}
