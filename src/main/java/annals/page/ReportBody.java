package annals.page;

import annals.anchor.PublishedAnchor;
import annals.compare.Repetition;
import annals.compare.Repetition.OfSection;
import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the body of a report: its lead and its sections with everything that stands in them. */
final class ReportBody {
  /** Deeper sections all have the smallest heading. */
  private static final int SMALLEST_HEADING = 6;

  /** Sections deeper than this have no links of their own to other years. */
  private static final int YEAR_LINK_LEVEL = 2;

  /** How much of a section must stand in the report before, in percent, to be told at its head. */
  private static final int TOLD_PERCENT = 40;

  /** And at least how many characters. */
  private static final int TOLD_CHARACTERS = 120;

  private final Site site;
  private final int year;
  private final ReportNotes notes;
  private final List<OtherYear> others;
  private final ThreadLinks threads;
  private final BlockMarkup blocks;
  private final ProseMarkup prose;
  private final Map<String, OfSection> repeated = new HashMap<>();
  private final String beforeName;
  private final Markup out = new Markup(48 * 1024);

  /** By the id of what stands there now, the retired ids that lead there. */
  private final Map<String, List<String>> retired = new HashMap<>();

  /**
   * Another year's report of the page's year switcher.
   *
   * @param page its address
   * @param anchors the sections it has in common with this report: this report's anchor to its own
   */
  record OtherYear(int year, String page, Map<String, String> anchors) {
    String link(String anchor) {
      return page + "#" + anchors.get(anchor);
    }
  }

  /**
   * @param year the report's
   * @param addresses where its links lead
   * @param others ascending
   * @param repetition what of it stands in other reports
   * @param threads what of each section goes on in other years
   */
  ReportBody(
      Site site,
      int year,
      Addresses addresses,
      ReportNotes notes,
      List<OtherYear> others,
      Repetition repetition,
      ThreadLinks threads) {
    this.site = site;
    this.year = year;
    this.notes = notes;
    this.others = others;
    this.threads = threads;
    this.prose = new ProseMarkup(site.labels(), addresses, repetition.stretches());
    this.blocks = new BlockMarkup(site.labels(), prose);
    this.beforeName = repetition.before().map(site::yearAndKind).orElse("");
    for (OfSection section : repetition.sections()) {
      if (section.level() == 1
          && section.share().beforePercent() >= TOLD_PERCENT
          && section.share().before() >= TOLD_CHARACTERS) {
        repeated.put(section.anchor(), section);
      }
    }
  }

  Html write(Outline outline) {
    for (PublishedAnchor.Retired gone : outline.retired()) {
      retired.computeIfAbsent(gone.at(), at -> new ArrayList<>()).add(gone.id());
    }
    retired(out, PublishedAnchor.Retired.TOP);
    if (!outline.lead().isEmpty()) {
      out.raw("<div class=\"lead\">\n");
      outline.lead().forEach(passage -> passage(passage, false));
      out.raw("</div>\n");
    }
    outline.sections().forEach(section -> section(section, null));
    return out.html();
  }

  private void section(Section section, Role above) {
    String anchor = section.anchor();
    List<OtherYear> same = others.stream().filter(o -> o.anchors().containsKey(anchor)).toList();
    out.raw("<section id=\"").text(anchor).raw("\" class=\"level-").raw(section.level());
    if (section.role() != above) {
      out.raw(" role-").raw(section.role().word());
    }
    out.raw("\"");
    if (!same.isEmpty()) {
      sameAnchors(anchor, same);
    }
    out.raw(">\n");
    retired(out, anchor);
    boolean runsIn = section.runIn() && startsWithParagraph(section.body());
    if (runsIn) {
      out.raw("<div class=\"run-in\">");
    }
    heading(section, same);
    out.raw(runsIn ? "" : "\n");
    notes.beginSection();
    List<Sentence> headingSentence = section.headingSentence().map(List::of).orElse(List.of());
    if (runsIn) {
      Passage first = section.body().getFirst();
      retired(out, first.anchor());
      blocks.passage(out, first, this::beforeSentence);
      out.raw("</div>\n");
      List<Sentence> together = new ArrayList<>(headingSentence);
      together.addAll(first.sentences());
      notes.write(out, together);
    } else {
      notes.write(out, headingSentence);
    }
    List<Passage> body = section.body();
    body.subList(runsIn ? 1 : 0, body.size()).forEach(passage -> passage(passage, true));
    threads.write(out, section);
    section.children().forEach(child -> section(child, section.role()));
    out.raw("</section>\n");
  }

  /** For scripts: the years that have the section, with its anchor there where that differs. */
  private void sameAnchors(String anchor, List<OtherYear> same) {
    out.raw(" data-same=\"");
    String separator = "";
    for (OtherYear other : same) {
      out.raw(separator).raw(other.year());
      String there = other.anchors().get(anchor);
      if (!there.equals(anchor)) {
        out.raw("=").text(there);
      }
      separator = " ";
    }
    out.raw("\"");
  }

  private static boolean startsWithParagraph(List<Passage> body) {
    return !body.isEmpty() && body.getFirst().block() instanceof Block.Paragraph;
  }

  private void heading(Section section, List<OtherYear> same) {
    int rank = Math.min(section.level() + 1, SMALLEST_HEADING);
    out.raw("<h").raw(rank).raw(">");
    section.headingSentence().ifPresent(sentence -> notes.sign(out, sentence));
    prose.write(out, section.prose());
    out.raw("</h").raw(rank).raw(">");
    boolean linked = section.level() <= YEAR_LINK_LEVEL && !same.isEmpty();
    OfSection told = repeated.get(section.anchor());
    if (section.level() == 1 && (linked || section.role() != Role.OTHER || told != null)) {
      out.raw("<p class=\"about\"><span>");
      if (section.role() != Role.OTHER) {
        out.raw("<span class=\"role\">")
            .text(site.roleName(section.role()))
            .raw("</span> ")
            .text(site.text("year", section.target()));
      }
      out.raw("</span>");
      if (told != null) {
        repeated(told);
      }
      if (linked) {
        sameLinks(section.anchor(), same, "span");
      }
      out.raw("</p>");
    } else if (linked) {
      sameLinks(section.anchor(), same, "p");
    }
  }

  /** That much of a section stands in the report before. */
  private void repeated(OfSection section) {
    out.raw("<a class=\"repeated\" href=\"#repetition\">");
    out.text(
            site.text(
                "repetition.section",
                beforeName,
                RepetitionSection.percent(
                    site, section.share().before(), section.share().characters())))
        .raw("</a> ");
  }

  /** Links to the same section in the nearest years before and after that have it. */
  private void sameLinks(String anchor, List<OtherYear> same, String element) {
    out.raw("<").raw(element).raw(" class=\"same\"><span class=\"vh\">");
    out.text(site.text("report.same")).raw("</span>");
    int after = 0;
    while (after < same.size() && same.get(after).year() < year) {
      after++;
    }
    if (after > 0) {
      sameLink(anchor, same.get(after - 1), "before");
    }
    if (after < same.size()) {
      sameLink(anchor, same.get(after), "after");
    }
    out.raw("</").raw(element).raw(">");
  }

  private void sameLink(String anchor, OtherYear other, String side) {
    out.raw(" <a class=\"").raw(side).raw("\"");
    out.attribute("href", other.link(anchor));
    out.attribute("title", site.text("report.same-in", other.year()));
    out.raw(">").raw(other.year()).raw("</a>");
  }

  private void beforeSentence(Markup to, Sentence sentence) {
    retired(to, sentence.anchor());
    notes.sign(to, sentence);
  }

  /** Places for links to what stood here once. */
  private void retired(Markup to, String at) {
    if (!retired.isEmpty()) {
      for (String id : retired.getOrDefault(at, List.of())) {
        to.raw("<span class=\"retired\"")
            .attribute("id", id)
            .attribute("title", site.text("report.retired"))
            .raw("></span>");
      }
    }
  }

  private void passage(Passage passage, boolean noted) {
    retired(out, passage.anchor());
    blocks.passage(out, passage, noted ? this::beforeSentence : (to, s) -> retired(to, s.anchor()));
    if (noted) {
      notes.write(out, passage.sentences());
    }
  }
}
