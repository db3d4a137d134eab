package annals.page;

import annals.compare.Threads;
import annals.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * What scripts need to set any reports of a kind side by side: their texts and threads.
 *
 * @param file the data file's name, beside the list of comparisons
 * @param kindName in words
 * @param heads of the threads' reports, one each, in their order
 */
public record CompareData(
    String file, String kind, String kindName, Threads threads, List<Head> heads) {
  public CompareData {
    heads = List.copyOf(heads);
  }

  /**
   * A report in the head of a column.
   *
   * @param unit the name that its unit bore
   * @param href its page, from the list of comparisons; empty if it has none
   */
  public record Head(int year, String unit, String title, String href) {}

  /** The data of a kind; nothing if there is but one report of it. */
  static Optional<CompareData> of(Site site, Route route, Threads threads) {
    if (threads.reports().size() < 2) {
      return Optional.empty();
    }
    String kind = threads.reports().getFirst().id().kind();
    return Optional.of(
        new CompareData(
            "data-" + kind + ".js",
            kind,
            site.kindName(kind),
            threads,
            threads.reports().stream().map(told -> head(site, route, told.id())).toList()));
  }

  private static Head head(Site site, Route route, ReportId id) {
    return new Head(
        id.year(),
        site.unitName(id.unit(), id.year()),
        site.title(id),
        site.has(id) ? route.linkTo(site.plan().report(id)) : "");
  }
}
