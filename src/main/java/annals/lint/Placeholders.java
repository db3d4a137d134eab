package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.PlacedProse;
import annals.text.Masks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Placeholders that were left: one warning for each kind, at the first of them, with the count. */
final class Placeholders implements Lint {
  @Override
  public List<String> names() {
    return List.of("mask");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> diagnostics) {
    Map<String, Found> found = new TreeMap<>();
    record.report().blocks().stream()
        .flatMap(PlacedProse::in)
        .forEach(placed -> masks(placed, found));
    found.forEach(
        (kind, masks) ->
            diagnostics.accept(
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
