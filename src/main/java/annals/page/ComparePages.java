package annals.page;

import annals.archive.UnitArchive;
import annals.compare.YearComparison;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the pages on which two reports stand side by side, and the list of them. */
final class ComparePages {
  private final Site site;
  private final Frames frames;

  ComparePages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
  }

  /** The comparisons that belong to this unit, each on its page, and their list. */
  List<Page> of(UnitArchive archive) {
    String slug = archive.unit().slug();
    List<YearComparison> own =
        archive.comparisons().stream().filter(c -> c.newer().unit().equals(slug)).toList();
    List<Page> pages = new ArrayList<>();
    pages.add(index(archive, own));
    for (YearComparison comparison : own) {
      pages.add(pair(archive, comparison, own));
    }
    return pages;
  }

  private CompareIndexPage index(UnitArchive archive, List<YearComparison> own) {
    String slug = archive.unit().slug();
    Route route = site.plan().compare(slug);
    List<CompareIndexPage.Pair> pairs = new ArrayList<>();
    for (YearComparison comparison : own.reversed()) {
      CompareCounts counts = CompareCounts.of(comparison);
      pairs.add(
          new CompareIndexPage.Pair(
              link(route, comparison),
              site.kindName(comparison.newer().kind()),
              counts.same(),
              counts.changed(),
              counts.added(),
              counts.removed(),
              counts.moved()));
    }
    String title = site.text("compare.index-heading", archive.unit().name());
    return new CompareIndexPage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            title,
            site.text("compare.title"),
            List.of(frames.units(route), frames.unit(route, slug)),
            List.of()),
        title,
        site.text("compare.index-lead"),
        pairs,
        pairs.isEmpty() ? site.text("compare.empty", archive.unit().name()) : "",
        archive.threads().stream()
            .map(threads -> CompareData.of(site, route, threads))
            .flatMap(Optional::stream)
            .toList());
  }

  private Link link(Route from, YearComparison comparison) {
    return new Link(
        site.text("compare.pair", comparison.older().year(), comparison.newer().year()),
        from.linkTo(site.plan().compare(comparison.older(), comparison.newer())));
  }

  private ComparePage pair(
      UnitArchive archive, YearComparison comparison, List<YearComparison> own) {
    ReportId older = comparison.older();
    ReportId newer = comparison.newer();
    Route route = site.plan().compare(older, newer);
    CompareCounts counts = CompareCounts.of(comparison);
    String years = site.text("compare.pair", older.year(), newer.year());
    String title =
        site.text(
            "compare.heading",
            site.unitName(newer.unit(), newer.year()),
            site.kindName(newer.kind()),
            years);
    return new ComparePage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            title,
            years,
            List.of(
                frames.units(route),
                frames.unit(route, newer.unit()),
                new Link(
                    site.text("compare.title"), route.linkTo(site.plan().compare(newer.unit())))),
            List.of(older, newer)),
        title,
        side(route, older),
        side(route, newer),
        choices(archive, newer.kind()),
        counts.words(site),
        counts.same() < comparison.rows().size() || counts.moved() > 0,
        new CompareBody(site, route, comparison).write(),
        neighbour(route, own, comparison, true),
        neighbour(route, own, comparison, false));
  }

  /** The years that may stand in a column. */
  private static List<Integer> choices(UnitArchive archive, String kind) {
    return archive.threads().stream()
        .filter(threads -> threads.reports().getFirst().id().kind().equals(kind))
        .flatMap(threads -> threads.reports().stream())
        .map(told -> told.id().year())
        .distinct()
        .sorted()
        .toList();
  }

  private ComparePage.Side side(Route route, ReportId id) {
    return new ComparePage.Side(
        id.year(), id.kind(), site.unitName(id.unit(), id.year()), frames.report(route, id));
  }

  private Link neighbour(
      Route route, List<YearComparison> own, YearComparison here, boolean before) {
    int year = here.newer().year();
    return own.stream()
        .filter(c -> c.newer().kind().equals(here.newer().kind()))
        .filter(c -> before ? c.newer().year() < year : c.newer().year() > year)
        .min(Comparator.comparingInt(c -> Math.abs(c.newer().year() - year)))
        .map(c -> link(route, c))
        .orElse(Link.NONE);
  }
}
