package annals.archive;

import annals.report.ReportId;
import annals.report.Source;
import annals.report.UnitInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The light list of everything in the archive, known from {@code unit.yaml} and front matter alone
 * before any body is parsed. It gives titles and order to all pages and is small enough to hold for
 * any archive.
 *
 * @param units in the order in which pages list them: official order, then pinyin
 */
public record Catalog(List<Unit> units) {
  public Catalog {
    units = List.copyOf(units);
  }

  /**
   * A unit and its reports.
   *
   * @param reports by year, then kind
   */
  public record Unit(UnitInfo info, List<Entry> reports) {
    public Unit {
      reports = List.copyOf(reports);
    }
  }

  /**
   * A report.
   *
   * @param path its Markdown file, relative to the source folder, with {@code /}
   */
  public record Entry(
      ReportId id, String title, Optional<String> date, Optional<Source> source, String path) {}

  /** All reports in catalogue order. */
  public Stream<Entry> reports() {
    return units.stream().flatMap(unit -> unit.reports().stream());
  }

  /** All report years, ascending. */
  public List<Integer> years() {
    return reports().map(e -> e.id().year()).distinct().sorted().toList();
  }

  public Optional<Unit> unit(String slug) {
    return units.stream().filter(unit -> unit.info().slug().equals(slug)).findFirst();
  }

  public Optional<Entry> report(ReportId id) {
    return unit(id.unit())
        .flatMap(unit -> unit.reports().stream().filter(e -> e.id().equals(id)).findFirst());
  }
}
