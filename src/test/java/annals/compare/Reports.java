package annals.compare;

import annals.markdown.MarkdownReader;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.outline.TargetYear;
import annals.report.Prose;
import annals.report.ReportId;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outlines of small reports written in Markdown, and sentences without a report. */
final class Reports {
  private Reports() {}

  static Outline outline(String markdown) {
    return Outliner.outline(new MarkdownReader().read("report.md", markdown).report()).outline();
  }

  static FollowUps.Told told(String markdown) {
    Outline outline = outline(markdown);
    return new FollowUps.Told(new ReportId("guan", outline.year(), "work"), outline);
  }

  /** Sentences in a row, all of one section. */
  static List<SentenceRef> sentences(String... texts) {
    Section section =
        new Section(
            "s-1",
            1,
            "一、",
            "工作",
            Prose.plain("一、工作"),
            false,
            Role.PLAN,
            TargetYear.of(2023),
            Optional.empty(),
            List.of(),
            List.of(),
            1);
    List<SentenceRef> refs = new ArrayList<>();
    for (String text : texts) {
      String anchor = "s-1-p1-" + (refs.size() + 1);
      refs.add(new SentenceRef(section, new Sentence(anchor, text, new Span(0, text.length()))));
    }
    return refs;
  }
}
