package annals.search;

import annals.archive.ReportRecord;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;

/**
 * The visible text of a report in the order in which it is numbered: section 0 is the title, a
 * heading without a body; section 1 the lead, a body without a heading; the sections of the outline
 * follow in reading order, each with its own body only.
 *
 * @param url the page, relative to the site's root
 */
record ReportText(ReportId id, String url, List<SectionText> sections) {
  ReportText {
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param anchor empty for title and lead
   * @param level 0 for title and lead
   * @param target the year (or span) the section is about; empty for title and lead
   */
  record SectionText(
      String anchor,
      int level,
      Role role,
      String target,
      String heading,
      List<PassageText> passages) {
    SectionText {
      passages = List.copyOf(passages);
    }
  }

  record PassageText(String anchor, List<String> paragraphs) {}

  static ReportText of(ReportRecord report, String title, String url) {
    List<SectionText> sections = new ArrayList<>();
    sections.add(opening(VisibleText.clean(title), List.of()));
    sections.add(opening("", passages(report.outline().lead())));
    report.outline().walk().map(ReportText::section).forEach(sections::add);
    return new ReportText(report.id(), url, sections);
  }

  private static SectionText opening(String title, List<PassageText> lead) {
    return new SectionText("", 0, Role.OTHER, "", title, lead);
  }

  /** The roles of the sections in runs: {@code 3x1,0x9,1x1,2x4}, a role being its ordinal. */
  String roles() {
    StringBuilder runs = new StringBuilder();
    int start = 0;
    for (int i = 1; i <= sections.size(); i++) {
      Role role = sections.get(start).role();
      if (i == sections.size() || sections.get(i).role() != role) {
        runs.append(start == 0 ? "" : ",").append(role.ordinal()).append('x').append(i - start);
        start = i;
      }
    }
    return runs.toString();
  }

  private static SectionText section(Section section) {
    return new SectionText(
        section.anchor(),
        section.level(),
        section.role(),
        section.target().toString(),
        VisibleText.clean(section.prose().text()),
        passages(section.body()));
  }

  private static List<PassageText> passages(List<Passage> passages) {
    return passages.stream()
        .map(p -> new PassageText(p.anchor(), VisibleText.paragraphs(p.block())))
        .filter(p -> !p.paragraphs().isEmpty())
        .toList();
  }
}
