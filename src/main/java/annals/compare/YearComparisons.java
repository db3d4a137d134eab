package annals.compare;

import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.compare.YearComparison.SectionPair;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets two reports of a unit side by side: sections by matter, then the passages inside aligned
 * sections, then the characters inside aligned passages. Headings are compared without their
 * numbers, for a number tells the order only. Stateless and safe for several threads.
 */
public final class YearComparisons {
  private final Renumbering numbering;
  private final List<Section> older;
  private final List<Section> newer;
  private final int[] partner;
  private final int[] back;
  private final boolean[] moved;

  private YearComparisons(FollowUps.Told older, FollowUps.Told newer, Renumbering numbering) {
    this.numbering = numbering;
    this.older = older.outline().walk().toList();
    this.newer = newer.outline().walk().toList();
    this.partner = SectionAligner.align(older.outline(), newer.outline(), numbering);
    this.back = new int[this.newer.size()];
    Arrays.fill(back, -1);
    for (int a = 0; a < partner.length; a++) {
      if (partner[a] >= 0) {
        back[partner[a]] = a;
      }
    }
    this.moved = moved();
  }

  /** The comparison of two reports, which need not be of consecutive years. */
  public static YearComparison of(FollowUps.Told older, FollowUps.Told newer) {
    return of(older, newer, Vocabulary.of(Stream.of(older.outline(), newer.outline())));
  }

  /**
   * The same.
   *
   * @param vocabulary best one that knows both reports already, for then their texts are not read
   *     again
   */
  public static YearComparison of(
      FollowUps.Told older, FollowUps.Told newer, Vocabulary vocabulary) {
    Renumbering numbering =
        new Renumbering(vocabulary.including(older.outline()).including(newer.outline()));
    return new YearComparison(
        older.id(),
        newer.id(),
        PassageAligner.align(older.outline().lead(), newer.outline().lead(), numbering),
        new YearComparisons(older, newer, numbering).rows());
  }

  /** The newer report's order; a dropped section follows what it followed in the older one. */
  private List<SectionPair> rows() {
    List<SectionPair> rows = new ArrayList<>();
    boolean[] written = new boolean[older.size()];
    dropped(0, written, rows);
    for (int b = 0; b < newer.size(); b++) {
      if (back[b] < 0) {
        rows.add(alone(newer.get(b), Change.ADDED));
      } else {
        rows.add(both(back[b], b));
        dropped(back[b] + 1, written, rows);
      }
    }
    return List.copyOf(rows);
  }

  /** Writes the dropped sections from here on, up to the next that is not. */
  private void dropped(int from, boolean[] written, List<SectionPair> rows) {
    for (int a = from; a < older.size() && partner[a] < 0 && !written[a]; a++) {
      written[a] = true;
      rows.add(alone(older.get(a), Change.REMOVED));
    }
  }

  private SectionPair both(int a, int b) {
    Section old = older.get(a);
    Section young = newer.get(b);
    TextDifference difference = TextDifference.between(old.heading(), young.heading());
    PassagePair heading =
        new PassagePair(
            Optional.empty(),
            Optional.empty(),
            difference.same() ? Change.SAME : Change.CHANGED,
            difference.older(),
            difference.newer());
    List<PassagePair> passages = PassageAligner.align(old.body(), young.body(), numbering);
    boolean same =
        difference.same() && passages.stream().allMatch(pair -> pair.change() == Change.SAME);
    return new SectionPair(
        Optional.of(old),
        Optional.of(young),
        same ? Change.SAME : Change.CHANGED,
        moved[b],
        heading,
        passages);
  }

  private SectionPair alone(Section section, Change change) {
    boolean added = change == Change.ADDED;
    List<YearComparison.Run> text = TextDifference.whole(section.heading(), true);
    PassagePair heading =
        new PassagePair(
            Optional.empty(),
            Optional.empty(),
            change,
            added ? List.of() : text,
            added ? text : List.of());
    return new SectionPair(
        added ? Optional.empty() : Optional.of(section),
        added ? Optional.of(section) : Optional.empty(),
        change,
        false,
        heading,
        added
            ? PassageAligner.align(List.of(), section.body(), numbering)
            : PassageAligner.align(section.body(), List.of(), numbering));
  }

  /**
   * Which newer sections moved: those that changed their parent, and among the children of one
   * parent those outside the longest sequence that kept its order.
   */
  private boolean[] moved() {
    int[] olderParents = SectionAligner.parents(older);
    int[] newerParents = SectionAligner.parents(newer);
    boolean[] result = new boolean[newer.size()];
    List<List<Integer>> siblings = new ArrayList<>();
    for (int p = 0; p <= newer.size(); p++) {
      siblings.add(new ArrayList<>());
    }
    for (int b = 0; b < newer.size(); b++) {
      if (back[b] >= 0) {
        int oldParent = olderParents[back[b]];
        int counterpart = oldParent < 0 ? -1 : partner[oldParent];
        if (counterpart == newerParents[b] && (oldParent < 0) == (newerParents[b] < 0)) {
          siblings.get(newerParents[b] + 1).add(b);
        } else {
          result[b] = true;
        }
      }
    }
    for (List<Integer> children : siblings) {
      int[] order = children.stream().mapToInt(b -> back[b]).toArray();
      boolean[] kept = IncreasingSubsequence.of(order);
      for (int i = 0; i < order.length; i++) {
        result[children.get(i)] = !kept[i];
      }
    }
    return result;
  }
}
