package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a report's sections in reading order, numbered within the report from 0.
 *
 * @param terms the number in the vocabulary of each term
 * @param headings the terms of each section's heading
 * @param texts the terms of each section's heading and own body
 */
record SectionTerms(int[] terms, TermCounts headings, TermCounts texts) {

  /** Reads a report that the numbering's vocabulary knows. */
  static SectionTerms of(Outline report, Renumbering numbering) {
    numbering.clear();
    List<Terms> headings = new ArrayList<>();
    List<Terms> texts = new ArrayList<>();
    report
        .walk()
        .forEachOrdered(
            section -> {
              headings.add(numbering.of(section.heading()));
              texts.add(text(headings.getLast(), section, numbering));
            });
    int size = numbering.size();
    return new SectionTerms(
        numbering.originals(), TermCounts.of(headings, size), TermCounts.of(texts, size));
  }

  private static Terms text(Terms heading, Section section, Renumbering numbering) {
    List<Terms> parts = new ArrayList<>();
    parts.add(heading);
    for (Passage passage : section.body()) {
      parts.add(numbering.of(passage));
    }
    return Terms.join(parts);
  }
}
