package annals.page;

import annals.archive.UnitArchive;
import annals.figures.Mention;
import annals.figures.Observation;
import annals.figures.Series;
import annals.text.Span;
import java.util.List;
import java.util.Optional;

/** Makes the pages of indicators through the years, and their short form for the unit's page. */
final class IndicatorPages {
  /** How many the unit's page shows. */
  private static final int STRIP = 4;

  /** Fewer years make no line worth a place on the unit's page. */
  private static final int FEWEST_YEARS_IN_STRIP = 3;

  /** Most characters of a clause shown on either side of a number. */
  private static final int QUOTED = 24;

  private static final String CLAUSE_ENDS = "，。；：！？";

  private final Site site;
  private final Frames frames;
  private final ProseMarkup prose;

  IndicatorPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
    this.prose = new ProseMarkup(site.labels());
  }

  /** The page of a unit's indicators; none if there are none. */
  List<Page> of(UnitArchive archive) {
    if (archive.series().isEmpty()) {
      return List.of();
    }
    String slug = archive.unit().slug();
    Route route = site.plan().indicators(slug);
    String title = site.text("indicators.title");
    String heading = site.text("indicators.heading", archive.unit().name());
    Markup tables = new Markup(32 * 1024);
    archive.series().forEach(series -> table(tables, series, route));
    return List.of(
        new IndicatorsPage(
            frames.frame(
                route,
                Frames.Part.UNITS,
                heading,
                title,
                List.of(frames.units(route), frames.unit(route, slug)),
                List.of()),
            heading,
            site.text("indicators.lead", archive.series().size()),
            charts(archive, archive.series(), route),
            tables.html()));
  }

  /** The most telling ones for the unit's page; empty if none runs through enough years. */
  Html strip(UnitArchive archive, Route route) {
    List<Series> telling =
        archive.series().stream()
            .filter(series -> series.named() || series.reached() >= FEWEST_YEARS_IN_STRIP)
            .limit(STRIP)
            .toList();
    return telling.isEmpty() ? Html.EMPTY : charts(archive, telling, route);
  }

  /** The link to the page with all of them. */
  Link all(UnitArchive archive, Route route) {
    return archive.series().isEmpty()
        ? Link.NONE
        : new Link(
            site.text("indicators.all", archive.series().size()),
            route.linkTo(site.plan().indicators(archive.unit().slug())));
  }

  private Html charts(UnitArchive archive, List<Series> shown, Route route) {
    Chart chart = new Chart(site, route, archive.series());
    Route tables = site.plan().indicators(archive.unit().slug());
    Markup out = new Markup(16 * 1024);
    for (Series series : shown) {
      out.raw("<li><figure><figcaption><a");
      out.attribute("href", route.linkTo(tables, series.id())).raw(">");
      prose.plain(out, name(series));
      out.raw("</a>");
      latest(out, series);
      out.raw("</figcaption>");
      chart.draw(out, series, name(series));
      out.raw("</figure></li>\n");
    }
    return out.html();
  }

  /** The last number, in its own words. */
  private void latest(Markup out, Series series) {
    for (Series.Point point : series.points().reversed()) {
      Optional<Observation> last =
          point.reached().isPresent()
              ? point.reached()
              : series.reached() == 0 ? point.planned() : Optional.empty();
      if (last.isPresent() && last.get().value().isPresent()) {
        out.raw(" <b>");
        prose.plain(out, words(last.get()));
        out.raw("</b> <span class=\"when\">").text(site.text("year", point.year())).raw("</span>");
        return;
      }
    }
  }

  private String name(Series series) {
    return series.change() ? site.text("indicators.change", series.name()) : series.name();
  }

  private String words(Observation observation) {
    return site.labels().number(observation.mention(), observation.sentence().text());
  }

  private void table(Markup out, Series series, Route route) {
    out.raw("<section aria-labelledby=\"").text(series.id()).raw("\">\n<h3 id=\"");
    out.text(series.id()).raw("\">");
    prose.plain(out, name(series));
    out.raw(" <span class=\"detail\">").text(series.measure()).raw("</span></h3>\n");
    out.raw("<table><thead><tr><th scope=\"col\">").text(site.text("indicators.year"));
    out.raw("</th><th scope=\"col\">").text(site.text("indicators.planned"));
    out.raw("</th><th scope=\"col\">").text(site.text("indicators.reached"));
    out.raw("</th></tr></thead>\n<tbody>\n");
    for (Series.Point point : series.points()) {
      out.raw("<tr><th scope=\"row\">").raw(point.year()).raw("</th>");
      cell(out, point.planned(), route);
      cell(out, point.reached(), route);
      out.raw("</tr>\n");
    }
    out.raw("</tbody></table>\n</section>\n");
  }

  private void cell(Markup out, Optional<Observation> observation, Route route) {
    out.raw("<td>");
    if (observation.isEmpty()) {
      out.raw("<span class=\"none\">—</span>");
    } else {
      Observation said = observation.get();
      String href = route.linkTo(site.plan().report(said.report()), said.sentence().anchor());
      out.raw("<a").attribute("href", href).raw("><b>");
      prose.plain(out, words(said));
      out.raw("</b></a> <q>");
      prose.plain(out, quoted(said));
      out.raw("</q>");
    }
    out.raw("</td>");
  }

  /** The clause of a number, with the one before if that names what is counted. */
  private static String quoted(Observation said) {
    String text = said.sentence().text();
    Span number = said.mention().written();
    boolean named = said.mention().origin() == Mention.Origin.CLAUSE;
    int start = clauseStart(text, number.start());
    if (!named && start > 0) {
      start = clauseStart(text, start - 1);
    }
    int end = number.end();
    while (end < text.length() && CLAUSE_ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int from = Math.max(start, number.start() - QUOTED);
    int to = Math.min(end, number.end() + QUOTED);
    return (from > start ? "…" : "") + text.substring(from, to) + (to < end ? "…" : "");
  }

  private static int clauseStart(String text, int end) {
    int start = end;
    while (start > 0 && CLAUSE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }
}
