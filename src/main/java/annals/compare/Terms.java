package annals.compare;

import annals.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as terms: each pair of neighbouring tokens, where a token is one Chinese character, one
 * whole number or one Latin word. Punctuation parts tokens, so that no term reaches across it. The
 * text is folded as {@link Folding} does.
 */
final class Terms {
  private static final int GAP = 0;
  private static final int CLAUSE = -1;
  private static final int WORDS = 0x20000;

  private final long[] keys;
  private final int[] clauses;

  private Terms(long[] keys, int[] clauses) {
    this.keys = keys;
    this.clauses = clauses;
  }

  static Terms of(String text) {
    int[] tokens = tokens(text);
    long[] keys = new long[Math.max(0, tokens.length - 1)];
    int[] clauses = new int[keys.length];
    int count = 0;
    int clause = 0;
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (tokens[i] == CLAUSE) {
        clause++;
      }
      if (tokens[i] > 0 && tokens[i + 1] > 0) {
        keys[count] = ((long) tokens[i] << 32) | tokens[i + 1];
        clauses[count++] = clause;
      }
    }
    return new Terms(Arrays.copyOf(keys, count), Arrays.copyOf(clauses, count));
  }

  /** The terms of several texts, as if each were a clause of one. */
  static Terms join(List<Terms> texts) {
    if (texts.size() == 1) {
      return texts.getFirst();
    }
    long[] keys = new long[texts.stream().mapToInt(Terms::size).sum()];
    int[] clauses = new int[keys.length];
    int count = 0;
    for (int t = 0; t < texts.size(); t++) {
      for (long key : texts.get(t).keys) {
        clauses[count] = t;
        keys[count++] = key;
      }
    }
    return new Terms(keys, clauses);
  }

  int size() {
    return keys.length;
  }

  /** The term at a place, in reading order; never 0. */
  long key(int index) {
    return keys[index];
  }

  /** The clauses, as ，；。： part them, that have terms. */
  List<Terms> clauses() {
    List<Terms> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= keys.length; i++) {
      if (i == keys.length || clauses[i] != clauses[start]) {
        parts.add(
            new Terms(Arrays.copyOfRange(keys, start, i), Arrays.copyOfRange(clauses, start, i)));
        start = i;
      }
    }
    return parts;
  }

  private static int[] tokens(String text) {
    int[] tokens = new int[text.length() * 2];
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
        String folded = Folding.fold(text.substring(i, end)).text();
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
