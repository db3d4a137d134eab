package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds which sections of two reports are on the same matter. The parts (summary, problems, plan)
 * correspond by their role where each report has one of it. All other sections go by heading and
 * text, rare terms counting more, the most alike first, whatever their numbers and order. Below
 * corresponding sections a little likeness is enough; elsewhere it takes much. Sections of another
 * role are not considered.
 */
final class SectionAligner {
  private static final double ALIKE_BELOW_SAME_PARENT = 0.08;
  private static final double ALIKE_ANYWHERE = 0.25;
  private static final double HEADING_WEIGHT = 0.5;

  private final Vocabulary vocabulary;
  private final List<Section> older;
  private final List<Section> newer;
  private final int[] olderParents;
  private final int[] newerParents;
  private final int[] partner;
  private final boolean[] taken;

  private SectionAligner(Outline older, Outline newer, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.older = older.walk().toList();
    this.newer = newer.walk().toList();
    this.olderParents = parents(this.older);
    this.newerParents = parents(this.newer);
    this.partner = new int[this.older.size()];
    this.taken = new boolean[this.newer.size()];
    Arrays.fill(partner, -1);
  }

  /**
   * For each older section, in reading order, the index of the newer one it is aligned with, or -1.
   *
   * @param vocabulary one that knows both reports
   */
  static int[] align(Outline older, Outline newer, Vocabulary vocabulary) {
    SectionAligner aligner = new SectionAligner(older, newer, vocabulary);
    aligner.byRole();
    aligner.byText();
    return aligner.partner;
  }

  /** For each section, in reading order, the index of its parent, or -1. */
  static int[] parents(List<Section> sections) {
    Map<Section, Integer> index = new IdentityHashMap<>();
    int[] parents = new int[sections.size()];
    Arrays.fill(parents, -1);
    for (int i = 0; i < parents.length; i++) {
      index.put(sections.get(i), i);
    }
    for (int i = 0; i < parents.length; i++) {
      for (Section child : sections.get(i).children()) {
        parents[index.get(child)] = i;
      }
    }
    return parents;
  }

  private void byRole() {
    for (Role role : List.of(Role.SUMMARY, Role.PROBLEMS, Role.PLAN)) {
      int a = only(role, older, olderParents);
      int b = only(role, newer, newerParents);
      if (a >= 0 && b >= 0) {
        partner[a] = b;
        taken[b] = true;
      }
    }
  }

  /** The only top-level section of a role; -1 if there is none or more than one. */
  private static int only(Role role, List<Section> sections, int[] parents) {
    int found = -1;
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] < 0 && sections.get(i).role() == role) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private record Candidate(int older, int newer, double score) {}

  /** Level by level below corresponding sections, then what is left, wherever it went. */
  private void byText() {
    Renumbering numbering = new Renumbering(vocabulary.size());
    List<Terms> olderHeadings = numbering.of(headings(older));
    List<Terms> newerHeadings = numbering.of(headings(newer));
    List<Terms> olderTexts = texts(older, olderHeadings, numbering);
    List<Terms> newerTexts = texts(newer, newerHeadings, numbering);
    List<Terms> all = new ArrayList<>(olderTexts);
    all.addAll(newerTexts);
    int size = numbering.size();
    Rarity rarity =
        Rarity.among(all, size, term -> vocabulary.isRegister(numbering.original(term)));
    double[][] headings =
        TermVectors.of(olderHeadings, size, rarity)
            .cosines(TermVectors.of(newerHeadings, size, rarity), size);
    double[][] texts =
        TermVectors.of(whole(older, olderTexts), size, rarity)
            .cosines(TermVectors.of(whole(newer, newerTexts), size, rarity), size);
    List<Candidate> candidates = new ArrayList<>();
    for (int a = 0; a < older.size(); a++) {
      for (int b = 0; b < newer.size(); b++) {
        double alike = texts[a][b] + HEADING_WEIGHT * headings[a][b];
        if (alike >= ALIKE_BELOW_SAME_PARENT && older.get(a).role() == newer.get(b).role()) {
          candidates.add(new Candidate(a, b, alike));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::older)
            .thenComparingInt(Candidate::newer));
    int deepest = older.stream().mapToInt(Section::level).max().orElse(0);
    for (int level = 1; level <= deepest; level++) {
      int depth = level;
      take(candidates, c -> older.get(c.older).level() == depth && haveSameParent(c));
    }
    take(candidates, c -> c.score >= ALIKE_ANYWHERE);
  }

  private void take(List<Candidate> candidates, Predicate<Candidate> which) {
    for (Candidate candidate : candidates) {
      if (partner[candidate.older] < 0 && !taken[candidate.newer] && which.test(candidate)) {
        partner[candidate.older] = candidate.newer;
        taken[candidate.newer] = true;
      }
    }
  }

  /** Whether both are top-level or stand below sections that correspond. */
  private boolean haveSameParent(Candidate candidate) {
    int parent = olderParents[candidate.older];
    int counterpart = parent < 0 ? -1 : partner[parent];
    return counterpart == newerParents[candidate.newer] && (parent < 0) == (counterpart < 0);
  }

  private List<Terms> headings(List<Section> sections) {
    return sections.stream().map(section -> vocabulary.terms(section.heading())).toList();
  }

  /** Heading and own body of each section. */
  private List<Terms> texts(List<Section> sections, List<Terms> headings, Renumbering numbering) {
    List<Terms> texts = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      List<Terms> parts = new ArrayList<>();
      parts.add(headings.get(i));
      for (Passage passage : sections.get(i).body()) {
        parts.add(vocabulary.terms(passage).renumbered(numbering));
      }
      texts.add(Terms.join(parts));
    }
    return texts;
  }

  /** The same, but for a section without a body what stands below it too. */
  private static List<Terms> whole(List<Section> sections, List<Terms> texts) {
    List<Terms> whole = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      int end = i + (sections.get(i).body().isEmpty() ? (int) sections.get(i).walk().count() : 1);
      whole.add(Terms.join(texts.subList(i, end)));
    }
    return whole;
  }
}
