package annals.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * Groups mentions by average linkage: the two groups whose members are most alike on average become
 * one, until no two are alike enough (Sokal and Michener 1958). A group so never grows by a chain
 * of neighbours that have nothing to do with its other members. Pairs that {@link Likeness} does
 * not keep count as not alike at all.
 */
final class AverageLinkage {
  private final double least;
  private final List<Group> groups = new ArrayList<>();
  private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();

  private AverageLinkage(double least) {
    this.least = least;
  }

  /** A group that may still grow; {@code version} tells whether a candidate is out of date. */
  private static final class Group {
    private final int number;
    private final List<Integer> members = new ArrayList<>();
    private final Map<Group, Float> sums = new HashMap<>();
    private int version;
    private boolean gone;

    Group(int number) {
      this.number = number;
      members.add(number);
    }
  }

  private record Candidate(float average, Group a, Group b, int versionA, int versionB)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byAverage = Float.compare(other.average, average);
      if (byAverage != 0) {
        return byAverage;
      }
      int byFirst = Integer.compare(a.number, other.a.number);
      return byFirst != 0 ? byFirst : Integer.compare(b.number, other.b.number);
    }

    boolean isCurrent() {
      return !a.gone && !b.gone && a.version == versionA && b.version == versionB;
    }
  }

  /**
   * The groups of at least two mentions, each rising.
   *
   * @param size how many mentions there are
   * @param grouped which of them take part
   * @param least how alike two groups must be on average to become one
   */
  static List<List<Integer>> of(Likeness likeness, int size, IntPredicate grouped, double least) {
    AverageLinkage linkage = new AverageLinkage(least);
    linkage.begin(likeness, size, grouped);
    linkage.join();
    return linkage.groups.stream()
        .filter(group -> !group.gone && group.members.size() > 1)
        .map(group -> group.members.stream().sorted().toList())
        .toList();
  }

  private void begin(Likeness likeness, int size, IntPredicate grouped) {
    Group[] byMention = new Group[size];
    for (int m = 0; m < size; m++) {
      if (grouped.test(m)) {
        byMention[m] = new Group(m);
        groups.add(byMention[m]);
        for (int e = likeness.start(m); e < likeness.end(m); e++) {
          Group other = likeness.other(e) < m ? byMention[likeness.other(e)] : null;
          if (other != null) {
            byMention[m].sums.put(other, likeness.value(e));
            other.sums.put(byMention[m], likeness.value(e));
            offer(other, byMention[m], likeness.value(e));
          }
        }
      }
    }
  }

  private void offer(Group a, Group b, float sum) {
    float average = sum / ((float) a.members.size() * b.members.size());
    if (average >= least) {
      boolean inOrder = a.number < b.number;
      Group first = inOrder ? a : b;
      Group second = inOrder ? b : a;
      candidates.add(new Candidate(average, first, second, first.version, second.version));
    }
  }

  private void join() {
    while (!candidates.isEmpty()) {
      Candidate best = candidates.remove();
      if (best.isCurrent()) {
        join(best.a, best.b);
      }
    }
  }

  private void join(Group a, Group b) {
    b.gone = true;
    a.version++;
    a.sums.remove(b);
    b.sums.remove(a);
    b.sums.forEach(
        (other, sum) -> {
          other.sums.remove(b);
          other.sums.put(a, a.sums.merge(other, sum, Float::sum));
        });
    a.members.addAll(b.members);
    a.sums.forEach((other, sum) -> offer(a, other, sum));
  }
}
