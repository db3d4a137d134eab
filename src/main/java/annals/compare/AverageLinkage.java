package annals.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Groups mentions by average linkage: the two groups whose members are most alike on average become
 * one, until no two are alike enough (Sokal and Michener 1958). A group so never grows by a chain
 * of neighbours that have nothing to do with its other members. Pairs that {@link Likeness} does
 * not keep count as not alike at all. Of equally alike pairs that of the lowest numbers is first.
 *
 * <p>A group goes by the number of the mention it began with. What it knows of its neighbours lies
 * in two arrays side by side, by the neighbour's number; neighbours that are part of others by now
 * are passed over, and so are candidates whose groups are no longer what they were.
 */
final class AverageLinkage {
  private final double least;
  private final int[][] members;
  private final int[][] others;
  private final float[][] sums;
  private final int[] degrees;
  private final PairHeap candidates = new PairHeap();

  private AverageLinkage(int size, double least) {
    this.least = least;
    this.members = new int[size][];
    this.others = new int[size][];
    this.sums = new float[size][];
    this.degrees = new int[size];
  }

  /**
   * The groups of at least two mentions, each rising.
   *
   * @param size how many mentions there are
   * @param grouped which of them take part
   * @param least how alike two groups must be on average to become one
   */
  static List<List<Integer>> of(Likeness likeness, int size, IntPredicate grouped, double least) {
    AverageLinkage linkage = new AverageLinkage(size, least);
    linkage.begin(likeness, size, grouped);
    linkage.join();
    List<List<Integer>> groups = new ArrayList<>();
    for (int[] group : linkage.members) {
      if (group != null && group.length > 1) {
        groups.add(Arrays.stream(group).sorted().boxed().toList());
      }
    }
    return groups;
  }

  private void begin(Likeness likeness, int size, IntPredicate grouped) {
    for (int m = 0; m < size; m++) {
      if (grouped.test(m)) {
        members[m] = new int[] {m};
      }
    }
    for (int m = 0; m < size; m++) {
      if (members[m] == null) {
        continue;
      }
      int most = likeness.end(m) - likeness.start(m);
      others[m] = new int[most];
      sums[m] = new float[most];
      for (int e = likeness.start(m); e < likeness.end(m); e++) {
        int other = likeness.other(e);
        if (members[other] != null) {
          others[m][degrees[m]] = other;
          sums[m][degrees[m]++] = likeness.value(e);
          if (other < m) {
            offer(other, m, likeness.value(e));
          }
        }
      }
    }
  }

  private void offer(int a, int b, float sum) {
    float average = average(a, b, sum);
    if (average >= least) {
      candidates.add(average, Math.min(a, b), Math.max(a, b));
    }
  }

  private float average(int a, int b, float sum) {
    return sum / ((float) members[a].length * members[b].length);
  }

  private void join() {
    while (!candidates.isEmpty()) {
      float average = candidates.average();
      int a = candidates.first();
      int b = candidates.second();
      candidates.remove();
      if (members[a] != null && members[b] != null) {
        int at = Arrays.binarySearch(others[a], 0, degrees[a], b);
        if (average(a, b, sums[a][at]) == average) {
          join(a, b);
        }
      }
    }
  }

  /** The second becomes part of the first, also in the eyes of its neighbours. */
  private void join(int a, int b) {
    int[] joined = Arrays.copyOf(members[a], members[a].length + members[b].length);
    System.arraycopy(members[b], 0, joined, members[a].length, members[b].length);
    members[a] = joined;
    members[b] = null;
    int[] to = new int[degrees[a] + degrees[b]];
    float[] sum = new float[to.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < degrees[a] || j < degrees[b]) {
      int fromA = i < degrees[a] ? others[a][i] : Integer.MAX_VALUE;
      int fromB = j < degrees[b] ? others[b][j] : Integer.MAX_VALUE;
      int other = Math.min(fromA, fromB);
      float value = 0;
      if (fromA == other) {
        value += sums[a][i++];
      }
      if (fromB == other) {
        value += sums[b][j++];
      }
      if (members[other] != null && other != a) {
        to[count] = other;
        sum[count++] = value;
        if (fromB == other) {
          put(other, a, value);
        }
        offer(a, other, value);
      }
    }
    others[a] = to;
    sums[a] = sum;
    degrees[a] = count;
    others[b] = null;
    sums[b] = null;
  }

  private void put(int group, int other, float sum) {
    int degree = degrees[group];
    int at = Arrays.binarySearch(others[group], 0, degree, other);
    if (at < 0) {
      at = -at - 1;
      if (degree == others[group].length) {
        others[group] = Arrays.copyOf(others[group], degree + degree / 2 + 4);
        sums[group] = Arrays.copyOf(sums[group], others[group].length);
      }
      System.arraycopy(others[group], at, others[group], at + 1, degree - at);
      System.arraycopy(sums[group], at, sums[group], at + 1, degree - at);
      others[group][at] = other;
      degrees[group]++;
    }
    sums[group][at] = sum;
  }
}
