package annals.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as the terms they have, each once, with how often: the entries of the first text, then
 * those of the second, and so on; within a text in the order in which the terms come. Immutable.
 */
final class TermCounts {
  private final int[] starts;
  private final int[] terms;
  private final int[] counts;

  private TermCounts(int[] starts, int[] terms, int[] counts) {
    this.starts = starts;
    this.terms = terms;
    this.counts = counts;
  }

  /**
   * The counts in these texts.
   *
   * @param size how many terms have a number
   */
  static TermCounts of(List<Terms> texts, int size) {
    int total = 0;
    for (Terms text : texts) {
      total += text.size();
    }
    int[] starts = new int[texts.size() + 1];
    int[] terms = new int[total];
    int[] counts = new int[total];
    int[] place = new int[size];
    int end = 0;
    for (int t = 0; t < starts.length - 1; t++) {
      int start = end;
      Terms text = texts.get(t);
      for (int i = 0; i < text.size(); i++) {
        int term = text.number(i);
        int at = place[term] - 1;
        if (at >= start) {
          counts[at]++;
        } else {
          terms[end] = term;
          counts[end++] = 1;
          place[term] = end;
        }
      }
      starts[t + 1] = end;
    }
    return new TermCounts(starts, Arrays.copyOf(terms, end), Arrays.copyOf(counts, end));
  }

  /** How many texts there are. */
  int texts() {
    return starts.length - 1;
  }

  /** Where the entries of a text begin. */
  int start(int text) {
    return starts[text];
  }

  int end(int text) {
    return starts[text + 1];
  }

  /** How many entries all texts have. */
  int entries() {
    return terms.length;
  }

  int term(int entry) {
    return terms[entry];
  }

  int count(int entry) {
    return counts[entry];
  }

  /** The same texts by other numbers, given for each term. */
  TermCounts renumbered(int[] numbers) {
    int[] others = new int[terms.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = numbers[terms[i]];
    }
    return new TermCounts(starts, others, counts);
  }
}
