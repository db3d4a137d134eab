package annals.anchor;

import annals.text.Spaces;
import java.util.Base64;

/**
 * A short mark of a text, spaces left out, by which it is known again: 48 bits as eight characters.
 * Within a page two different texts have the same mark once in a thousand million pages; it keeps
 * nothing secret.
 */
final class TextHash {
  static final int LENGTH = 8;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int BYTES = 6;

  private TextHash() {}

  static String of(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Spaces.isSpace(c)) {
        hash = (hash ^ (c & 0xff)) * PRIME;
        hash = (hash ^ (c >>> 8)) * PRIME;
      }
    }
    hash ^= hash >>> 29;
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) (hash >>> (8 * i));
    }
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
