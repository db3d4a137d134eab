package annals.compare;

import annals.outline.Outline;
import annals.outline.Role;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Finds which sections of two reports are on the same matter. The parts (summary, problems, plan)
 * correspond by their role where each report has one of it. All other sections go by heading, text
 * (rare terms counting more) and by what they say of the same, the most alike first, whatever their
 * numbers and order. Below corresponding sections a little likeness is enough; elsewhere it takes
 * much. Sections of another role are not considered.
 */
final class SectionAligner {
  private static final double ALIKE_BELOW_SAME_PARENT = 0.08;
  private static final double ALIKE_ANYWHERE = 0.25;
  private static final double HEADING_WEIGHT = 0.5;
  private static final double COMMON_WEIGHT = 1;

  private final Renumbering numbering;
  private final SectionTerms olderTerms;
  private final SectionTerms newerTerms;
  private final List<Section> older;
  private final List<Section> newer;
  private final int[] olderParents;
  private final int[] newerParents;
  private final int[] partner;
  private final boolean[] taken;
  private final double[][] common;

  private SectionAligner(Outline older, Outline newer, Renumbering numbering, double[][] common) {
    this.numbering = numbering;
    this.common = common;
    this.olderTerms = numbering.vocabulary().sections(older);
    this.newerTerms = numbering.vocabulary().sections(newer);
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
   * @param numbering one of a vocabulary that knows both reports
   * @param common what part of the texts of each older section (row) and each newer one, children
   *     included, says the same
   */
  static int[] align(Outline older, Outline newer, Renumbering numbering, double[][] common) {
    SectionAligner aligner = new SectionAligner(older, newer, numbering, common);
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
    numbering.clear();
    double[][] alike = alike();
    List<Candidate> candidates = new ArrayList<>();
    for (int a = 0; a < older.size(); a++) {
      for (int b = 0; b < newer.size(); b++) {
        if (alike[a][b] >= ALIKE_BELOW_SAME_PARENT && older.get(a).role() == newer.get(b).role()) {
          candidates.add(new Candidate(a, b, alike[a][b]));
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

  /** How alike each older section (row) and each newer one are, by text and heading. */
  private double[][] alike() {
    int[] olderNumbers = numbers(olderTerms);
    int[] newerNumbers = numbers(newerTerms);
    int size = numbering.size();
    int[] frequency = new int[size];
    count(olderTerms.texts(), olderNumbers, frequency);
    count(newerTerms.texts(), newerNumbers, frequency);
    int[] terms = numbering.originals();
    Vocabulary vocabulary = numbering.vocabulary();
    Rarity rarity =
        Rarity.of(
            frequency, older.size() + newer.size(), term -> vocabulary.isRegister(terms[term]));
    double[][] alike =
        TermVectors.of(
                whole(older, olderTerms, a -> partner[a] < 0).renumbered(olderNumbers), rarity)
            .cosines(
                TermVectors.of(
                    whole(newer, newerTerms, b -> !taken[b]).renumbered(newerNumbers), rarity),
                size);
    double[][] headings =
        TermVectors.of(olderTerms.headings().renumbered(olderNumbers), rarity)
            .cosines(TermVectors.of(newerTerms.headings().renumbered(newerNumbers), rarity), size);
    for (int a = 0; a < alike.length; a++) {
      for (int b = 0; b < alike[a].length; b++) {
        alike[a][b] += HEADING_WEIGHT * headings[a][b] + COMMON_WEIGHT * common[a][b];
      }
    }
    return alike;
  }

  /** A number for each term of a report, the same for the same term of both. */
  private int[] numbers(SectionTerms report) {
    int[] numbers = new int[report.terms().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbering.number(report.terms()[i]);
    }
    return numbers;
  }

  private static void count(TermCounts texts, int[] numbers, int[] textsWith) {
    for (int k = 0; k < texts.entries(); k++) {
      textsWith[numbers[texts.term(k)]]++;
    }
  }

  /**
   * What each section without a partner says: its heading and own body, or without a body what
   * stands below it too. Nothing for the other sections.
   */
  private static TermCounts whole(List<Section> sections, SectionTerms terms, IntPredicate alone) {
    int[] from = new int[sections.size()];
    int[] to = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = i;
      to[i] = i;
      if (alone.test(i)) {
        to[i] += sections.get(i).body().isEmpty() ? (int) sections.get(i).walk().count() : 1;
      }
    }
    return terms.texts().joined(from, to, terms.terms().length);
  }
}
