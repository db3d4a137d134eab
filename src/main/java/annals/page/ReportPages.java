package annals.page;

import annals.archive.Catalog;
import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.archive.UnitSummary.Tally;
import annals.compare.Repetition;
import annals.compare.YearComparison;
import annals.outline.Role;
import annals.report.ReportId;
import annals.report.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the pages of reports. */
final class ReportPages {
  private final Site site;
  private final Frames frames;

  ReportPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
  }

  List<Page> of(UnitArchive archive, FollowUpRefs followUps, ThreadRefs threads) {
    SameSections same = new SameSections(archive);
    List<Page> pages = new ArrayList<>();
    for (ReportRecord record : archive.reports()) {
      pages.add(page(archive, followUps, threads, record, same.from(record.id())));
    }
    return pages;
  }

  private ReportPage page(
      UnitArchive archive,
      FollowUpRefs followUps,
      ThreadRefs threads,
      ReportRecord record,
      Map<ReportId, Map<String, String>> same) {
    ReportId id = record.id();
    Route route = site.plan().report(id);
    Repetition repetition =
        archive.repetitions().stream().filter(r -> r.report().equals(id)).findFirst().orElseThrow();
    ReportNotes notes = new ReportNotes(site, route, id, record.outline(), followUps);
    String title = site.title(id);
    TreeMap<Integer, ReportId> years = years(archive, id, same);
    List<Link> way = new ArrayList<>();
    way.add(frames.units(route));
    way.add(frames.unit(route, id.unit()));
    String name = site.yearAndKind(id);
    if (site.plan().isCrowded(id)) {
      name = site.kindName(id.kind());
      way.add(new Link(site.text("year", id.year()), route.linkTo(site.plan().yearChoice(id))));
    }
    return new ReportPage(
        frames.frame(route, Frames.Part.UNITS, title, name, way, List.of(id)),
        ReportPage.pieces(title),
        List.of(
            new Link(site.unitName(id.unit(), id.year()), frames.unit(route, id.unit()).href()),
            new Link(site.text("year-long", id.year()), route.linkTo(site.plan().year(id.year()))),
            Link.plain(site.kindName(id.kind()))),
        facts(record),
        original(route, id),
        yearLinks(route, id, years),
        siblings(archive, route, id),
        connections(archive, followUps, route, id),
        new RepetitionSection(site, route, repetition).write(record.outline()),
        missing(record),
        new ContentsList(site).write(record.outline()),
        !notes.isEmpty(),
        new ReportBody(
                site,
                id.year(),
                Addresses.ofReport(site, record.report().path(), route),
                notes,
                others(route, id, years, same),
                repetition,
                new ThreadLinks(site, route, id, threads))
            .write(record.outline()),
        neighbour(route, years.lowerEntry(id.year())),
        neighbour(route, years.higherEntry(id.year())));
  }

  private List<ReportPage.Fact> facts(ReportRecord record) {
    List<ReportPage.Fact> facts = new ArrayList<>();
    site.entry(record.id())
        .flatMap(Catalog.Entry::date)
        .ifPresent(
            date ->
                facts.add(
                    new ReportPage.Fact(site.text("fact.date"), Link.plain(site.date(date)))));
    facts.add(
        new ReportPage.Fact(
            site.text("fact.length"),
            Link.plain(site.text("characters", Site.number(record.characters())))));
    record.outline().sections().stream()
        .filter(section -> section.role() != Role.OTHER)
        .forEach(
            section ->
                facts.add(
                    new ReportPage.Fact(
                        site.roleName(section.role()),
                        new Link(site.text("year", section.target()), "#" + section.anchor()))));
    return facts;
  }

  private ReportPage.Original original(Route route, ReportId id) {
    return site.entry(id)
        .flatMap(Catalog.Entry::source)
        .filter(Source::attached)
        .map(
            source ->
                new ReportPage.Original(
                    source.file(),
                    route.linkTo(site.plan().original(id, source.file())),
                    source.sha256()))
        .orElse(ReportPage.Original.NONE);
  }

  /** The reports of the same kind by year, those of predecessors included. */
  private TreeMap<Integer, ReportId> years(
      UnitArchive archive, ReportId id, Map<ReportId, Map<String, String>> same) {
    TreeMap<Integer, ReportId> years = new TreeMap<>();
    same.keySet().stream().filter(site::has).forEach(other -> years.put(other.year(), other));
    archive.reports().stream()
        .map(ReportRecord::id)
        .filter(other -> other.kind().equals(id.kind()))
        .forEach(other -> years.put(other.year(), other));
    years.put(id.year(), id);
    return years;
  }

  private List<ReportPage.YearLink> yearLinks(
      Route route, ReportId here, TreeMap<Integer, ReportId> years) {
    List<ReportPage.YearLink> links = new ArrayList<>();
    years.forEach(
        (year, id) ->
            links.add(
                new ReportPage.YearLink(
                    year, route.linkTo(site.plan().report(id)), site.title(id), id.equals(here))));
    return links;
  }

  /** The other reports of the year switcher that have sections in common with this one. */
  private List<ReportBody.OtherYear> others(
      Route route,
      ReportId here,
      TreeMap<Integer, ReportId> years,
      Map<ReportId, Map<String, String>> same) {
    List<ReportBody.OtherYear> others = new ArrayList<>();
    years.forEach(
        (year, id) -> {
          Map<String, String> anchors = same.getOrDefault(id, Map.of());
          if (!id.equals(here) && !anchors.isEmpty()) {
            others.add(
                new ReportBody.OtherYear(year, route.linkTo(site.plan().report(id)), anchors));
          }
        });
    return others;
  }

  private List<Link> siblings(UnitArchive archive, Route route, ReportId id) {
    return archive.reports().stream()
        .map(ReportRecord::id)
        .filter(other -> other.year() == id.year() && !other.equals(id))
        .map(other -> frames.report(route, other))
        .toList();
  }

  private List<ReportPage.Connection> connections(
      UnitArchive archive, FollowUpRefs followUps, Route route, ReportId id) {
    List<ReportPage.Connection> connections = new ArrayList<>();
    for (FollowUpRefs.Ref ref : followUps.intoAccount(id)) {
      connections.add(account(route, ref));
    }
    followUps.ofPlan(id).ifPresent(ref -> connections.add(plan(route, ref)));
    archive.comparisons().stream()
        .filter(c -> c.newer().equals(id))
        .findFirst()
        .ifPresent(comparison -> connections.add(comparison(route, comparison)));
    return connections;
  }

  private ReportPage.Connection account(Route route, FollowUpRefs.Ref ref) {
    int year = ref.followUp().targetYear();
    Tally tally = ref.tally();
    return new ReportPage.Connection(
        "account",
        site.text("connection.account"),
        new Link(site.text("connection.account-link", year), route.linkTo(ref.route())),
        ref.followUp().plan().isPresent()
            ? site.text("connection.account-note", tally.compared(), tally.unplanned())
            : site.text("connection.planless", year),
        ref.bar());
  }

  private ReportPage.Connection plan(Route route, FollowUpRefs.Ref ref) {
    int year = ref.followUp().targetYear();
    Tally tally = ref.tally();
    return new ReportPage.Connection(
        "plan",
        site.text("connection.plan"),
        new Link(site.text("connection.plan-link", year), route.linkTo(ref.route())),
        ref.followUp().account().isPresent()
            ? site.text("connection.plan-note", tally.commitments())
            : site.text("connection.waiting", tally.commitments(), year),
        ref.bar());
  }

  private ReportPage.Connection comparison(Route route, YearComparison comparison) {
    CompareCounts counts = CompareCounts.of(comparison);
    return new ReportPage.Connection(
        "compare",
        site.text("connection.compare"),
        new Link(
            site.text("compare.pair", comparison.older().year(), comparison.newer().year()),
            route.linkTo(site.plan().compare(comparison.older(), comparison.newer()))),
        counts.words(site),
        Bar.NONE);
  }

  private List<String> missing(ReportRecord record) {
    List<String> missing = new ArrayList<>();
    for (Role role : PartsMark.PARTS) {
      if (!record.outline().has(role)) {
        missing.add(site.text("report.no-" + role.word()));
      }
    }
    return missing;
  }

  private Link neighbour(Route route, Map.Entry<Integer, ReportId> entry) {
    return Optional.ofNullable(entry)
        .map(e -> frames.report(route, e.getValue()))
        .orElse(Link.NONE);
  }

  /** Orders reports for a reader who looks for the newest. */
  static final Comparator<ReportId> LATEST_FIRST =
      Comparator.comparingInt(ReportId::year).reversed().thenComparing(Comparator.naturalOrder());
}
