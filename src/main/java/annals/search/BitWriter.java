package annals.search;

/**
 * Writes numbers bit by bit into a string of characters that hold 15 bits each: U+3000 plus their
 * value, so that none is a surrogate, a quote or a line end. In UTF-16 that wastes one bit in
 * sixteen, where base64 wastes one in four.
 */
final class BitWriter {
  private static final char ZERO = '\u3000';
  private static final int WIDTH = 15;

  private final StringBuilder units;
  private long pending;
  private int pendingBits;

  BitWriter() {
    this.units = new StringBuilder();
  }

  /** The {@code bits} (at most 32) low bits of the value, the highest first. */
  void write(int value, int bits) {
    pending = pending << bits | value & (1L << bits) - 1;
    pendingBits += bits;
    while (pendingBits >= WIDTH) {
      pendingBits -= WIDTH;
      units.append((char) (ZERO + (int) (pending >>> pendingBits & 0x7fff)));
    }
  }

  /**
   * A number from 0 in the exponential Golomb code of order k (Teuhola, 1978): the quotient by
   * 2<sup>k</sup> in Elias' gamma code, then k bits of remainder.
   */
  void writeGolomb(int value, int k) {
    int quotient = (value >>> k) + 1;
    int length = 31 - Integer.numberOfLeadingZeros(quotient);
    write(0, length);
    write(quotient, length + 1);
    write(value, k);
  }

  /** How many bits {@link #writeGolomb} takes. */
  static int golombBits(int value, int k) {
    return 2 * (31 - Integer.numberOfLeadingZeros((value >>> k) + 1)) + 1 + k;
  }

  /** Fills the last character up with zeros. */
  void align() {
    if (pendingBits > 0) {
      write(0, WIDTH - pendingBits);
    }
  }

  /** Characters written so far; complete only behind {@link #align}. */
  int length() {
    return units.length();
  }

  /** Everything written, aligned. */
  CharSequence finish() {
    align();
    return units;
  }
}
