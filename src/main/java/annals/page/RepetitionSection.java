package annals.page;

import annals.compare.Repetition;
import annals.compare.Repetition.OfSection;
import annals.compare.Repetition.Place;
import annals.compare.Repetition.Share;
import annals.outline.Outline;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a report repeats: the figures of its head, and the table below its text. */
final class RepetitionSection {
  /** Sections with less than this in common with others, in percent, have no line of their own. */
  private static final int LISTED = 5;

  private final Site site;
  private final Route route;
  private final Repetition repetition;

  RepetitionSection(Site site, Route route, Repetition repetition) {
    this.site = site;
    this.route = route;
    this.repetition = repetition;
  }

  ReportPage.Repeated write(Outline outline) {
    Share whole = repetition.whole();
    boolean any = whole.before() > 0 || whole.elsewhere() > 0;
    String href = any ? "#repetition" : "";
    List<Link> figures = new ArrayList<>();
    repetition
        .before()
        .ifPresent(
            before ->
                figures.add(
                    new Link(
                        site.text("repetition.with", beforeName(before), percent(whole.before()))
                            + numbersOnly(whole),
                        href)));
    if (whole.elsewhere() > 0) {
      figures.add(new Link(site.text("repetition.with-others", percent(whole.elsewhere())), href));
    }
    return any
        ? new ReportPage.Repeated(
            figures, lead(), others(), rows(outline), note(site, repetition.many()))
        : new ReportPage.Repeated(figures, "", List.of(), Html.EMPTY, "");
  }

  private String percent(int characters) {
    return percent(site, characters, repetition.whole().characters());
  }

  /** A share in words: whole percent, and less than one where there is a little. */
  static String percent(Site site, int part, int whole) {
    int percent = Repetition.percent(part, whole);
    return part > 0 && percent == 0
        ? site.text("repetition.less")
        : site.text("repetition.percent", percent);
  }

  private String beforeName(ReportId before) {
    return before.unit().equals(repetition.report().unit())
        ? site.yearAndKind(before)
        : site.text(
            "repetition.report", site.unitName(before.unit(), before.year()), before.year());
  }

  private String numbersOnly(Share share) {
    return share.numbersOnly() == 0
        ? ""
        : site.text("repetition.numbers-only", share.numbersOnly());
  }

  private String lead() {
    Share whole = repetition.whole();
    StringBuilder lead = new StringBuilder();
    repetition
        .before()
        .filter(before -> whole.before() > 0)
        .ifPresent(
            before ->
                lead.append(
                    site.text(
                        whole.numbersOnly() > 0 ? "repetition.lead-numbers" : "repetition.lead",
                        beforeName(before),
                        percent(whole.before()),
                        whole.numbersOnly())));
    if (whole.elsewhere() > 0) {
      lead.append(site.text("repetition.lead-others", percent(whole.elsewhere())));
    }
    return lead.toString();
  }

  private List<Link> others() {
    return repetition.elsewhere().stream()
        .filter(other -> site.has(other.report()))
        .map(other -> other(site, route, other, repetition.whole().characters()))
        .toList();
  }

  /** A report of another unit with its share of this one's text. */
  static Link other(Site site, Route route, Repetition.Other other, int characters) {
    ReportId id = other.report();
    return new Link(
        site.text(
            "repetition.other",
            site.unitName(id.unit(), id.year()),
            site.yearAndKind(id),
            percent(site, other.characters(), characters)),
        route.linkTo(site.plan().report(id)));
  }

  /**
   * What is counted, in words.
   *
   * @param many in how many units a phrase must stand not to count; 0 if the archive is too small
   */
  static String note(Site site, int many) {
    return many == 0 ? site.text("repetition.note-small") : site.text("repetition.note", many);
  }

  private Html rows(Outline outline) {
    Map<String, Section> sections = new HashMap<>();
    outline.walk().forEach(section -> sections.put(section.anchor(), section));
    Markup out = new Markup(4 * 1024);
    for (OfSection of : repetition.sections()) {
      Share share = of.share();
      boolean listed = share.beforePercent() >= LISTED || share.elsewherePercent() >= LISTED;
      if (of.level() == 1 || listed) {
        row(out, sections.get(of.anchor()), of);
      }
    }
    return out.html();
  }

  private void row(Markup out, Section section, OfSection of) {
    Share share = of.share();
    out.raw("<tr class=\"level-").raw(of.level()).raw("\"><th scope=\"row\"><a href=\"#");
    out.text(of.anchor()).raw("\">").text(section.label()).raw("</a></th>");
    share(out, share.before(), share.characters());
    out.raw("<td class=\"number\">");
    out.raw(share.numbersOnly() > 0 ? String.valueOf(share.numbersOnly()) : "—").raw("</td>");
    share(out, share.elsewhere(), share.characters());
    out.raw("<td class=\"from\">");
    place(out, share.before() > 0 ? of.before() : Optional.empty());
    place(out, share.elsewhere() > 0 ? of.elsewhere() : Optional.empty());
    out.raw("</td></tr>\n");
  }

  private void share(Markup out, int part, int whole) {
    out.raw("<td class=\"share\">");
    shareDrawing(out, site, part, whole);
    out.raw("</td>");
  }

  /** A share as a figure with a stroke of its length. */
  static void shareDrawing(Markup out, Site site, int part, int whole) {
    if (part == 0) {
      out.raw("<span class=\"none\">—</span>");
      return;
    }
    out.raw("<span>").text(percent(site, part, whole)).raw("</span>");
    stroke(out, part, whole);
  }

  static void stroke(Markup out, int part, int whole) {
    out.raw(
        "<svg class=\"stroke\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\""
            + " aria-hidden=\"true\"><rect width=\"");
    out.raw(Math.max(1, Repetition.percent(part, whole))).raw("\" height=\"4\"/></svg>");
  }

  private void place(Markup out, Optional<Place> place) {
    place
        .filter(p -> site.has(p.report()))
        .ifPresent(
            p -> {
              boolean own = p.report().unit().equals(repetition.report().unit());
              String name =
                  own
                      ? site.yearAndKind(p.report())
                      : site.text(
                          "repetition.report",
                          site.unitName(p.report().unit(), p.report().year()),
                          p.report().year());
              out.raw("<a")
                  .attribute(
                      "href", route.linkTo(site.plan().report(p.report())) + "#" + p.anchor())
                  .attribute("title", p.label())
                  .raw(">")
                  .text(name)
                  .raw(" ")
                  .text(shortened(p.label()))
                  .raw("</a> ");
            });
  }

  private static String shortened(String label) {
    int most = 14;
    return label.codePointCount(0, label.length()) <= most
        ? label
        : label.substring(0, label.offsetByCodePoints(0, most)) + "…";
  }
}
