package annals.compare;

import java.util.HashMap;
import java.util.Map;

/**
 * A text at the grain at which a person reads changes: one Chinese character or sign at a time, but
 * whole numbers and whole Latin words, so that 16 and 160 differ as numbers.
 *
 * @param text the text
 * @param starts where each token begins, and at the end the text's length
 * @param ids the same number for the same token, within one {@link Numbers}
 */
record ReadingTokens(String text, int[] starts, int[] ids) {
  static ReadingTokens of(String text, Numbers numbers) {
    int[] starts = new int[text.length() + 1];
    int[] ids = new int[text.length()];
    int count = 0;
    int i = 0;
    while (i < text.length()) {
      int end = end(text, i);
      starts[count] = i;
      ids[count++] = end - i == 1 ? text.charAt(i) : numbers.of(text.substring(i, end));
      i = end;
    }
    starts[count] = text.length();
    return new ReadingTokens(
        text, java.util.Arrays.copyOf(starts, count + 1), java.util.Arrays.copyOf(ids, count));
  }

  int size() {
    return ids.length;
  }

  /** The text from one token to another, exclusive. */
  String between(int from, int to) {
    return text.substring(starts[from], starts[to]);
  }

  private static int end(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    char first = text.charAt(start);
    if (isDigit(first)) {
      while (end < text.length() && (isDigit(text.charAt(end)) || isPointInNumber(text, end))) {
        end++;
      }
    } else if (isLetter(first)) {
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isPointInNumber(String text, int index) {
    char c = text.charAt(index);
    return (c == '.' || c == ',' || c == '．')
        && index + 1 < text.length()
        && isDigit(text.charAt(index + 1));
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Numbers tokens of more than one character, above all characters. */
  static final class Numbers {
    private final Map<String, Integer> known = new HashMap<>();

    int of(String token) {
      return known.computeIfAbsent(token, t -> 0x10000 + known.size());
    }
  }
}
