package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports of one unit and kind that by their words are about the same year. Their plans would claim
 * one follow-up; most often last year's report was copied and its years were left.
 */
final class SameYear {
  private SameYear() {}

  /**
   * @param reports those of one unit and kind, by year
   */
  static void check(List<ReportRecord> reports, Consumer<Diagnostic> found) {
    Map<Integer, ReportRecord> byYear = new HashMap<>();
    for (ReportRecord report : reports) {
      int year = report.outline().years().summary();
      ReportRecord earlier = year == 0 ? null : byYear.putIfAbsent(year, report);
      if (earlier != null) {
        found.accept(
            Diagnostic.error(
                "year-twice",
                Position.of(report.report().path()),
                "its title, lead and headings are about "
                    + year
                    + ", as those of "
                    + earlier.report().path()
                    + " are",
                "correct the years in the text, or state another kind:"));
      }
    }
  }
}
