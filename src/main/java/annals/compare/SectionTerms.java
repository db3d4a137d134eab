package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a report's sections, numbered within the report from 0.
 *
 * @param terms the number in the vocabulary of each term
 * @param frequency in how many sections' own texts (heading and body) each term stands
 * @param headings the terms of each section's heading, in reading order
 * @param texts the terms of each section's own text; of a section without a body with those of all
 *     sections below it
 */
record SectionTerms(int[] terms, int[] frequency, TermCounts headings, TermCounts texts) {

  /** Reads a report that the numbering's vocabulary knows. */
  static SectionTerms of(Outline report, Renumbering numbering) {
    numbering.clear();
    List<Section> sections = report.walk().toList();
    List<Terms> headings = new ArrayList<>();
    List<Terms> own = new ArrayList<>();
    for (Section section : sections) {
      Terms heading = numbering.of(section.heading());
      List<Terms> parts = new ArrayList<>();
      parts.add(heading);
      for (Passage passage : section.body()) {
        parts.add(numbering.of(passage));
      }
      headings.add(heading);
      own.add(Terms.join(parts));
    }
    List<Terms> whole = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      int end = i + (sections.get(i).body().isEmpty() ? (int) sections.get(i).walk().count() : 1);
      whole.add(Terms.join(own.subList(i, end)));
    }
    int size = numbering.size();
    TermCounts inHeadings = TermCounts.of(headings, size);
    TermCounts inTexts = TermCounts.of(whole, size);
    int[] frequency = new int[size];
    for (int i = 0; i < own.size(); i++) {
      TermCounts ofOwn = sections.get(i).body().isEmpty() ? inHeadings : inTexts;
      for (int k = ofOwn.start(i); k < ofOwn.end(i); k++) {
        frequency[ofOwn.term(k)]++;
      }
    }
    return new SectionTerms(numbering.originals(), frequency, inHeadings, inTexts);
  }

  /** How many sections there are. */
  int size() {
    return headings.texts();
  }
}
