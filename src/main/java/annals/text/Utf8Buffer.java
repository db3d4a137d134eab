package annals.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects text as UTF-8. A page is encoded while it is written, instead of being gathered as
 * characters, copied and encoded at the end: half of what a large build spends on its pages. Not
 * safe for several threads.
 */
public final class Utf8Buffer {
  private byte[] bytes;
  private int length;

  /**
   * @param capacity how many bytes are expected
   */
  public Utf8Buffer(int capacity) {
    bytes = new byte[capacity];
  }

  public Utf8Buffer append(String text) {
    return append(text, 0, text.length());
  }

  /**
   * Appends part of a text. Half a surrogate pair becomes a question mark, as everywhere in Java.
   */
  public Utf8Buffer append(String text, int from, int to) {
    reserve(3 * (to - from));
    byte[] out = bytes;
    int at = length;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out[at++] = (byte) c;
      } else if (c < 0x800) {
        out[at++] = (byte) (0xc0 | c >> 6);
        out[at++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        out[at++] = (byte) (0xe0 | c >> 12);
        out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        out[at++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        out[at++] = (byte) (0xf0 | point >> 18);
        out[at++] = (byte) (0x80 | point >> 12 & 0x3f);
        out[at++] = (byte) (0x80 | point >> 6 & 0x3f);
        out[at++] = (byte) (0x80 | point & 0x3f);
      } else {
        out[at++] = '?';
      }
    }
    length = at;
    return this;
  }

  /** Appends bytes that are UTF-8 already. */
  public Utf8Buffer append(byte[] utf8) {
    return append(utf8, 0, utf8.length);
  }

  /** Appends a part of bytes that are UTF-8 already. */
  public Utf8Buffer append(byte[] utf8, int from, int to) {
    reserve(to - from);
    System.arraycopy(utf8, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  /** Appends a character of ASCII. */
  public Utf8Buffer append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  public Utf8Buffer append(int number) {
    return number >= 0 && number < 10
        ? append((char) ('0' + number))
        : append(Integer.toString(number));
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** A copy of what was collected. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** What was collected, as characters again. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
