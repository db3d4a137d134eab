package annals.search;

/**
 * Stable sorting of integers, as unsigned numbers, together with what belongs to each: three passes
 * over 11 bits. The keys here are many and repeat, which no comparing sort makes use of.
 */
final class RadixSort {
  private static final int BITS = 11;
  private static final int SIZE = 1 << BITS;

  private RadixSort() {}

  /** Sorted keys and values; longer arrays than {@code size} may hold anything behind it. */
  record Sorted(int[] keys, int[] values, int size) {
    /** The end of the run of keys that equal the one at {@code start}. */
    int endOfRun(int start) {
      int end = start + 1;
      while (end < size && keys[end] == keys[start]) {
        end++;
      }
      return end;
    }
  }

  /** Uses the given arrays as working space: they are lost. */
  static Sorted sort(int[] keys, int[] values, int size) {
    int[] fromKeys = keys;
    int[] fromValues = values;
    int[] toKeys = new int[size];
    int[] toValues = new int[size];
    for (int shift = 0; shift < 32; shift += BITS) {
      int[] starts = new int[SIZE + 1];
      for (int i = 0; i < size; i++) {
        starts[(fromKeys[i] >>> shift & SIZE - 1) + 1]++;
      }
      for (int digit = 0; digit < SIZE; digit++) {
        starts[digit + 1] += starts[digit];
      }
      for (int i = 0; i < size; i++) {
        int place = starts[fromKeys[i] >>> shift & SIZE - 1]++;
        toKeys[place] = fromKeys[i];
        toValues[place] = fromValues[i];
      }
      int[] keysSwap = fromKeys;
      fromKeys = toKeys;
      toKeys = keysSwap;
      int[] valuesSwap = fromValues;
      fromValues = toValues;
      toValues = valuesSwap;
    }
    return new Sorted(fromKeys, fromValues, size);
  }
}
