package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Position;
import annals.report.PlacedProse;
import java.util.stream.Stream;

/** The running texts of a report, and places in them. */
final class Texts {
  private Texts() {}

  static Stream<PlacedProse> of(ReportRecord record) {
    return record.report().blocks().stream().flatMap(PlacedProse::in);
  }

  static Position at(ReportRecord record, PlacedProse placed, int index) {
    return new Position(record.report().path(), placed.line(), placed.column() + index);
  }

  static boolean isIdeograph(char c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }

  /** A few characters around a place, for messages. */
  static String around(String text, int start, int end) {
    return text.substring(Math.max(0, start - 4), Math.min(text.length(), end + 4));
  }
}
