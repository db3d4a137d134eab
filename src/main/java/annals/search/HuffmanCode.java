package annals.search;

import java.util.Arrays;

/**
 * A canonical Huffman code for the symbols of one text: the alphabet, ordered by length of code and
 * then by itself, and the number of codes of each length say it all.
 *
 * @param alphabet the symbols, numbers from 0, in that order
 * @param lengthCounts how many codes have length 1, 2, …
 */
record HuffmanCode(int[] alphabet, int[] lengthCounts) {
  /** What a reader's 31-bit integers hold with room to spare. */
  private static final int MAX_LENGTH = 24;

  /** Of a number, the bits that hold a symbol. */
  static final int SYMBOL_BITS = 20;

  private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

  /**
   * The code for a text, in which equally frequent symbols are ranked by themselves.
   *
   * @param frequencies one entry for each symbol that occurs: the symbol in the lowest {@link
   *     #SYMBOL_BITS}, above them how often; sorted by the call
   */
  static HuffmanCode of(long[] frequencies) {
    Arrays.sort(frequencies);
    int n = frequencies.length;
    long[] weights = new long[n];
    for (int i = 0; i < n; i++) {
      weights[i] = frequencies[i] >>> SYMBOL_BITS;
    }
    int[] lengths = lengths(weights);
    while (lengths[0] > MAX_LENGTH) {
      for (int i = 0; i < n; i++) {
        weights[i] = weights[i] + 1 >>> 1;
      }
      lengths = lengths(weights);
    }
    long[] order = new long[n];
    int[] lengthCounts = new int[lengths[0]];
    for (int i = 0; i < n; i++) {
      order[i] = (long) lengths[i] << SYMBOL_BITS | frequencies[i] & SYMBOL_MASK;
      lengthCounts[lengths[i] - 1]++;
    }
    Arrays.sort(order);
    int[] alphabet = new int[n];
    for (int i = 0; i < n; i++) {
      alphabet[i] = (int) order[i] & SYMBOL_MASK;
    }
    return new HuffmanCode(alphabet, lengthCounts);
  }

  /**
   * Writes the code itself: the greatest length (5 bits), and for each length how many symbols have
   * it and, if any, the order of the Golomb code and the distances between them.
   */
  void write(BitWriter bits) {
    bits.write(lengthCounts.length, 5);
    int start = 0;
    for (int count : lengthCounts) {
      bits.writeGolomb(count, IndexFormat.ALPHABET_COUNT_ORDER);
      if (count > 0) {
        writeSymbols(start, start + count, bits);
        start += count;
      }
    }
  }

  private void writeSymbols(int start, int end, BitWriter bits) {
    int range = alphabet[end - 1] / (end - start) / 2;
    int order =
        Math.min(
            (1 << IndexFormat.ALPHABET_ORDER_BITS) - 1, 32 - Integer.numberOfLeadingZeros(range));
    bits.write(order, IndexFormat.ALPHABET_ORDER_BITS);
    int last = -1;
    for (int i = start; i < end; i++) {
      bits.writeGolomb(alphabet[i] - last - 1, order);
      last = alphabet[i];
    }
  }

  /** Lengths of the codes for ascending weights, therefore descending; a lone symbol gets 1. */
  private static int[] lengths(long[] weights) {
    int n = weights.length;
    long[] sums = Arrays.copyOf(weights, 2 * n - 1);
    int[] parent = new int[2 * n - 1];
    int leaf = 0;
    int inner = n;
    for (int made = n; made < 2 * n - 1; made++) {
      long sum = 0;
      for (int child = 0; child < 2; child++) {
        boolean takeLeaf = leaf < n && (inner == made || sums[leaf] <= sums[inner]);
        int taken = takeLeaf ? leaf++ : inner++;
        parent[taken] = made;
        sum += sums[taken];
      }
      sums[made] = sum;
    }
    int[] depth = new int[2 * n - 1];
    for (int node = 2 * n - 3; node >= 0; node--) {
      depth[node] = depth[parent[node]] + 1;
    }
    int[] lengths = Arrays.copyOf(depth, n);
    if (n == 1) {
      lengths[0] = 1;
    }
    return lengths;
  }
}
