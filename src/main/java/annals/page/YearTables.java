package annals.page;

import annals.archive.Catalog;
import annals.archive.UnitSummary.ReportSummary;
import annals.archive.UnitSummary.Tally;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the pages of the years: all units of a year with what became of their plans. */
final class YearTables {
  private static final int ABSENT = 12;

  private final Site site;
  private final Frames frames;
  private final Map<ReportId, ReportSummary> reports;
  private final RepetitionTables repetitions;
  private final TopicPages topics;

  YearTables(Site site, Frames frames, Map<ReportId, ReportSummary> reports, TopicPages topics) {
    this.topics = topics;
    this.site = site;
    this.frames = frames;
    this.reports = reports;
    this.repetitions = new RepetitionTables(site, frames, reports);
  }

  /** The pages of a year. */
  List<Page> pages(int year) {
    List<Page> pages = new ArrayList<>();
    pages.add(page(year));
    if (repetitions.has(year)) {
      Route route = site.plan().repetition(year);
      pages.add(
          repetitions.page(
              year,
              repetitionNeighbour(route, year, true),
              repetitionNeighbour(route, year, false)));
    }
    return pages;
  }

  private YearPage page(int year) {
    Route route = site.plan().year(year);
    Markup rows = new Markup(16 * 1024);
    List<String> absent = new ArrayList<>();
    List<Tally> tallies = new ArrayList<>();
    int count = 0;
    Map<String, List<Catalog.Unit>> groups = UnitGroups.of(site.catalog());
    for (Map.Entry<String, List<Catalog.Unit>> group : groups.entrySet()) {
      Markup ofGroup = new Markup();
      int before = count;
      for (Catalog.Unit unit : group.getValue()) {
        List<Catalog.Entry> entries =
            unit.reports().stream().filter(entry -> entry.id().year() == year).toList();
        if (entries.isEmpty() && Years.of(site, unit.info()).expects(year)) {
          absent.add(Site.nameIn(unit.info(), year));
        }
        for (Catalog.Entry entry : entries) {
          Optional<ReportSummary> summary = Optional.ofNullable(reports.get(entry.id()));
          summary.flatMap(ReportSummary::account).ifPresent(tallies::add);
          row(ofGroup, route, entry, summary);
          count++;
        }
      }
      if (count > before) {
        group(rows, groups.size() > 1 ? group.getKey() : null, ofGroup.html());
      }
    }
    Bar bar = Bar.of(site, tallies);
    String title = site.text("year-long", year);
    return new YearPage(
        frames.frame(route, Frames.Part.YEARS, title, List.of(frames.years(route)), List.of()),
        title,
        site.text("year.lead", count),
        rows.html(),
        bar,
        bar.isEmpty()
            ? site.text("year.no-plans", year, year - 1)
            : site.text("year.plans", year, bar.total()),
        absent(absent, year),
        topics.overview(route, year),
        repetitions.link(route, year),
        neighbour(route, year, true),
        neighbour(route, year, false));
  }

  private void group(Markup out, String name, Html rows) {
    out.raw("<tbody>\n");
    if (name != null) {
      out.raw("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"5\">")
          .text(name.isEmpty() ? site.text("units.other") : name)
          .raw("</th></tr>\n");
    }
    out.raw(rows).raw("</tbody>\n");
  }

  private void row(Markup out, Route route, Catalog.Entry entry, Optional<ReportSummary> summary) {
    ReportId id = entry.id();
    out.raw("<tr><th scope=\"row\"><a")
        .attribute("href", frames.unit(route, id.unit()).href())
        .raw(">")
        .text(site.unitName(id.unit(), id.year()))
        .raw("</a></th>")
        .raw("<td class=\"report\">")
        .link(frames.report(route, id))
        .raw("<span class=\"kind\">")
        .text(site.kindName(id.kind()))
        .raw("</span></td><td class=\"parts-cell\">");
    summary.ifPresent(s -> PartsMark.write(out, site, s.parts()));
    out.raw("</td><td class=\"bar-cell\">");
    tally(out, summary.flatMap(ReportSummary::account), "year.no-account");
    out.raw("</td><td class=\"plan-cell\">");
    Optional<Tally> plan = summary.flatMap(ReportSummary::plan);
    if (plan.isPresent()) {
      out.raw("<a")
          .attribute("href", route.linkTo(site.plan().followUp(id, plan.get().targetYear())))
          .raw(">")
          .text(site.text("year.plan-items", plan.get().targetYear(), plan.get().commitments()))
          .raw("</a>");
    } else {
      out.raw("<span class=\"none\">").text(site.text("unit.no-plan")).raw("</span>");
    }
    out.raw("</td></tr>\n");
  }

  private void tally(Markup out, Optional<Tally> tally, String absent) {
    Bar bar = tally.map(t -> Bar.of(site, t)).orElse(Bar.NONE);
    if (bar.isEmpty()) {
      out.raw("<span class=\"none\">").text(site.text(absent)).raw("</span>");
      return;
    }
    out.raw(bar.drawing()).raw("<span class=\"counts\" aria-hidden=\"true\">");
    for (Bar.Segment segment : bar.segments()) {
      out.raw("<span class=\"")
          .raw(segment.state())
          .raw("\">")
          .text(segment.sign())
          .raw(" ")
          .raw(segment.count())
          .raw("</span> ");
    }
    out.raw("</span>");
  }

  private String absent(List<String> names, int year) {
    if (names.isEmpty()) {
      return "";
    }
    String listed =
        String.join(site.text("list.separator"), names.subList(0, Math.min(ABSENT, names.size())));
    return names.size() > ABSENT
        ? site.text("year.absent-more", year, listed, names.size())
        : site.text("year.absent", year, listed);
  }

  private Link neighbour(Route route, int year, boolean before) {
    return neighbour(year, before, other -> true)
        .map(
            other -> new Link(site.text("year-long", other), route.linkTo(site.plan().year(other))))
        .orElse(Link.NONE);
  }

  private Link repetitionNeighbour(Route route, int year, boolean before) {
    return neighbour(year, before, repetitions::has)
        .map(
            other ->
                new Link(
                    site.text("year-long", other), route.linkTo(site.plan().repetition(other))))
        .orElse(Link.NONE);
  }

  private Optional<Integer> neighbour(int year, boolean before, Predicate<Integer> has) {
    return site.years().stream()
        .filter(other -> before ? other < year : other > year)
        .filter(has)
        .reduce((first, second) -> before ? second : first);
  }
}
