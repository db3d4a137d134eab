package annals.compare;

import annals.text.Folding;
import annals.text.Spaces;
import annals.text.Span;

/**
 * A text as it is compared word for word: its letters and digits alone, folded, and its shingles,
 * which are all stretches of {@link #LENGTH} of them. A number is one token whatever its digits, so
 * that sentences in which the numbers alone changed have the same shingles; the exact shingles tell
 * numbers apart.
 */
final class ShingledText {
  /** Tokens in a shingle. */
  static final int LENGTH = 8;

  private static final int NUMBER = 1;
  private static final long BASE = 0x5851f42d4c957f2dL;
  private static final long LAST_POWER = power(LENGTH);

  private final int size;
  private final int[] tokens;
  private final int[] numbers;
  private final int[] starts;
  private final int[] ends;

  private ShingledText(int size, int[] tokens, int[] numbers, int[] starts, int[] ends) {
    this.size = size;
    this.tokens = tokens;
    this.numbers = numbers;
    this.starts = starts;
    this.ends = ends;
  }

  static ShingledText of(String text) {
    int length = text.length();
    int[] tokens = new int[length];
    int[] numbers = new int[length];
    int[] starts = new int[length];
    int[] ends = new int[length];
    int size = 0;
    int i = 0;
    while (i < length) {
      int start = i;
      char c = text.charAt(i++);
      int token = 0;
      if (isDigit(c)) {
        i = numberEnd(text, i);
        token = NUMBER;
        numbers[size] = valueHash(text, start, i);
      } else if (c >= '\u4e00' && c <= '\u9fff') {
        token = c;
      } else if (Character.isLetterOrDigit(c)) {
        token = folded(c);
      } else if (Character.isHighSurrogate(c) && i < length) {
        token = Character.toCodePoint(c, text.charAt(i++));
      }
      if (token != 0) {
        tokens[size] = token;
        starts[size] = start;
        ends[size++] = i;
      }
    }
    return new ShingledText(size, tokens, numbers, starts, ends);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  /** A decimal point or a thousands separator between digits belongs to the number. */
  private static int numberEnd(String text, int from) {
    int i = from;
    while (i < text.length()
        && (isDigit(text.charAt(i))
            || i + 1 < text.length()
                && isDigit(text.charAt(i + 1))
                && ".,．，".indexOf(text.charAt(i)) >= 0
                && isDigit(text.charAt(i - 1)))) {
      i++;
    }
    return i;
  }

  private static int valueHash(String text, int start, int end) {
    int hash = 7;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + (isDigit(text.charAt(i)) ? text.charAt(i) & 0xf : '.');
    }
    return hash | 1 << 30;
  }

  private static int folded(char c) {
    if (c < 0x80) {
      return Character.toLowerCase(c);
    }
    String folded = Folding.text(String.valueOf(c));
    return folded.isEmpty() || Spaces.isSpace(folded.charAt(0)) ? 0 : folded.charAt(0);
  }

  int size() {
    return size;
  }

  int shingles() {
    return Math.max(0, size - LENGTH + 1);
  }

  boolean isNumber(int token) {
    return tokens[token] == NUMBER;
  }

  /** Where some tokens stand in the text. */
  Span span(int first, int end) {
    return new Span(starts[first], ends[end - 1]);
  }

  int start(int token) {
    return starts[token];
  }

  /** The hashes of all shingles in order, numbers alike. */
  long[] folded() {
    return hashes(false);
  }

  /** The hashes of all shingles in order, numbers told apart. */
  long[] exact() {
    return hashes(true);
  }

  private long[] hashes(boolean exact) {
    long[] hashes = new long[shingles()];
    long hash = 0;
    for (int i = 0; i < size; i++) {
      hash = hash * BASE + token(i, exact);
      if (i >= LENGTH) {
        hash -= LAST_POWER * token(i - LENGTH, exact);
      }
      if (i >= LENGTH - 1) {
        hashes[i - LENGTH + 1] = mixed(hash);
      }
    }
    return hashes;
  }

  private int token(int i, boolean exact) {
    return exact && tokens[i] == NUMBER ? numbers[i] : tokens[i];
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= BASE;
    }
    return power;
  }

  /** Spreads a sum of products over all bits (the finalizer of SplitMix64, Steele et al. 2014). */
  private static long mixed(long hash) {
    long z = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
