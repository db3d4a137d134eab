package annals.compare;

import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import annals.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a report says, the smallest piece that is set against other reports: a sentence;
 * in the problems part a point with all its sentences; a block that has no sentences, such as a
 * table; or the heading of a section that has nothing but it.
 *
 * @param section where it stands; absent for what stands before the first section
 * @param passage the block it stands in; absent for a heading
 * @param span where it stands in the passage's plain text, up to the next mention; the mentions of
 *     a passage together are its text
 * @param sentences those it consists of; none for a block without sentences
 * @param anchor its id in the report's page
 * @param text what it says
 */
public record Mention(
    ReportId report,
    Optional<Section> section,
    Optional<Passage> passage,
    Span span,
    List<Sentence> sentences,
    String anchor,
    String text) {
  public Mention {
    sentences = List.copyOf(sentences);
  }

  /** What part of the report it stands in; {@link Role#OTHER} before the first section. */
  public Role role() {
    return section.map(Section::role).orElse(Role.OTHER);
  }

  /** Whether it is a problem that stands as a section of its own, named by its heading. */
  public boolean isNamedProblem() {
    return passage.isPresent()
        && section.filter(s -> s.role() == Role.PROBLEMS && s.level() > 1).isPresent();
  }
}
