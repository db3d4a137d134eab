package annals.check;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Role;
import annals.outline.Section;
import annals.report.Block;
import annals.report.Prose;
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
    record.outline().lead().forEach(passage -> block(passage.block(), found));
    record.outline().walk().forEach(section -> section(section, found));
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

  private static void section(Section section, Map<String, Found> found) {
    prose(section.prose(), section.line(), section.level() + 2, found);
    section.body().forEach(passage -> block(passage.block(), found));
  }

  private static void block(Block block, Map<String, Found> found) {
    switch (block) {
      case Block.Heading heading -> prose(heading.prose(), heading.line(), 0, found);
      case Block.Paragraph paragraph -> prose(paragraph.prose(), paragraph.line(), 0, found);
      case Block.Listing list ->
          list.items().forEach(item -> item.forEach(inner -> block(inner, found)));
      case Block.Quote quote -> quote.blocks().forEach(inner -> block(inner, found));
      case Block.Table table -> {
        table.head().forEach(cell -> prose(cell, table.line(), 0, found));
        table.rows().forEach(row -> row.forEach(cell -> prose(cell, table.line(), 0, found)));
      }
      case Block.CodeBlock code -> {}
      case Block.Rule rule -> {}
      case Block.Html html -> {}
    }
  }

  private static void prose(Prose prose, int line, int indent, Map<String, Found> found) {
    for (Masks.Mask mask : Masks.find(prose.text())) {
      found.computeIfAbsent(
              mask.kind(),
              kind ->
                  new Found(
                      line,
                      indent + mask.span().start() + 1,
                      context(prose.text(), mask.span().start(), mask.span().end())))
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
