package annals.compare;

import java.util.Arrays;

/** Longest increasing subsequence, by patience sorting (Fredman 1975). */
final class IncreasingSubsequence {
  private IncreasingSubsequence() {}

  /**
   * Which elements of a sequence without repetitions belong to one longest increasing subsequence.
   */
  static boolean[] of(int[] sequence) {
    int[] tops = new int[sequence.length];
    int[] topIndex = new int[sequence.length];
    int[] before = new int[sequence.length];
    int piles = 0;
    for (int i = 0; i < sequence.length; i++) {
      int pile = -Arrays.binarySearch(tops, 0, piles, sequence[i]) - 1;
      before[i] = pile > 0 ? topIndex[pile - 1] : -1;
      tops[pile] = sequence[i];
      topIndex[pile] = i;
      piles = Math.max(piles, pile + 1);
    }
    boolean[] kept = new boolean[sequence.length];
    for (int i = piles > 0 ? topIndex[piles - 1] : -1; i >= 0; i = before[i]) {
      kept[i] = true;
    }
    return kept;
  }
}
