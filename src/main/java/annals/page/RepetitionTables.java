package annals.page;

import annals.archive.Catalog;
import annals.archive.UnitSummary.Repeated;
import annals.archive.UnitSummary.ReportSummary;
import annals.compare.Repetition.Other;
import annals.compare.Repetition.Share;
import annals.report.ReportId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the pages that tell how much the reports of a year repeat. */
final class RepetitionTables {
  private static final int NAMED = 12;

  private final Site site;
  private final Frames frames;
  private final Map<ReportId, ReportSummary> reports;

  RepetitionTables(Site site, Frames frames, Map<ReportId, ReportSummary> reports) {
    this.site = site;
    this.frames = frames;
    this.reports = reports;
  }

  private record Row(Catalog.Entry entry, Repeated repeated) {
    int percent() {
      Share share = repeated.share();
      return Math.max(share.beforePercent(), share.elsewherePercent());
    }

    boolean isAlone() {
      return repeated.before().isEmpty() && repeated.elsewhere().isEmpty();
    }
  }

  /** Whether any report of a year has another to be set against. */
  boolean has(int year) {
    return rows(year).stream().anyMatch(row -> !row.isAlone());
  }

  private List<Row> rows(int year) {
    return site.catalog()
        .reports()
        .filter(entry -> entry.id().year() == year)
        .flatMap(
            entry ->
                Optional.ofNullable(reports.get(entry.id())).stream()
                    .map(summary -> new Row(entry, summary.repeated())))
        .toList();
  }

  /** The link from the page of a year, in words that say the most; none if there is no page. */
  Link link(Route from, int year) {
    if (!has(year)) {
      return Link.NONE;
    }
    int most = rows(year).stream().mapToInt(Row::percent).max().orElse(0);
    return new Link(
        site.text("repetition.of-year", most), from.linkTo(site.plan().repetition(year)));
  }

  RepetitionPage page(int year, Link previous, Link next) {
    Route route = site.plan().repetition(year);
    List<Row> rows = rows(year);
    Markup out = new Markup(16 * 1024);
    rows.stream()
        .filter(row -> !row.isAlone())
        .sorted(Comparator.comparingInt(Row::percent).reversed())
        .forEach(row -> row(out, route, row));
    String title = site.text("repetition.title", year);
    int many = rows.getFirst().repeated().many();
    return new RepetitionPage(
        frames.frame(
            route,
            Frames.Part.YEARS,
            title,
            site.text("repetition.name"),
            List.of(
                frames.years(route),
                new Link(site.text("year-long", year), route.linkTo(site.plan().year(year)))),
            List.of()),
        title,
        site.text("repetition.of-year-lead"),
        out.html(),
        alone(rows.stream().filter(Row::isAlone).toList()),
        RepetitionSection.note(site, many),
        previous,
        next);
  }

  private void row(Markup out, Route route, Row row) {
    ReportId id = row.entry().id();
    Repeated repeated = row.repeated();
    Share share = repeated.share();
    out.raw("<tr><th scope=\"row\"><a")
        .attribute("href", address(route, id, share))
        .raw(">")
        .text(site.unitName(id.unit(), id.year()))
        .raw("</a><span class=\"kind\">")
        .text(site.kindName(id.kind()))
        .raw("</span></th><td class=\"share\">");
    if (repeated.before().isPresent()) {
      RepetitionSection.shareDrawing(out, site, share.before(), share.characters());
    } else {
      out.raw("<span class=\"none\">").text(site.text("repetition.no-before")).raw("</span>");
    }
    out.raw("</td><td class=\"number\">");
    out.raw(share.numbersOnly() > 0 ? String.valueOf(share.numbersOnly()) : "—");
    out.raw("</td><td class=\"share\">");
    RepetitionSection.shareDrawing(out, site, share.elsewhere(), share.characters());
    out.raw("</td><td class=\"from\">");
    for (Other other : repeated.elsewhere()) {
      if (site.has(other.report())) {
        out.link(RepetitionSection.other(site, route, other, share.characters())).raw(" ");
      }
    }
    out.raw("</td></tr>\n");
  }

  /** The table below a report's text; the report itself where it has none. */
  private String address(Route route, ReportId id, Share share) {
    String report = route.linkTo(site.plan().report(id));
    return share.before() > 0 || share.elsewhere() > 0 ? report + "#repetition" : report;
  }

  private String alone(List<Row> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String names =
        rows.stream()
            .limit(NAMED)
            .map(row -> row.entry().id())
            .map(id -> site.unitName(id.unit(), id.year()))
            .distinct()
            .collect(Collectors.joining(site.text("list.separator")));
    return site.text(
        rows.size() > NAMED ? "repetition.alone-more" : "repetition.alone", names, rows.size());
  }
}
