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

/**
 * Finds which sections of two reports are on the same matter. The parts (summary, problems, plan)
 * correspond by their role where each report has one of it. All other sections go by heading and
 * text, the most alike first, whatever their numbers and order; sections below corresponding ones
 * are preferred, sections of another role are not considered.
 */
final class SectionAligner {
  private static final double LEAST_ALIKE = 0.3;
  private static final double SAME_PARENT = 0.15;
  private static final double HEADING_SHARE = 0.5;

  private final List<Section> older;
  private final List<Section> newer;
  private final int[] olderParents;
  private final int[] newerParents;
  private final int[] partner;
  private final boolean[] taken;

  private SectionAligner(Outline older, Outline newer) {
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
   */
  static int[] align(Outline older, Outline newer) {
    SectionAligner aligner = new SectionAligner(older, newer);
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

  private void byText() {
    double[][] headings = cosines(Section::heading);
    double[][] texts = cosines(SectionAligner::text);
    List<Candidate> candidates = new ArrayList<>();
    for (int a = 0; a < older.size(); a++) {
      for (int b = 0; b < newer.size(); b++) {
        if (partner[a] < 0 && !taken[b] && older.get(a).role() == newer.get(b).role()) {
          double alike = HEADING_SHARE * headings[a][b] + (1 - HEADING_SHARE) * texts[a][b];
          if (haveSameParent(a, b)) {
            alike += SAME_PARENT;
          }
          if (alike >= LEAST_ALIKE) {
            candidates.add(new Candidate(a, b, alike));
          }
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::older)
            .thenComparingInt(Candidate::newer));
    for (Candidate candidate : candidates) {
      if (partner[candidate.older] < 0 && !taken[candidate.newer]) {
        partner[candidate.older] = candidate.newer;
        taken[candidate.newer] = true;
      }
    }
  }

  /** Whether both stand below parts that correspond by role. */
  private boolean haveSameParent(int a, int b) {
    int parentA = olderParents[a];
    int parentB = newerParents[b];
    return parentA >= 0 && parentB >= 0 && partner[parentA] == parentB;
  }

  private double[][] cosines(java.util.function.Function<Section, String> text) {
    return TermVectors.cosines(
        older.stream().map(text).map(Terms::of).toList(),
        newer.stream().map(text).map(Terms::of).toList());
  }

  /** Heading and own body; for a section without a body, the headings below it. */
  private static String text(Section section) {
    StringBuilder text = new StringBuilder(section.heading());
    for (Passage passage : section.body()) {
      text.append('。').append(BlockText.of(passage.block()));
    }
    if (section.body().isEmpty()) {
      section.children().forEach(child -> text.append('。').append(child.heading()));
    }
    return text.toString();
  }
}
