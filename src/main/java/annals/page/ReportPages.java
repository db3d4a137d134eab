package annals.page;

import annals.archive.Catalog;
import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.archive.UnitSummary.Tally;
import annals.compare.FollowUp;
import annals.compare.YearComparison;
import annals.outline.Role;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the pages of reports. */
final class ReportPages {
  /** A longer heading is cut in the table of contents. */
  private static final int CONTENTS_LENGTH = 26;

  /** Deeper sections are not in the table of contents. */
  private static final int CONTENTS_DEPTH = 3;

  private final Site site;
  private final Frames frames;

  ReportPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
  }

  List<Page> of(UnitArchive archive) {
    SameSections same = new SameSections(archive);
    List<Page> pages = new ArrayList<>();
    for (ReportRecord record : archive.reports()) {
      pages.add(page(archive, record, same.from(record.id())));
    }
    return pages;
  }

  private ReportPage page(
      UnitArchive archive, ReportRecord record, Map<ReportId, Map<String, String>> same) {
    ReportId id = record.id();
    Route route = site.plan().report(id);
    ReportNotes notes = new ReportNotes(site, route, record, archive);
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
        title,
        List.of(
            new Link(site.unitName(id.unit(), id.year()), frames.unit(route, id.unit()).href()),
            new Link(site.text("year-long", id.year()), route.linkTo(site.plan().year(id.year()))),
            Link.plain(site.kindName(id.kind()))),
        facts(record),
        yearLinks(route, id, years),
        siblings(archive, route, id),
        connections(archive, route, record),
        missing(record),
        contents(record),
        !notes.isEmpty(),
        new ReportBody(site, route, id, notes, same).write(record.outline()),
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

  private List<Link> siblings(UnitArchive archive, Route route, ReportId id) {
    return archive.reports().stream()
        .map(ReportRecord::id)
        .filter(other -> other.year() == id.year() && !other.equals(id))
        .map(other -> frames.report(route, other))
        .toList();
  }

  private List<ReportPage.Connection> connections(
      UnitArchive archive, Route route, ReportRecord record) {
    List<ReportPage.Connection> connections = new ArrayList<>();
    for (FollowUp followUp : FollowUpRefs.intoAccount(archive, record.id())) {
      connections.add(account(route, followUp));
    }
    FollowUpRefs.ofPlan(archive, record.id())
        .ifPresent(followUp -> connections.add(plan(route, followUp)));
    archive.comparisons().stream()
        .filter(c -> c.newer().equals(record.id()))
        .findFirst()
        .ifPresent(comparison -> connections.add(comparison(route, comparison)));
    return connections;
  }

  private ReportPage.Connection account(Route route, FollowUp followUp) {
    int year = followUp.targetYear();
    Tally tally = Tally.of(followUp);
    return new ReportPage.Connection(
        "account",
        site.text("connection.account"),
        new Link(
            site.text("connection.account-link", year),
            route.linkTo(FollowUpRefs.route(site.plan(), followUp))),
        followUp
            .plan()
            .map(plan -> site.text("connection.account-note", tally.compared(), tally.unplanned()))
            .orElseGet(() -> site.text("connection.planless", year)),
        Bar.of(site, tally));
  }

  private ReportPage.Connection plan(Route route, FollowUp followUp) {
    int year = followUp.targetYear();
    Tally tally = Tally.of(followUp);
    return new ReportPage.Connection(
        "plan",
        site.text("connection.plan"),
        new Link(
            site.text("connection.plan-link", year),
            route.linkTo(FollowUpRefs.route(site.plan(), followUp))),
        followUp.account().isPresent()
            ? site.text("connection.plan-note", tally.commitments())
            : site.text("connection.waiting", tally.commitments(), year),
        Bar.of(site, tally));
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

  private List<ReportPage.ContentsEntry> contents(ReportRecord record) {
    return record
        .outline()
        .walk()
        .filter(section -> section.level() <= CONTENTS_DEPTH)
        .map(this::contentsEntry)
        .toList();
  }

  private ReportPage.ContentsEntry contentsEntry(Section section) {
    String heading = section.heading();
    int length = heading.codePointCount(0, heading.length());
    String cut =
        length > CONTENTS_LENGTH
            ? heading.substring(0, heading.offsetByCodePoints(0, CONTENTS_LENGTH)) + "…"
            : heading;
    return new ReportPage.ContentsEntry(
        section.level(),
        section.anchor(),
        section.number(),
        cut,
        section.label(),
        section.role().word(),
        section.level() == 1 && section.role() != Role.OTHER
            ? site.text("contents.role", site.roleName(section.role()), section.target())
            : "");
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
