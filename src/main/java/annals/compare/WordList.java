package annals.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds words in a text in one pass. Words are kept by the low byte of their first character, which
 * alone tells most places of a text to begin none of them. Immutable.
 */
final class WordList {
  private static final int BYTE = 0xff;

  private final String[] words;
  private final int[][] byFirst = new int[BYTE + 1][];

  private WordList(String[] words) {
    this.words = words;
    List<List<Integer>> beginning = new ArrayList<>();
    for (int i = 0; i < byFirst.length; i++) {
      beginning.add(new ArrayList<>());
    }
    for (int i = 0; i < words.length; i++) {
      beginning.get(words[i].charAt(0) & BYTE).add(i);
    }
    Arrays.setAll(byFirst, b -> beginning.get(b).stream().mapToInt(i -> i).toArray());
  }

  /** The words of a text that white space parts. */
  static WordList of(String words) {
    return new WordList(words.strip().split("\\s+"));
  }

  /** Whether any of the words stands in a text. */
  boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of the words stands at a place of a text. */
  boolean isAt(String text, int index) {
    for (int word : byFirst[text.charAt(index) & BYTE]) {
      if (text.startsWith(words[word], index)) {
        return true;
      }
    }
    return false;
  }

  /** How many of the words stand in a text; not counted beyond {@code most}. */
  int count(String text, int most) {
    int[] found = new int[most];
    int count = 0;
    for (int i = 0; i < text.length() && count < most; i++) {
      for (int word : byFirst[text.charAt(i) & BYTE]) {
        if (text.startsWith(words[word], i) && count < most && isNew(word, found, count)) {
          found[count++] = word;
        }
      }
    }
    return count;
  }

  private static boolean isNew(int word, int[] found, int count) {
    for (int i = 0; i < count; i++) {
      if (found[i] == word) {
        return false;
      }
    }
    return true;
  }
}
