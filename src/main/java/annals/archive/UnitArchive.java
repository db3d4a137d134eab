package annals.archive;

import annals.compare.FollowUp;
import annals.compare.Repetition;
import annals.compare.Threads;
import annals.compare.YearComparison;
import annals.figures.Series;
import annals.report.UnitInfo;
import java.util.List;

/**
 * Everything about one unit: its reports and what was found by setting them against one another.
 * Held only while the unit is in flight.
 *
 * @param reports by year, then kind
 * @param followUps by target year, one for each year and kind that has a plan or an account
 * @param comparisons of each report with the one before it of the same kind, by year
 * @param series what its reports count through the years, the most telling first
 * @param repetitions what each report repeats, in the order of reports
 * @param threads for each kind the matters of the whole family's reports
 */
public record UnitArchive(
    UnitInfo unit,
    List<ReportRecord> reports,
    List<FollowUp> followUps,
    List<YearComparison> comparisons,
    List<Series> series,
    List<Repetition> repetitions,
    List<Threads> threads) {
  public UnitArchive {
    reports = List.copyOf(reports);
    followUps = List.copyOf(followUps);
    comparisons = List.copyOf(comparisons);
    series = List.copyOf(series);
    repetitions = List.copyOf(repetitions);
    threads = List.copyOf(threads);
  }
}
