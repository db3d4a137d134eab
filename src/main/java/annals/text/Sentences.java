package annals.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Chinese text into sentences. A sentence ends behind 。！？ (or their half-width forms ! and ?)
 * and behind the closing quotes and brackets that follow; ； and ： do not end one. What is between
 * two sentences (white space) belongs to neither.
 */
public final class Sentences {
  private static final String ENDS = "。！？!?";
  private static final String CLOSERS = "”’」』）】》〉)]\"'";

  private Sentences() {}

  /** The sentences of a text in order, without surrounding white space; none for a blank text. */
  public static List<Span> split(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    int i = 0;
    int depth = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '《') {
        depth++;
      } else if (c == '》' && depth > 0) {
        depth--;
      }
      i++;
      if (depth == 0 && ENDS.indexOf(c) >= 0) {
        while (i < text.length()
            && (ENDS.indexOf(text.charAt(i)) >= 0 || CLOSERS.indexOf(text.charAt(i)) >= 0)) {
          i++;
        }
        add(text, start, i, sentences);
        start = i;
      }
    }
    add(text, start, text.length(), sentences);
    return List.copyOf(sentences);
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && Spaces.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Spaces.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Span(start, end));
    }
  }
}
