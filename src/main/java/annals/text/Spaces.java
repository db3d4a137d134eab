package annals.text;

/**
 * White space as it occurs in Chinese office documents: ideographic, no-break and zero-width spaces
 * included.
 */
public final class Spaces {
  private Spaces() {}

  public static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\u2007'
        || c == '\u202f'
        || isInvisible(c);
  }

  /** Zero-width characters and the byte order mark: they take no room and carry no meaning here. */
  public static boolean isInvisible(char c) {
    return c == '\ufeff' || c == '\u2060' || (c >= '\u200b' && c <= '\u200f');
  }

  /** The text without leading and trailing white space of any of these kinds. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  public static boolean isBlank(String text) {
    return strip(text).isEmpty();
  }
}
