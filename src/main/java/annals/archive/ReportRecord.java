package annals.archive;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.Report;
import annals.report.ReportId;
import java.util.List;
import java.util.stream.Stream;

/** A report with its outline. */
public record ReportRecord(ReportId id, Report report, Outline outline) {

  /** How long it is: the characters of its headings and sentences; tables are not counted. */
  public int characters() {
    int headings = outline.walk().mapToInt(section -> section.prose().text().length()).sum();
    Stream<Passage> passages =
        Stream.concat(
            outline.lead().stream(), outline.walk().map(Section::body).flatMap(List::stream));
    return headings
        + passages
            .flatMap(passage -> passage.sentences().stream())
            .mapToInt((Sentence sentence) -> sentence.span().length())
            .sum();
  }
}
