package annals.page;

import annals.archive.Catalog;
import annals.archive.UnitArchive;
import annals.archive.UnitSummary;
import annals.archive.UnitSummary.ReportSummary;
import annals.archive.UnitSummary.Tally;
import annals.compare.Repetition;
import annals.compare.YearComparison;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes all pages of one unit while it is in flight: the unit's own page, its reports, the choices
 * of years with several reports, its follow-ups, its comparisons and its threads. Safe for several
 * threads.
 *
 * <p>A follow-up from a predecessor's plan into this unit's report is expected in the archives of
 * both units, for both units' reports show it in their margins; its page is made only with the unit
 * that owns the plan. A comparison's page is made only with the unit of its newer report.
 */
public final class UnitPages {
  private final Site site;
  private final Frames frames;
  private final ReportPages reports;
  private final FollowUpPages followUps;
  private final ComparePages comparisons;
  private final IndicatorPages indicators;
  private final ThreadPages threads;

  public UnitPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
    this.reports = new ReportPages(site);
    this.followUps = new FollowUpPages(site);
    this.comparisons = new ComparePages(site);
    this.indicators = new IndicatorPages(site);
    this.threads = new ThreadPages(site);
  }

  /**
   * The unit's page first.
   *
   * @param former where reports of the unit stood before
   */
  public List<Page> of(UnitArchive archive, UnitSummary summary, List<FormerAddress> former) {
    FollowUpRefs refs = new FollowUpRefs(site, archive);
    ThreadRefs threadRefs = new ThreadRefs(archive);
    List<Page> pages = new ArrayList<>();
    pages.add(unit(archive, summary, refs, threadRefs));
    pages.addAll(reports.of(archive, refs, threadRefs));
    pages.addAll(yearChoices(summary, former));
    former.stream()
        .filter(address -> !site.plan().isYearChoice(address.folder()))
        .forEach(address -> pages.add(formerPage(address)));
    pages.addAll(followUps.of(archive, refs));
    pages.addAll(comparisons.of(archive));
    pages.addAll(indicators.of(archive));
    Route ofThreads = site.plan().threads(archive.unit().slug());
    pages.add(threads.of(archive, refs, threadRefs, notes(ofThreads, archive.unit())));
    return pages;
  }

  private UnitPage unit(
      UnitArchive archive, UnitSummary summary, FollowUpRefs refs, ThreadRefs threadRefs) {
    UnitInfo unit = archive.unit();
    Route route = site.plan().unit(unit.slug());
    Years years = Years.of(site, unit);
    boolean compared =
        archive.comparisons().stream().anyMatch(c -> c.newer().unit().equals(unit.slug()));
    return new UnitPage(
        frames.frame(
            route, Frames.Part.UNITS, unit.name(), List.of(frames.units(route)), List.of()),
        unit.name(),
        lead(summary),
        notes(route, unit),
        years.missing().isEmpty() ? "" : site.text("unit.missing", years.words(site), unit.name()),
        rows(archive, summary, refs, route, years),
        compared
            ? new Link(
                site.text("unit.compare-all"), route.linkTo(site.plan().compare(unit.slug())))
            : Link.NONE,
        indicators.strip(archive, route),
        indicators.all(archive, route),
        threadRefs.isEmpty()
            ? Link.NONE
            : new Link(site.text("unit.threads"), route.linkTo(site.plan().threads(unit.slug()))),
        new ReturningProblems(site, route, refs).write(threadRefs.returning()));
  }

  private String lead(UnitSummary summary) {
    if (summary.reports().isEmpty()) {
      return site.text("unit.empty");
    }
    int commitments = 0;
    int compared = 0;
    for (ReportSummary report : summary.reports()) {
      commitments += report.plan().map(Tally::commitments).orElse(0);
      compared += report.plan().map(Tally::compared).orElse(0);
    }
    int first = summary.reports().getFirst().id().year();
    int last = summary.reports().getLast().id().year();
    return site.text(
        first == last ? "unit.lead-one" : "unit.lead",
        first,
        last,
        summary.reports().size(),
        commitments,
        compared);
  }

  private List<UnitPage.Note> notes(Route route, UnitInfo unit) {
    List<UnitPage.Note> notes = new ArrayList<>();
    for (UnitInfo.FormerName former : unit.formerNames()) {
      notes.add(
          new UnitPage.Note(
              site.text("unit.former"),
              Link.plain(former.name()),
              site.text("unit.former-until", former.until())));
    }
    for (UnitInfo.Predecessor predecessor : unit.predecessors()) {
      notes.add(
          new UnitPage.Note(
              site.text("unit.predecessor"),
              site.unitOfFolder(predecessor.folder())
                  .map(u -> frames.unit(route, u.info().slug()))
                  .orElseGet(() -> Link.plain(predecessor.folder())),
              site.text("unit.succession", predecessor.year(), predecessor.how())));
    }
    for (Catalog.Unit successor : site.successors(unit)) {
      successor.info().predecessors().stream()
          .filter(p -> p.folder().equals(unit.folder()))
          .forEach(
              p ->
                  notes.add(
                      new UnitPage.Note(
                          site.text("unit.successor"),
                          frames.unit(route, successor.info().slug()),
                          site.text("unit.succession", p.year(), p.how()))));
    }
    return notes;
  }

  private List<UnitPage.Row> rows(
      UnitArchive archive, UnitSummary summary, FollowUpRefs refs, Route route, Years years) {
    Map<Integer, List<UnitPage.Row>> byYear = new TreeMap<>();
    for (ReportSummary report : summary.reports()) {
      byYear
          .computeIfAbsent(report.id().year(), year -> new ArrayList<>())
          .add(row(archive, refs, route, report));
    }
    for (int year : years.missing()) {
      byYear.put(
          year,
          List.of(
              new UnitPage.Row(
                  year,
                  Link.NONE,
                  "",
                  Html.EMPTY,
                  Link.NONE,
                  "",
                  Bar.NONE,
                  Link.NONE,
                  "",
                  Link.NONE,
                  site.text("unit.no-report", Site.nameIn(archive.unit(), year), year))));
    }
    List<UnitPage.Row> rows = new ArrayList<>();
    byYear.values().stream().toList().reversed().forEach(rows::addAll);
    return rows;
  }

  private UnitPage.Row row(
      UnitArchive archive, FollowUpRefs refs, Route route, ReportSummary report) {
    ReportId id = report.id();
    Optional<FollowUpRefs.Ref> plan = refs.ofPlan(id);
    Optional<YearComparison> comparison =
        archive.comparisons().stream().filter(c -> c.newer().equals(id)).findFirst();
    return new UnitPage.Row(
        id.year(),
        frames.report(route, id),
        site.kindName(id.kind()),
        PartsMark.html(site, report.parts()),
        plan.map(
                ref ->
                    new Link(
                        site.text("unit.plan-link", ref.followUp().targetYear()),
                        route.linkTo(ref.route())))
            .orElse(Link.plain(site.text("unit.no-plan"))),
        plan.map(ref -> site.text("unit.plan-items", ref.tally().commitments())).orElse(""),
        plan.map(FollowUpRefs.Ref::bar).orElse(Bar.NONE),
        comparison
            .map(
                c ->
                    new Link(
                        site.text("unit.compare-link", c.older().year()),
                        route.linkTo(site.plan().compare(c.older(), c.newer()))))
            .orElse(Link.NONE),
        comparison.map(c -> CompareCounts.of(c).shortWords(site)).orElse(""),
        repeated(route, report),
        "");
  }

  private Link repeated(Route route, ReportSummary report) {
    Repetition.Share share = report.repeated().share();
    if (report.repeated().before().isEmpty()) {
      return Link.NONE;
    }
    String percent = RepetitionSection.percent(site, share.before(), share.characters());
    return share.before() == 0
        ? Link.plain(percent)
        : new Link(percent, route.linkTo(site.plan().report(report.id())) + "#repetition");
  }

  private FormerPage formerPage(FormerAddress address) {
    Route route = address.route();
    String name = site.unitName(address.unit(), address.year());
    boolean moved = address.now().isPresent();
    String title = site.text(moved ? "former.moved" : "former.gone");
    return new FormerPage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            title,
            List.of(frames.units(route), frames.unit(route, address.unit())),
            List.of()),
        title,
        site.text(moved ? "former.moved-lead" : "former.gone-lead", name, address.year()),
        address.now().map(id -> frames.report(route, id)).orElse(Link.NONE),
        frames.unit(route, address.unit()));
  }

  private List<Page> yearChoices(UnitSummary summary, List<FormerAddress> former) {
    Map<Integer, List<ReportSummary>> byYear = new LinkedHashMap<>();
    summary
        .reports()
        .forEach(r -> byYear.computeIfAbsent(r.id().year(), y -> new ArrayList<>()).add(r));
    List<Page> pages = new ArrayList<>();
    byYear.values().stream()
        .filter(reports -> reports.size() > 1)
        .forEach(reports -> pages.add(yearChoice(reports, former)));
    return pages;
  }

  private YearChoicePage yearChoice(List<ReportSummary> reports, List<FormerAddress> former) {
    ReportId first = reports.getFirst().id();
    Route route = site.plan().yearChoice(first);
    String name = site.unitName(first.unit(), first.year());
    String title = site.text("choice.title", name, first.year());
    return new YearChoicePage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            title,
            site.text("year", first.year()),
            List.of(frames.units(route), frames.unit(route, first.unit())),
            reports.stream().map(ReportSummary::id).toList()),
        title,
        site.text("choice.lead", reports.size()),
        reports.stream()
            .map(
                report ->
                    new YearChoicePage.Choice(
                        frames.report(route, report.id()),
                        site.kindName(report.id().kind()),
                        PartsMark.html(site, report.parts()),
                        site.entry(report.id())
                            .flatMap(Catalog.Entry::date)
                            .map(site::date)
                            .orElse("")))
            .toList(),
        former.stream()
            .filter(address -> address.route().equals(route))
            .flatMap(address -> address.now().stream())
            .findFirst()
            .map(id -> frames.report(route, id).href())
            .orElse(""));
  }
}
