package annals.page;

import annals.archive.Catalog;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;

/** Makes the frames of pages: navigation, the way from the home page, metadata, sources. */
final class Frames {
  private final Site site;

  Frames(Site site) {
    this.site = site;
  }

  /** The parts of the site that the main navigation names. */
  enum Part {
    HOME,
    UNITS,
    YEARS,
    SEARCH
  }

  /**
   * A frame.
   *
   * @param way the pages between the home page and this one, without both
   * @param reports the reports whose text the page shows
   */
  Frame frame(Route route, Part part, String title, List<Link> way, List<ReportId> reports) {
    return frame(route, part, title, title, way, reports);
  }

  /**
   * A frame whose page has a short name at the end of the way to it.
   *
   * @param name the page's name there
   */
  Frame frame(
      Route route, Part part, String title, String name, List<Link> way, List<ReportId> reports) {
    SitePlan plan = site.plan();
    List<Link> crumbs = new ArrayList<>();
    if (part != Part.HOME) {
      crumbs.add(new Link(site.text("nav.home"), route.linkTo(plan.home())));
      crumbs.addAll(way);
      crumbs.add(Link.plain(name));
    }
    String documentTitle =
        part == Part.HOME
            ? site.settings().title()
            : site.text("document.title", title, site.settings().title());
    return new Frame(
        route,
        documentTitle,
        route.root(),
        "",
        route.linkTo(plan.home()),
        route.linkTo(plan.search()),
        navigation(route, part),
        crumbs,
        meta(title, reports),
        sources(route, reports));
  }

  /** The frame of the page for missing addresses, which is shown at any depth. */
  Frame missing(Route route, String title) {
    Frame frame = frame(route, Part.HOME, title, List.of(), List.of());
    return new Frame(
        route,
        site.text("document.title", title, site.settings().title()),
        frame.root(),
        site.settings().baseUrl().orElse(""),
        frame.home(),
        frame.search(),
        frame.navigation(),
        List.of(new Link(site.text("nav.home"), frame.home()), Link.plain(title)),
        frame.meta(),
        List.of());
  }

  Link units(Route from) {
    return new Link(site.text("nav.units"), from.linkTo(site.plan().units()));
  }

  Link years(Route from) {
    return new Link(site.text("nav.years"), from.linkTo(site.plan().years()));
  }

  Link unit(Route from, String slug) {
    String name = site.unit(slug).map(unit -> unit.info().name()).orElse(slug);
    return new Link(name, from.linkTo(site.plan().unit(slug)));
  }

  /** A link to a report under its title; plain text if the catalogue does not list it. */
  Link report(Route from, ReportId id) {
    return site.has(id)
        ? new Link(site.title(id), from.linkTo(site.plan().report(id)))
        : Link.plain(site.title(id));
  }

  private List<Frame.NavigationLink> navigation(Route route, Part part) {
    SitePlan plan = site.plan();
    return List.of(
        new Frame.NavigationLink(
            site.text("nav.units"), route.linkTo(plan.units()), part == Part.UNITS),
        new Frame.NavigationLink(
            site.text("nav.years"), route.linkTo(plan.years()), part == Part.YEARS),
        new Frame.NavigationLink(
            site.text("nav.search"), route.linkTo(plan.search()), part == Part.SEARCH));
  }

  private List<Frame.Meta> meta(String title, List<ReportId> reports) {
    List<Frame.Meta> meta = new ArrayList<>();
    meta.add(new Frame.Meta("DC.title", title));
    meta.add(new Frame.Meta("DC.language", site.settings().language()));
    meta.add(new Frame.Meta("DC.format", "text/html"));
    if (!site.settings().publisher().isEmpty()) {
      meta.add(new Frame.Meta("DC.publisher", site.settings().publisher()));
    }
    reports.stream()
        .map(id -> site.unitName(id.unit(), id.year()))
        .distinct()
        .forEach(name -> meta.add(new Frame.Meta("DC.creator", name)));
    reports.stream()
        .map(ReportId::kind)
        .distinct()
        .forEach(kind -> meta.add(new Frame.Meta("DC.type", site.kindName(kind))));
    for (ReportId id : reports) {
      meta.add(new Frame.Meta("DC.coverage", Integer.toString(id.year())));
      meta.add(new Frame.Meta("DC.identifier", id.toString()));
      site.entry(id)
          .ifPresent(
              entry -> {
                entry.date().ifPresent(date -> meta.add(new Frame.Meta("DC.date", date)));
                entry.source().ifPresent(s -> meta.add(new Frame.Meta("DC.source", s.file())));
              });
    }
    return meta;
  }

  private List<Frame.SourceLine> sources(Route route, List<ReportId> reports) {
    List<Frame.SourceLine> lines = new ArrayList<>();
    for (ReportId id : reports) {
      site.entry(id).ifPresent(entry -> lines.add(source(route, entry)));
    }
    return lines;
  }

  private Frame.SourceLine source(Route route, Catalog.Entry entry) {
    String hash = entry.source().map(source -> source.sha256()).orElse("");
    Route page = site.plan().report(entry.id());
    return new Frame.SourceLine(
        page.equals(route) ? Link.plain(site.title(entry.id())) : report(route, entry.id()),
        entry.source().map(source -> source.file()).orElse(""),
        hash,
        hash.length() > 12 ? hash.substring(0, 12) : hash,
        entry.date().map(site::date).orElse(""));
  }
}
