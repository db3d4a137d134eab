package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Passage;
import annals.outline.Point;
import annals.outline.Section;
import annals.report.Block;
import annals.text.ChineseNumerals;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Points of a section that are counted wrongly: 一是, 三是, or 二是 twice. */
final class PointOrder implements Lint {
  private static final Pattern WORDED =
      Pattern.compile("([一二三四五六七八九十]{1,2})(?:是|要)|第([一二三四五六七八九十]{1,2})[，,、]");

  private static final String DIGITS = "一二三四五六七八九十";

  @Override
  public List<String> names() {
    return List.of("point-skipped");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    Stream.concat(Stream.of(record.outline().lead()), record.outline().walk().map(Section::body))
        .forEach(body -> inOrder(record.report().path(), body, found));
  }

  /**
   * Points that open paragraphs are one series over a section, whatever stands between; those
   * inside a paragraph are another, and may go on at the beginning of the next.
   */
  private static void inOrder(String path, List<Passage> body, Consumer<Diagnostic> found) {
    int opening = 0;
    int inside = 0;
    for (Passage passage : body) {
      boolean first = true;
      for (Point point : passage.points()) {
        OptionalInt value = value(point.mark());
        if (value.isEmpty()) {
          continue;
        }
        int number = value.getAsInt();
        boolean opens = point.span().start() == 0;
        boolean counts = number >= 2 && number <= DIGITS.length() + 1;
        String lost = counts ? DIGITS.substring(number - 2, number - 1) : point.mark();
        boolean fits =
            number == 1 || number == inside + 1 || (opens || first) && number == opening + 1;
        if (!fits && !isSaid(lost + point.mark().charAt(point.mark().length() - 1), body)) {
          int before = opens ? opening : inside;
          found.accept(
              Diagnostic.warning(
                  "point-skipped",
                  new Position(path, passage.block().line(), point.span().start() + 1),
                  before == 0
                      ? "points begin with " + point.mark()
                      : point.mark() + " follows number " + before,
                  "expected " + (before + 1)));
        }
        if (opens) {
          opening = number;
        }
        inside = number;
        first = false;
      }
    }
  }

  /** Whether the text has a mark after all, such as 二是一线职工…, which opens no point by its look. */
  private static boolean isSaid(String mark, List<Passage> body) {
    return body.stream()
        .anyMatch(
            passage ->
                passage.block() instanceof Block.Paragraph paragraph
                    && paragraph.prose().text().contains(mark));
  }

  private static OptionalInt value(String mark) {
    Matcher worded = WORDED.matcher(mark);
    return worded.matches()
        ? ChineseNumerals.parse(worded.group(1) != null ? worded.group(1) : worded.group(2))
        : OptionalInt.empty();
  }
}
