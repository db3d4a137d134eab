package annals.page;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.Block;
import annals.report.ReportId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the body of a report: its lead and its sections with everything that stands in them. */
final class ReportBody {
  /** Deeper sections all have the smallest heading. */
  private static final int SMALLEST_HEADING = 6;

  /** Sections deeper than this have no links of their own to other years. */
  private static final int YEAR_LINK_LEVEL = 2;

  private final Site site;
  private final Route route;
  private final ReportId report;
  private final ReportNotes notes;
  private final Map<ReportId, Map<String, String>> same;
  private final BlockMarkup blocks;
  private final ProseMarkup prose;
  private final Markup out = new Markup(16 * 1024);

  ReportBody(
      Site site,
      Route route,
      ReportId report,
      ReportNotes notes,
      Map<ReportId, Map<String, String>> same) {
    this.site = site;
    this.route = route;
    this.report = report;
    this.notes = notes;
    this.same = same;
    this.blocks = new BlockMarkup(site.labels());
    this.prose = new ProseMarkup(site.labels());
  }

  Html write(Outline outline) {
    if (!outline.lead().isEmpty()) {
      out.raw("<div class=\"lead\">\n");
      outline.lead().forEach(passage -> passage(passage, false));
      out.raw("</div>\n");
    }
    outline.sections().forEach(this::section);
    return out.html();
  }

  private void section(Section section) {
    out.raw("<section")
        .attribute("id", section.anchor())
        .raw(" class=\"section level-")
        .raw(section.level())
        .raw(" role-")
        .raw(section.role().word())
        .raw("\"");
    Map<Integer, String> years = sameInOtherYears(section);
    if (!years.isEmpty()) {
      StringBuilder pairs = new StringBuilder();
      years.forEach(
          (year, href) ->
              pairs.append(pairs.isEmpty() ? "" : " ").append(year).append('=').append(href));
      out.attribute("data-same", pairs.toString());
    }
    out.raw(">\n");
    boolean runsIn = section.runIn() && startsWithParagraph(section.body());
    if (runsIn) {
      out.raw("<div class=\"run-in\">");
    }
    heading(section, years);
    out.raw(runsIn ? "" : "\n");
    List<Sentence> headingSentence = section.headingSentence().map(List::of).orElse(List.of());
    if (runsIn) {
      Passage first = section.body().getFirst();
      blocks.passage(out, first, notes::sign);
      out.raw("</div>\n");
      notes.write(
          out,
          java.util.stream.Stream.concat(headingSentence.stream(), first.sentences().stream())
              .toList());
    } else {
      notes.write(out, headingSentence);
    }
    section.body().stream().skip(runsIn ? 1 : 0).forEach(passage -> passage(passage, true));
    section.children().forEach(this::section);
    out.raw("</section>\n");
  }

  private static boolean startsWithParagraph(List<Passage> body) {
    return !body.isEmpty() && body.getFirst().block() instanceof Block.Paragraph;
  }

  private void heading(Section section, Map<Integer, String> years) {
    int rank = Math.min(section.level() + 1, SMALLEST_HEADING);
    out.raw("<h").raw(rank).raw(">");
    section.headingSentence().ifPresent(sentence -> notes.sign(out, sentence));
    prose.write(out, section.prose());
    out.raw("</h").raw(rank).raw(">");
    boolean linked = section.level() <= YEAR_LINK_LEVEL && !years.isEmpty();
    if (section.level() == 1 && (linked || section.role() != Role.OTHER)) {
      out.raw("<p class=\"about\"><span>");
      if (section.role() != Role.OTHER) {
        out.raw("<span class=\"role\">")
            .text(site.roleName(section.role()))
            .raw("</span> ")
            .text(site.text("year", section.target()));
      }
      out.raw("</span>");
      if (linked) {
        sameLinks(years, "span");
      }
      out.raw("</p>");
    } else if (linked) {
      sameLinks(years, "p");
    }
  }

  /** Links to the same section in the year before and the year after. */
  private void sameLinks(Map<Integer, String> years, String element) {
    out.raw("<").raw(element).raw(" class=\"same\"><span class=\"vh\">");
    out.text(site.text("report.same")).raw("</span>");
    neighbour(years, Integer.MIN_VALUE, report.year(), "before");
    neighbour(years, report.year(), Integer.MAX_VALUE, "after");
    out.raw("</").raw(element).raw(">");
  }

  /** The nearest year strictly between two bounds that has the section. */
  private void neighbour(Map<Integer, String> years, int above, int below, String side) {
    boolean before = side.equals("before");
    years.keySet().stream()
        .filter(year -> year > above && year < below)
        .reduce((first, second) -> before ? second : first)
        .ifPresent(
            year ->
                out.raw(" <a class=\"")
                    .raw(side)
                    .raw("\"")
                    .attribute("href", years.get(year))
                    .attribute("title", site.text("report.same-in", year))
                    .raw(">")
                    .raw(year)
                    .raw("</a>"));
  }

  /** The links to this section in the unit's other reports, by year. */
  private Map<Integer, String> sameInOtherYears(Section section) {
    Map<Integer, String> years = new TreeMap<>();
    same.forEach(
        (other, anchors) -> {
          String anchor = anchors.get(section.anchor());
          if (anchor != null && site.has(other)) {
            years.put(other.year(), route.linkTo(site.plan().report(other), anchor));
          }
        });
    return years;
  }

  private void passage(Passage passage, boolean noted) {
    blocks.passage(out, passage, noted ? notes::sign : (markup, sentence) -> {});
    if (noted) {
      notes.write(out, passage.sentences());
    }
  }
}
