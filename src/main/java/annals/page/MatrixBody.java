package annals.page;

import annals.archive.Catalog;
import annals.archive.UnitSummary.ReportSummary;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the rows of the home page's table: a row for each unit, a cell for each year. */
final class MatrixBody {
  private final Site site;
  private final Route route;
  private final Map<ReportId, ReportSummary> reports;
  private final Markup out = new Markup(64 * 1024);

  MatrixBody(Site site, Route route, Map<ReportId, ReportSummary> reports) {
    this.site = site;
    this.route = route;
    this.reports = reports;
  }

  Html write() {
    Map<String, List<Catalog.Unit>> groups = UnitGroups.of(site.catalog());
    int order = 0;
    for (Map.Entry<String, List<Catalog.Unit>> group : groups.entrySet()) {
      out.raw("<tbody>\n");
      if (groups.size() > 1) {
        out.raw("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
            .raw(site.years().size() + 1)
            .raw("\"><span>")
            .text(group.getKey().isEmpty() ? site.text("units.other") : group.getKey())
            .raw("</span></th></tr>\n");
      }
      for (Catalog.Unit unit : group.getValue()) {
        row(unit, order++);
      }
      out.raw("</tbody>\n");
    }
    return out.html();
  }

  private void row(Catalog.Unit unit, int order) {
    UnitInfo info = unit.info();
    Years expected = Years.of(site, info);
    Map<Integer, List<Catalog.Entry>> byYear =
        unit.reports().stream().collect(Collectors.groupingBy(entry -> entry.id().year()));
    out.raw("<tr")
        .attribute("data-order", Integer.toString(order))
        .attribute("data-reports", Integer.toString(unit.reports().size()))
        .attribute("data-name", info.pinyin().isEmpty() ? info.name() : info.pinyin())
        .raw("><th scope=\"row\"><a")
        .attribute("href", route.linkTo(site.plan().unit(info.slug())))
        .raw(">")
        .text(info.name())
        .raw("</a>");
    if (!info.formerNames().isEmpty()) {
      out.raw(" <span class=\"former\">")
          .text(site.text("units.former", info.formerNames().getLast().name()))
          .raw("</span>");
    }
    out.raw("</th>");
    for (int year : site.years()) {
      cell(byYear.getOrDefault(year, List.of()), expected, year);
    }
    out.raw("</tr>\n");
  }

  private void cell(List<Catalog.Entry> entries, Years expected, int year) {
    if (entries.isEmpty()) {
      boolean gap = expected.expects(year);
      out.raw(gap ? "<td class=\"gap\"><span" : "<td class=\"outside\"><span")
          .attribute("title", site.text(gap ? "cell.missing" : "cell.outside"))
          .raw("><span aria-hidden=\"true\">")
          .raw(gap ? "·" : "")
          .raw("</span><span class=\"vh\">")
          .text(site.text(gap ? "cell.missing" : "cell.outside"))
          .raw("</span></span></td>");
      return;
    }
    ReportId id = entries.getFirst().id();
    Route target = entries.size() == 1 ? site.plan().report(id) : site.plan().yearChoice(id);
    ReportSummary summary = reports.get(id);
    out.raw("<td><a").attribute("href", route.linkTo(target));
    if (summary != null) {
      out.attribute("title", site.text("cell.has", year, PartsMark.words(site, summary.parts())));
      out.raw(">");
      PartsMark.write(out, site, summary.parts());
    } else {
      out.raw(">").text(site.text("year", year));
    }
    if (entries.size() > 1) {
      out.raw("<span class=\"several\">")
          .text(site.text("cell.several", entries.size()))
          .raw("</span>");
    }
    out.raw("</a></td>");
  }
}
