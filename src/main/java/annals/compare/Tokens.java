package annals.compare;

import annals.text.Folding;
import java.util.Arrays;

/**
 * Reads a text as tokens: one Chinese character, one whole number or one Latin word each, folded as
 * {@link Folding} does. Tokens are positive numbers, the same for the same token of any text.
 */
final class Tokens {
  /** Punctuation inside a clause. */
  static final int GAP = 0;

  /** The end of a clause: ，；。：！？ of either width. */
  static final int CLAUSE = -1;

  private static final int WORDS = 0x20000;

  private Tokens() {}

  /** The tokens in reading order, {@link #GAP} and {@link #CLAUSE} where something parts them. */
  static int[] of(String text) {
    int[] tokens = new int[text.length() + 20];
    int count = 0;
    int i = 0;
    while (i < text.length()) {
      if (count + 20 > tokens.length) {
        tokens = Arrays.copyOf(tokens, tokens.length * 2 + 20);
      }
      char c = simple(text.charAt(i));
      if (c >= 0x4e00 && c <= 0x9fff) {
        tokens[count++] = c;
        i++;
      } else if (isWord(c)) {
        int end = i + 1;
        int hash = c;
        while (end < text.length() && continues(c, text, end)) {
          hash = hash * 31 + simple(text.charAt(end));
          end++;
        }
        tokens[count++] = WORDS + (hash & 0x0fffffff);
        i = end;
      } else if (c < 0x80 || isPunctuation(c)) {
        if (!isSpace(c)) {
          tokens[count++] = isClauseEnd(c) ? CLAUSE : GAP;
        }
        i++;
      } else {
        int end = i + Character.charCount(text.codePointAt(i));
        String folded = Folding.text(text.substring(i, end));
        for (int j = 0; j < folded.length() && j < 18; j++) {
          char f = folded.charAt(j);
          tokens[count++] = Character.isLetterOrDigit(f) || Character.isSurrogate(f) ? f : GAP;
        }
        i = end;
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  /** Full-width forms and capitals to what folding makes of them, without its cost. */
  private static char simple(char c) {
    char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    return narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + 32) : narrow;
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }

  /** Digits go on with digits and a point between digits, letters with letters. */
  private static boolean continues(char first, String text, int index) {
    char c = simple(text.charAt(index));
    if (first > '9') {
      return c >= 'a' && c <= 'z';
    }
    return (c >= '0' && c <= '9')
        || (c == '.'
            && index + 1 < text.length()
            && simple(text.charAt(index + 1)) >= '0'
            && simple(text.charAt(index + 1)) <= '9');
  }

  private static boolean isPunctuation(char c) {
    return (c >= 0x3000 && c <= 0x303f) || (c >= 0x2010 && c <= 0x2027);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u3000';
  }

  private static boolean isClauseEnd(char c) {
    return c == ',' || c == ';' || c == '。' || c == ':' || c == '!' || c == '?';
  }
}
