package annals.check;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.Mark;
import annals.report.PlacedProse;
import annals.report.Report;
import annals.report.ReportLink;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that links between reports lead to reports that are there. */
public final class LinkCheck {
  private final Set<String> reports;

  /**
   * @param reports the paths of all reports, relative to the source folder
   */
  public LinkCheck(Set<String> reports) {
    this.reports = Set.copyOf(reports);
  }

  public List<Diagnostic> check(Report report) {
    return report.blocks().stream()
        .flatMap(PlacedProse::in)
        .flatMap(placed -> broken(report.path(), placed))
        .toList();
  }

  private Stream<Diagnostic> broken(String path, PlacedProse placed) {
    return placed.prose().marks().stream()
        .filter(Mark.Link.class::isInstance)
        .map(Mark.Link.class::cast)
        .filter(link -> isBroken(path, link))
        .map(
            link ->
                Diagnostic.error(
                    "broken-link",
                    new Position(path, placed.line(), placed.column() + link.span().start()),
                    "a link to " + link.target() + ", which is no report",
                    "link to a report's file, such as ../单位/2022.md, or to https://…"));
  }

  private boolean isBroken(String path, Mark.Link link) {
    return ReportLink.of(path, link.target())
        .filter(target -> !reports.contains(target.path()))
        .isPresent();
  }
}
