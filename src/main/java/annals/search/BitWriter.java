package annals.search;

import java.util.Arrays;

/**
 * Writes numbers bit by bit into units of 16 bits, which a script holds as the characters of a
 * string; {@link Script#ofBits} writes down those that no file could hold. In UTF-16 that costs one
 * unit in thirty, where base64 costs one byte in four.
 */
final class BitWriter {
  private static final int WIDTH = 16;

  private byte[] bytes = new byte[256];
  private int size;
  private long pending;
  private int pendingBits;

  /** The {@code bits} (at most 48) low bits of the value, the highest first. */
  void write(int value, int bits) {
    pending = pending << bits | value & (1L << bits) - 1;
    pendingBits += bits;
    while (pendingBits >= WIDTH) {
      pendingBits -= WIDTH;
      int unit = (int) (pending >>> pendingBits);
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = (byte) unit;
      bytes[size++] = (byte) (unit >> 8);
    }
  }

  /**
   * A number from 0 in the exponential Golomb code of order k (Teuhola, 1978): the quotient by
   * 2<sup>k</sup> plus 1 in Elias' gamma code, then k bits of remainder. Unlike Golomb's own code
   * it stays short where runs of small numbers are broken by great ones, as when a word belongs to
   * a few units.
   */
  void writeGolomb(int value, int k) {
    int quotient = (value >>> k) + 1;
    int length = 31 - Integer.numberOfLeadingZeros(quotient);
    if (length < 24) {
      write(quotient, 2 * length + 1);
    } else {
      write(0, length);
      write(quotient, length + 1);
    }
    write(value, k);
  }

  /** How many bits {@link #writeGolomb} takes. */
  static int golombBits(int value, int k) {
    return 2 * (31 - Integer.numberOfLeadingZeros((value >>> k) + 1)) + 1 + k;
  }

  /** Fills up with zeros to a multiple of so many bits, at most those of a unit. */
  void align(int step) {
    write(0, (step - pendingBits % step) % step);
  }

  /** Fills the last unit up with zeros. */
  void align() {
    align(WIDTH);
  }

  /** Bits written so far. */
  int bits() {
    return size / 2 * WIDTH + pendingBits;
  }

  /** Units written so far; complete only behind {@link #align()}. */
  int length() {
    return size / 2;
  }

  /** Appends what another writer holds. */
  void append(BitWriter other) {
    for (int i = 0; i < other.length(); i++) {
      write(other.unit(i), WIDTH);
    }
    write((int) other.pending, other.pendingBits);
  }

  /** A unit written so far. */
  char unit(int index) {
    return (char) (bytes[2 * index] & 0xff | bytes[2 * index + 1] << 8);
  }

  /** Starts anew. */
  void clear() {
    size = 0;
    pending = 0;
    pendingBits = 0;
  }
}
