package annals.compare;

import annals.markdown.MarkdownReader;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.report.ReportId;

/** Outlines of small reports written in Markdown. */
final class Reports {
  private Reports() {}

  static Outline outline(String markdown) {
    return Outliner.outline(new MarkdownReader().read("report.md", markdown).report()).outline();
  }

  static FollowUps.Told told(String markdown) {
    Outline outline = outline(markdown);
    return new FollowUps.Told(new ReportId("guan", outline.year(), "work"), outline);
  }
}
