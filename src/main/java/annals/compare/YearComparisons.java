package annals.compare;

import annals.compare.FollowUps.Told;
import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.compare.YearComparison.Run;
import annals.compare.YearComparison.SectionPair;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets two reports of a unit side by side: what {@link Alignment} found to be on the same matter
 * stands together, and inside it the words that changed are marked. Headings are compared without
 * their numbers, for a number tells the order only. Stateless and safe for several threads.
 */
public final class YearComparisons {
  private final PassageRows passages;
  private final List<Section> older;
  private final List<Section> newer;
  private final int[] partner;
  private final int[] back;
  private final boolean[] moved;

  private YearComparisons(Threads threads, int older, int newer, Alignment alignment) {
    List<Told> reports = threads.reports();
    this.older = reports.get(older).outline().walk().toList();
    this.newer = reports.get(newer).outline().walk().toList();
    this.partner = alignment.sections();
    this.passages = new PassageRows(threads.mentions(), older, newer, alignment);
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
  public static YearComparison of(Told older, Told newer) {
    Vocabulary vocabulary = Vocabulary.of(Stream.of(older.outline(), newer.outline()));
    Threads threads = Threads.inOrder(List.of(older, newer), vocabulary);
    return of(threads, 0, 1, new Renumbering(vocabulary));
  }

  /**
   * The comparison of two reports of a family.
   *
   * @param threads of all reports of that kind
   * @param older its number in the threads' reports
   * @param newer its number there
   * @param numbering one of a vocabulary that knows all of them
   */
  static YearComparison of(Threads threads, int older, int newer, Renumbering numbering) {
    Alignment alignment = Alignment.of(threads, older, newer, numbering);
    YearComparisons made = new YearComparisons(threads, older, newer, alignment);
    return new YearComparison(
        threads.reports().get(older).id(),
        threads.reports().get(newer).id(),
        made.passages.lead(),
        made.rows());
  }

  /** The newer report's order; a dropped section follows what it followed in the older one. */
  private List<SectionPair> rows() {
    List<SectionPair> rows = new ArrayList<>();
    boolean[] written = new boolean[older.size()];
    dropped(0, written, rows);
    for (int b = 0; b < newer.size(); b++) {
      if (back[b] < 0) {
        rows.add(pair(-1, b));
      } else {
        rows.add(pair(back[b], b));
        dropped(back[b] + 1, written, rows);
      }
    }
    return List.copyOf(rows);
  }

  /** Writes the dropped sections from here on, up to the next that is not. */
  private void dropped(int from, boolean[] written, List<SectionPair> rows) {
    for (int a = from; a < older.size() && partner[a] < 0 && !written[a]; a++) {
      written[a] = true;
      rows.add(pair(a, -1));
    }
  }

  /** Two sections, or one alone where the other is -1. */
  private SectionPair pair(int a, int b) {
    Optional<Section> old = a < 0 ? Optional.empty() : Optional.of(older.get(a));
    Optional<Section> young = b < 0 ? Optional.empty() : Optional.of(newer.get(b));
    PassagePair heading = heading(old, young);
    List<PassagePair> rows = passages.of(old, young);
    boolean same =
        heading.change() == Change.SAME && rows.stream().allMatch(PassageRows::isUnchanged);
    return new SectionPair(
        old,
        young,
        heading.change() == Change.SAME && !same ? Change.CHANGED : heading.change(),
        b >= 0 && moved[b],
        heading,
        rows,
        old.map(section -> passages.wentTo(section, young)).orElse(List.of()),
        young.map(section -> passages.cameFrom(section, old)).orElse(List.of()));
  }

  private static PassagePair heading(Optional<Section> old, Optional<Section> young) {
    List<Run> olderRuns = List.of();
    List<Run> newerRuns = List.of();
    Change change = old.isEmpty() ? Change.ADDED : Change.REMOVED;
    if (old.isPresent() && young.isPresent()) {
      TextDifference difference =
          TextDifference.between(old.get().heading(), young.get().heading());
      change = difference.same() ? Change.SAME : Change.CHANGED;
      olderRuns = difference.older();
      newerRuns = difference.newer();
    } else if (old.isPresent()) {
      olderRuns = TextDifference.whole(old.get().heading(), true);
    } else {
      newerRuns = TextDifference.whole(young.orElseThrow().heading(), true);
    }
    return new PassagePair(
        Optional.empty(), Optional.empty(), Optional.empty(), change, olderRuns, newerRuns);
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
