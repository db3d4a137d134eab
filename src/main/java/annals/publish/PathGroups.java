package annals.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A sum over files for each of some thousand groups of them, by the hash of their paths: the sum of
 * a group is another when anything about one of its files is, in whatever order they come.
 */
final class PathGroups {
  static final int NUMBER = 1 << 12;

  private static final int HIGHEST_BITS = Long.SIZE - 12;
  private static final long START = 0xcbf29ce484222325L;
  private static final long FACTOR = 0x100000001b3L;

  private final long[] sums = new long[NUMBER];

  /** The group of a file, by its path in UTF-8. */
  static int of(byte[] bytes, int from, int to) {
    return (int) (hash(bytes, from, to) >>> HIGHEST_BITS);
  }

  static int of(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** Adds all that is said of a file to the sum of its group. */
  void add(int group, byte[] bytes, int from, int to) {
    sums[group] += hash(bytes, from, to);
  }

  void add(String path, String said) {
    byte[] bytes = (said + path).getBytes(StandardCharsets.UTF_8);
    int from = said.getBytes(StandardCharsets.UTF_8).length;
    add(of(bytes, from, bytes.length), bytes, 0, bytes.length);
  }

  boolean isSame(PathGroups other) {
    return Arrays.equals(sums, other.sums);
  }

  long sum(int group) {
    return sums[group];
  }

  /**
   * FNV-1a, with the last step of MurmurHash3 behind it, so that sums of hashes differ where the
   * bytes do.
   */
  private static long hash(byte[] bytes, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * FACTOR;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
