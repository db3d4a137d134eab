package annals.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Longest common subsequence of two sequences of numbers, bit-parallel: 64 cells of the table at a
 * step, after Hyyrö, “Bit-parallel LCS-length computation revisited” (2004). Its time is the
 * product of the lengths through 64 whatever the sequences hold, so very different texts cost no
 * more than similar ones. Above {@value #MOST_WORDS} words the table is not kept but halved, after
 * Hirschberg (1975), so memory stays bounded.
 */
final class CommonSubsequence {
  private static final int MOST_WORDS = 1 << 18;

  private final int[] a;
  private final int[] b;
  private final int[] match;

  private CommonSubsequence(int[] a, int[] b) {
    this.a = a;
    this.b = b;
    this.match = new int[a.length];
    Arrays.fill(match, -1);
  }

  /** For each element of {@code a} the index of its partner in {@code b}, rising, or -1. */
  static int[] of(int[] a, int[] b) {
    CommonSubsequence common = new CommonSubsequence(a, b);
    common.match(0, a.length, 0, b.length);
    return common.match;
  }

  private void match(int fromA, int toA, int fromB, int toB) {
    int startA = fromA;
    int startB = fromB;
    int endA = toA;
    int endB = toB;
    while (startA < endA && startB < endB && a[startA] == b[startB]) {
      match[startA++] = startB++;
    }
    while (startA < endA && startB < endB && a[endA - 1] == b[endB - 1]) {
      match[--endA] = --endB;
    }
    if (startA == endA || startB == endB) {
      return;
    }
    long words = (long) words(endA - startA) * (endB - startB);
    if (words <= MOST_WORDS || endB - startB == 1) {
      trace(startA, endA, startB, endB);
      return;
    }
    int middleB = (startB + endB) >>> 1;
    int middleA = split(startA, endA, startB, middleB, endB);
    match(startA, middleA, startB, middleB);
    match(middleA, endA, middleB, endB);
  }

  private static int words(int length) {
    return (length + 63) >>> 6;
  }

  /** Fills the table row by row and walks back through it. */
  private void trace(int fromA, int toA, int fromB, int toB) {
    Column column = new Column(Arrays.copyOfRange(a, fromA, toA));
    int rows = toB - fromB;
    long[][] table = new long[rows][];
    for (int row = 0; row < rows; row++) {
      column.read(b[fromB + row]);
      table[row] = column.bits.clone();
    }
    int row = rows;
    int i = toA - fromA;
    while (row > 0 && i > 0) {
      if (isSet(table[row - 1], i - 1)) {
        i--;
      } else {
        row--;
        if (row == 0 || isSet(table[row - 1], i - 1)) {
          i--;
          match[fromA + i] = fromB + row;
        }
      }
    }
  }

  /** Where to cut {@code a} so that the two halves of {@code b} lose nothing. */
  private int split(int fromA, int toA, int fromB, int middleB, int toB) {
    int[] part = Arrays.copyOfRange(a, fromA, toA);
    Column ahead = new Column(part);
    for (int j = fromB; j < middleB; j++) {
      ahead.read(b[j]);
    }
    for (int i = 0, k = part.length - 1; i < k; i++, k--) {
      int swap = part[i];
      part[i] = part[k];
      part[k] = swap;
    }
    Column back = new Column(part);
    for (int j = toB - 1; j >= middleB; j--) {
      back.read(b[j]);
    }
    int length = toA - fromA;
    int rest = 0;
    for (int i = 0; i < length; i++) {
      rest += isSet(back.bits, i) ? 0 : 1;
    }
    int best = rest;
    int cut = 0;
    int common = rest;
    for (int i = 1; i <= length; i++) {
      common += isSet(ahead.bits, i - 1) ? 0 : 1;
      common -= isSet(back.bits, length - i) ? 0 : 1;
      if (common > best) {
        best = common;
        cut = i;
      }
    }
    return fromA + cut;
  }

  private static boolean isSet(long[] bits, int index) {
    return (bits[index >>> 6] >>> (index & 63) & 1) != 0;
  }

  /**
   * One row of the table as bits over {@code a}: bit i is clear where the common subsequence of
   * a[0..i] is longer than that of a[0..i-1].
   */
  private static final class Column {
    private final long[] bits;
    private final TermTable table;
    private final List<int[]> places = new ArrayList<>();
    private final List<long[]> masks = new ArrayList<>();
    private final long[] scratch;

    Column(int[] a) {
      table = new TermTable(a.length);
      bits = new long[words(a.length)];
      scratch = new long[bits.length];
      Arrays.fill(bits, -1L);
      int[] counts = new int[a.length];
      int[] ids = new int[a.length];
      for (int i = 0; i < a.length; i++) {
        ids[i] = table.add(a[i] + 1L);
        counts[ids[i]]++;
      }
      for (int id = 0; id < table.size(); id++) {
        places.add(new int[counts[id]]);
      }
      for (int i = a.length - 1; i >= 0; i--) {
        places.get(ids[i])[--counts[ids[i]]] = i;
      }
      for (int[] of : places) {
        masks.add(of.length > bits.length ? mask(of, new long[bits.length]) : null);
      }
    }

    private static long[] mask(int[] places, long[] mask) {
      for (int place : places) {
        mask[place >>> 6] |= 1L << place;
      }
      return mask;
    }

    void read(int element) {
      int id = table.find(element + 1L);
      if (id == TermTable.ABSENT) {
        return;
      }
      long[] kept = masks.get(id);
      long[] mask = kept != null ? kept : mask(places.get(id), scratch);
      long carry = 0;
      for (int w = 0; w < bits.length; w++) {
        long v = bits[w];
        long u = v & mask[w];
        long sum = v + u + carry;
        carry = ((v & u) | ((v | u) & ~sum)) >>> 63;
        bits[w] = sum | (v & ~mask[w]);
      }
      if (kept == null) {
        for (int place : places.get(id)) {
          mask[place >>> 6] = 0;
        }
      }
    }
  }
}
