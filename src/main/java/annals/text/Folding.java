package annals.text;

import java.text.Normalizer;

/**
 * The one rule by which texts are made comparable: NFKC and lower case, character by character, so
 * that full-width and half-width forms, Kangxi radicals and letter case do not matter. White space
 * and zero-width characters are dropped. The script {@code search.js} follows the same rule; both
 * are held against one file of cases.
 */
public final class Folding {
  private Folding() {}

  /**
   * A folded text.
   *
   * @param text the folded characters
   * @param origin for each folded code unit the index of the code unit in the original it came from
   */
  public record Folded(String text, int[] origin) {}

  /** The folded characters alone. */
  public static String text(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      append(codePoint, folded);
      i += Character.charCount(codePoint);
    }
    return folded.toString();
  }

  public static Folded fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int[] origin = new int[text.length() + 16];
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int width = Character.charCount(codePoint);
      int before = folded.length();
      append(codePoint, folded);
      if (folded.length() > origin.length) {
        origin = java.util.Arrays.copyOf(origin, folded.length() * 2);
      }
      for (int j = before; j < folded.length(); j++) {
        origin[j] = i;
      }
      i += width;
    }
    return new Folded(folded.toString(), java.util.Arrays.copyOf(origin, folded.length()));
  }

  private static void append(int codePoint, StringBuilder folded) {
    if (isStable(codePoint)) {
      folded.append((char) codePoint);
      return;
    }
    if (codePoint >= '！' && codePoint <= '～') {
      folded.append((char) Character.toLowerCase(codePoint - '！' + '!'));
      return;
    }
    if (codePoint < 0x10000 && Spaces.isSpace((char) codePoint)) {
      return;
    }
    if (codePoint < 0x80) {
      folded.append((char) Character.toLowerCase(codePoint));
      return;
    }
    String normal =
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
            .toLowerCase(java.util.Locale.ROOT);
    for (int i = 0; i < normal.length(); i++) {
      if (!Spaces.isSpace(normal.charAt(i))) {
        folded.append(normal.charAt(i));
      }
    }
  }

  /**
   * Whether folding leaves a character alone: the ideographs and the punctuation that make up
   * nearly all of a Chinese text are known without asking the normalizer.
   */
  private static boolean isStable(int codePoint) {
    return (codePoint >= 0x4e00 && codePoint <= 0x9fff)
        || (codePoint >= '、' && codePoint <= '】')
        || codePoint == '“'
        || codePoint == '”'
        || codePoint == '—';
  }
}
