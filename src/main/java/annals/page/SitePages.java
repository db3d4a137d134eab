package annals.page;

import annals.archive.Catalog;
import annals.archive.UnitSummary;
import annals.archive.UnitSummary.ReportSummary;
import annals.archive.UnitSummary.Tally;
import annals.outline.Role;
import annals.report.Kinds;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the pages of the whole site from the catalogue and the units' summaries: home, units,
 * years, search, and the page for missing addresses. Safe for several threads.
 */
public final class SitePages {
  private static final int LATEST = 6;
  private static final int MISSING = 10;

  private final Site site;
  private final Frames frames;
  private final TopicPages topics;

  /**
   * @param topics whose tables stand on the pages of the years; its own pages are not made here
   */
  public SitePages(Site site, TopicPages topics) {
    this.topics = topics;
    this.site = site;
    this.frames = new Frames(site);
  }

  /**
   * The home page first.
   *
   * @param summaries one for each unit, in any order
   */
  public List<Page> of(List<UnitSummary> summaries) {
    Map<ReportId, ReportSummary> reports = new HashMap<>();
    summaries.forEach(unit -> unit.reports().forEach(report -> reports.put(report.id(), report)));
    List<Page> pages = new ArrayList<>();
    pages.add(home(reports));
    pages.add(unitList(reports));
    pages.add(yearList(reports));
    YearTables tables = new YearTables(site, frames, reports, topics);
    site.years().forEach(year -> pages.addAll(tables.pages(year)));
    pages.add(search());
    pages.add(notFound());
    return pages;
  }

  private HomePage home(Map<ReportId, ReportSummary> reports) {
    Route route = site.plan().home();
    List<HomePage.Missing> missing = new ArrayList<>();
    for (Catalog.Unit unit : site.catalog().units()) {
      Years years = Years.of(site, unit.info());
      if (!years.missing().isEmpty()) {
        missing.add(
            new HomePage.Missing(frames.unit(route, unit.info().slug()), years.words(site)));
      }
    }
    int shown = Math.min(MISSING, missing.size());
    return new HomePage(
        frames.frame(route, Frames.Part.HOME, site.settings().title(), List.of(), List.of()),
        site.settings().title(),
        site.settings().description(),
        totals(reports),
        new HomePage.Matrix(
            site.years().stream()
                .map(year -> new Link(Integer.toString(year), route.linkTo(site.plan().year(year))))
                .toList(),
            new MatrixBody(site, route, reports).write()),
        latest(route),
        missing.subList(0, shown),
        missing.size() > shown ? site.text("home.missing-more", missing.size() - shown) : "",
        site.catalog().reports().findAny().isEmpty() ? site.text("home.empty") : "");
  }

  private List<String> totals(Map<ReportId, ReportSummary> reports) {
    int commitments = 0;
    int compared = 0;
    for (ReportSummary report : reports.values()) {
      commitments += report.plan().map(Tally::commitments).orElse(0);
      compared += report.plan().map(Tally::compared).orElse(0);
    }
    List<String> totals = new ArrayList<>();
    if (!reports.isEmpty()) {
      totals.add(site.text("home.units", Site.number(site.catalog().units().size())));
      totals.add(
          site.firstYear() == site.lastYear()
              ? site.text("year", site.firstYear())
              : site.text("home.years", site.firstYear(), site.lastYear()));
      totals.add(site.text("home.reports", Site.number(reports.size())));
      totals.add(site.text("home.plans", Site.number(commitments), Site.number(compared)));
      site.catalog()
          .reports()
          .flatMap(entry -> entry.date().stream())
          .max(Comparator.naturalOrder())
          .ifPresent(date -> totals.add(site.text("home.until", site.date(date))));
    }
    return totals;
  }

  /** The reports written last; those without a date stand at the end of their year. */
  private List<HomePage.Latest> latest(Route route) {
    Comparator<Catalog.Entry> byDay =
        Comparator.comparing(entry -> entry.date().orElseGet(() -> entry.id().year() + "-12-31"));
    return site.catalog()
        .reports()
        .sorted(byDay.reversed().thenComparing(Catalog.Entry::id))
        .limit(LATEST)
        .map(
            entry ->
                new HomePage.Latest(
                    frames.report(route, entry.id()),
                    site.unitName(entry.id().unit(), entry.id().year()),
                    entry
                        .date()
                        .map(site::date)
                        .orElseGet(() -> site.text("year", entry.id().year()))))
        .toList();
  }

  private UnitListPage unitList(Map<ReportId, ReportSummary> reports) {
    Route route = site.plan().units();
    List<Catalog.Unit> units = site.catalog().units();
    return new UnitListPage(
        frames.frame(route, Frames.Part.UNITS, site.text("units.title"), List.of(), List.of()),
        site.text("units.title"),
        site.text("units.lead", Site.number(units.size())),
        new UnitListBody(site, route, frames).write(),
        units.isEmpty() ? site.text("home.empty") : "");
  }

  private YearListPage yearList(Map<ReportId, ReportSummary> reports) {
    Route route = site.plan().years();
    Map<Integer, List<ReportSummary>> byYear =
        reports.values().stream().collect(Collectors.groupingBy(report -> report.id().year()));
    Map<Integer, List<Tally>> byTarget =
        reports.values().stream()
            .flatMap(report -> report.plan().stream())
            .collect(Collectors.groupingBy(Tally::targetYear));
    List<YearListPage.Row> rows = new ArrayList<>();
    for (int year : site.years().reversed()) {
      List<ReportSummary> ofYear = byYear.getOrDefault(year, List.of());
      Bar bar = Bar.of(site, byTarget.getOrDefault(year, List.of()));
      rows.add(
          new YearListPage.Row(
              new Link(site.text("year-long", year), route.linkTo(site.plan().year(year))),
              List.of(
                  site.text("years.reports", ofYear.size()),
                  site.text(
                      "years.units",
                      ofYear.stream().map(report -> report.id().unit()).distinct().count())),
              bar.isEmpty()
                  ? site.text("years.no-plans", year)
                  : site.text("years.plans", year, bar.total()),
              bar));
    }
    return new YearListPage(
        frames.frame(route, Frames.Part.YEARS, site.text("years.title"), List.of(), List.of()),
        site.text("years.title"),
        site.text("years.lead"),
        rows,
        rows.isEmpty() ? site.text("home.empty") : "");
  }

  private SearchPage search() {
    Route route = site.plan().search();
    return new SearchPage(
        frames.frame(route, Frames.Part.SEARCH, site.text("search.title"), List.of(), List.of()),
        site.text("search.title"),
        site.catalog().units().stream()
            .map(unit -> unit.info().slug())
            .map(slug -> new SearchPage.Unit(slug, frames.unit(route, slug)))
            .toList(),
        site.years().reversed().stream()
            .map(year -> new SearchPage.Choice(Integer.toString(year), site.text("year", year)))
            .toList(),
        site.catalog()
            .reports()
            .map(entry -> entry.id().kind())
            .distinct()
            .sorted(Kinds.ORDER)
            .map(kind -> new SearchPage.Choice(kind, site.kindName(kind)))
            .toList(),
        List.of(Role.SUMMARY, Role.PROBLEMS, Role.PLAN, Role.OTHER).stream()
            .map(role -> new SearchPage.Choice(role.word(), site.roleName(role)))
            .toList(),
        site.years().reversed().stream()
            .map(year -> new Link(site.text("year", year), route.linkTo(site.plan().year(year))))
            .toList());
  }

  private NotFoundPage notFound() {
    String title = site.text("missing.title");
    return new NotFoundPage(
        frames.missing(site.plan().notFound(), title), title, site.text("missing.text"));
  }
}
