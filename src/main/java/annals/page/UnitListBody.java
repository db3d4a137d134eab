package annals.page;

import annals.archive.Catalog;
import annals.report.UnitInfo;
import java.util.List;
import java.util.Map;

/** Writes the list of all units by group. */
final class UnitListBody {
  private final Site site;
  private final Route route;
  private final Frames frames;
  private final Markup out = new Markup(16 * 1024);

  UnitListBody(Site site, Route route, Frames frames) {
    this.site = site;
    this.route = route;
    this.frames = frames;
  }

  Html write() {
    Map<String, List<Catalog.Unit>> groups = UnitGroups.of(site.catalog());
    groups.forEach(
        (group, units) -> {
          out.raw("<section class=\"units\">\n");
          if (groups.size() > 1) {
            out.raw("<h2>").text(group.isEmpty() ? site.text("units.other") : group).raw("</h2>\n");
          }
          out.raw("<ul>\n");
          units.forEach(this::unit);
          out.raw("</ul>\n</section>\n");
        });
    return out.html();
  }

  private void unit(Catalog.Unit unit) {
    UnitInfo info = unit.info();
    out.raw("<li><span class=\"name\">").link(frames.unit(route, info.slug()));
    if (!info.formerNames().isEmpty()) {
      out.raw(" <span class=\"former\">")
          .text(site.text("units.former", info.formerNames().getLast().name()))
          .raw("</span>");
    }
    out.raw("</span> <span class=\"span\">").text(years(unit)).raw("</span></li>\n");
  }

  private String years(Catalog.Unit unit) {
    List<Catalog.Entry> reports = unit.reports();
    if (reports.isEmpty()) {
      return site.text("units.no-reports");
    }
    int first = reports.getFirst().id().year();
    int last = reports.getLast().id().year();
    return first == last
        ? site.text("units.one-year", first, reports.size())
        : site.text("units.years", first, last, reports.size());
  }
}
