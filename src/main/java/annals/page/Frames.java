package annals.page;

import annals.archive.Catalog;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the frames of pages: navigation, the way from the home page, metadata, sources. */
final class Frames {
  /** Digits of a hash that are shown; the rest is in its title. */
  private static final int HASH_SHOWN = 12;

  private final Site site;

  Frames(Site site) {
    this.site = site;
  }

  /** The parts of the site that the main navigation names. */
  enum Part {
    HOME,
    UNITS,
    YEARS,
    SEARCH,
    /** Pages that only the foot leads to. */
    NONE
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
        crumbs(crumbs),
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
        site.settings().baseUrl().orElse("/"),
        frame.home(),
        frame.search(),
        frame.navigation(),
        crumbs(List.of(new Link(site.text("nav.home"), frame.home()), Link.plain(title))),
        frame.meta(),
        Html.EMPTY);
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

  private Html crumbs(List<Link> crumbs) {
    Markup out = new Markup();
    for (Link crumb : crumbs) {
      out.raw("<li>");
      if (crumb.href().isEmpty()) {
        out.raw("<span aria-current=\"page\">").text(crumb.text()).raw("</span>");
      } else {
        out.link(crumb);
      }
      out.raw("</li>\n");
    }
    return out.html();
  }

  private Html meta(String title, List<ReportId> reports) {
    Markup out = new Markup();
    meta(out, "DC.title", title);
    meta(out, "DC.language", site.settings().language());
    meta(out, "DC.format", "text/html");
    if (!site.settings().publisher().isEmpty()) {
      meta(out, "DC.publisher", site.settings().publisher());
    }
    Set<String> creators = new LinkedHashSet<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (ReportId id : reports) {
      creators.add(site.unitName(id.unit(), id.year()));
      kinds.add(site.kindName(id.kind()));
    }
    creators.forEach(name -> meta(out, "DC.creator", name));
    kinds.forEach(kind -> meta(out, "DC.type", kind));
    for (ReportId id : reports) {
      meta(out, "DC.coverage", Integer.toString(id.year()));
      meta(out, "DC.identifier", id.toString());
      site.entry(id)
          .ifPresent(
              entry -> {
                entry.date().ifPresent(date -> meta(out, "DC.date", date));
                entry.source().ifPresent(source -> meta(out, "DC.source", source.file()));
              });
    }
    return out.html();
  }

  private static void meta(Markup out, String name, String content) {
    out.raw("<meta").attribute("name", name).attribute("content", content).raw(">\n");
  }

  private Html sources(Route route, List<ReportId> reports) {
    Markup out = new Markup();
    for (ReportId id : reports) {
      site.entry(id).ifPresent(entry -> source(out, route, entry));
    }
    return out.html();
  }

  private void source(Markup out, Route route, Catalog.Entry entry) {
    boolean here = site.plan().report(entry.id()).equals(route);
    out.raw("<div><dt>");
    out.link(here ? Link.plain(site.title(entry.id())) : report(route, entry.id()));
    out.raw("</dt><dd>");
    entry.date().ifPresent(date -> fact(out, "foot.date").text(site.date(date)).raw("</span>"));
    entry
        .source()
        .ifPresent(
            source -> {
              fact(out, "foot.file").text(source.file()).raw("</span>");
              String hash = source.sha256();
              fact(out, "foot.hash").raw("<code").attribute("title", hash).raw(">");
              out.text(hash, 0, Math.min(HASH_SHOWN, hash.length())).raw("</code></span>");
            });
    out.raw("</dd></div>\n");
  }

  private Markup fact(Markup out, String key) {
    return out.raw("<span>").text(site.text(key)).raw(" ");
  }
}
