package annals.compare;

import java.util.Arrays;

/**
 * Pairs of numbers by how alike they are, the most alike first, of equally alike ones that of the
 * lowest numbers: a binary heap without objects. The first pair may only be asked for while there
 * is one. Not safe for several threads.
 */
final class PairHeap {
  private long[] keys = new long[1 << 10];
  private int[] seconds = new int[1 << 10];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** How alike the first pair is. */
  float average() {
    return Float.intBitsToFloat(~(int) (keys[0] >>> 32));
  }

  /** The lower number of the first pair. */
  int first() {
    return (int) keys[0];
  }

  /** The higher number of the first pair. */
  int second() {
    return seconds[0];
  }

  /**
   * @param average not negative
   */
  void add(float average, int first, int second) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      seconds = Arrays.copyOf(seconds, size * 2);
    }
    rise(size++, key(average, first), second);
  }

  /** Takes the first pair away. */
  void remove() {
    size--;
    sink(keys[size], seconds[size]);
  }

  /** Lower for what is more alike: the bits of floats from 0 up rise with them. */
  private static long key(float average, int first) {
    return (long) ~Float.floatToRawIntBits(average) << 32 | first;
  }

  private void rise(int from, long key, int second) {
    int at = from;
    while (at > 0) {
      int above = (at - 1) >>> 1;
      if (!isBefore(key, second, keys[above], seconds[above])) {
        break;
      }
      keys[at] = keys[above];
      seconds[at] = seconds[above];
      at = above;
    }
    keys[at] = key;
    seconds[at] = second;
  }

  private void sink(long key, int second) {
    int at = 0;
    while (true) {
      int below = 2 * at + 1;
      if (below >= size) {
        break;
      }
      if (below + 1 < size
          && isBefore(keys[below + 1], seconds[below + 1], keys[below], seconds[below])) {
        below++;
      }
      if (!isBefore(keys[below], seconds[below], key, second)) {
        break;
      }
      keys[at] = keys[below];
      seconds[at] = seconds[below];
      at = below;
    }
    keys[at] = key;
    seconds[at] = second;
  }

  private static boolean isBefore(long key, int second, long otherKey, int otherSecond) {
    return key < otherKey || (key == otherKey && second < otherSecond);
  }
}
