package annals.reader;

import java.util.Arrays;

/** Characters with the heading level of the type in which each is set. For one thread. */
final class TypedText {
  private final StringBuilder text = new StringBuilder();
  private byte[] levels = new byte[64];
  private int titleCharacters;

  /**
   * @param level by {@link TypeLevels}; 0 for running text
   * @param title whether the type is that of titles
   */
  void append(String characters, int level, boolean title) {
    int end = text.length() + characters.length();
    if (end > levels.length) {
      levels = Arrays.copyOf(levels, Math.max(end, levels.length * 2));
    }
    Arrays.fill(levels, text.length(), end, (byte) (title ? 0 : level));
    text.append(characters);
    titleCharacters += title ? characters.length() : 0;
  }

  void appendAll(TypedText other) {
    int end = text.length() + other.length();
    if (end > levels.length) {
      levels = Arrays.copyOf(levels, Math.max(end, levels.length * 2));
    }
    System.arraycopy(other.levels, 0, levels, text.length(), other.length());
    text.append(other.text);
    titleCharacters += other.titleCharacters;
  }

  int length() {
    return text.length();
  }

  char last() {
    return text.charAt(text.length() - 1);
  }

  String text() {
    return text.toString();
  }

  String from(int index) {
    return text.substring(index);
  }

  boolean looksLikeTitle() {
    return titleCharacters * 2 > text.length();
  }

  /**
   * The level of the type in which it begins; 0 for that of running text. Digits, Latin letters and
   * the marks that both scripts share have a type of their own among Chinese ones, so they tell
   * only where there is nothing else.
   */
  int leadLevel() {
    int latin = -1;
    for (int i = 0; i < text.length(); i++) {
      if (!isNeutral(i)) {
        return levels[i];
      }
      latin = latin < 0 && !Character.isWhitespace(text.charAt(i)) ? i : latin;
    }
    return latin < 0 ? 0 : levels[latin];
  }

  private boolean isNeutral(int index) {
    char c = text.charAt(index);
    return c < 0x100 || c >= 0x2010 && c <= 0x203a || Character.isWhitespace(c);
  }

  /** How many characters from the beginning on are set in the type of the first one. */
  int lead() {
    int level = leadLevel();
    int end = 0;
    int told = 0;
    while (end < text.length() && (levels[end] == level || isNeutral(end))) {
      end++;
      told = levels[end - 1] == level ? end : told;
    }
    return end == text.length() ? end : told;
  }

  /** What its type says of a paragraph that no style names. */
  Style style(boolean centred) {
    int level = centred ? 0 : leadLevel();
    return new Style(level, centred && looksLikeTitle(), level > 0 ? lead() : 0, false);
  }
}
