package annals.compare;

import java.util.Arrays;
import java.util.List;

/**
 * A text as terms: each pair of neighbouring tokens, numbered by a {@link TermTable}. Punctuation
 * parts tokens, so that no term reaches across it. Immutable.
 */
final class Terms {
  private final int[] numbers;
  private final int[] clauseEnds;

  private Terms(int[] numbers, int[] clauseEnds) {
    this.numbers = numbers;
    this.clauseEnds = clauseEnds;
  }

  /** The terms of a text; new ones are added to the table. */
  static Terms of(String text, TermTable table) {
    int[] tokens = Tokens.of(text);
    int[] numbers = new int[Math.max(0, tokens.length - 1)];
    int[] clauseEnds = new int[numbers.length];
    int count = 0;
    int clauses = 0;
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (tokens[i] == Tokens.CLAUSE && count > (clauses == 0 ? 0 : clauseEnds[clauses - 1])) {
        clauseEnds[clauses++] = count;
      }
      if (tokens[i] > 0 && tokens[i + 1] > 0) {
        numbers[count++] = table.add(((long) tokens[i] << 32) | tokens[i + 1]);
      }
    }
    if (count > (clauses == 0 ? 0 : clauseEnds[clauses - 1])) {
      clauseEnds[clauses++] = count;
    }
    return new Terms(Arrays.copyOf(numbers, count), Arrays.copyOf(clauseEnds, clauses));
  }

  /** The terms of several texts one behind the other; no term reaches from one into the next. */
  static Terms join(List<Terms> texts) {
    if (texts.size() == 1) {
      return texts.getFirst();
    }
    int size = 0;
    int clauses = 0;
    for (Terms text : texts) {
      size += text.numbers.length;
      clauses += text.clauseEnds.length;
    }
    int[] numbers = new int[size];
    int[] clauseEnds = new int[clauses];
    int count = 0;
    int clause = 0;
    for (Terms text : texts) {
      for (int end : text.clauseEnds) {
        clauseEnds[clause++] = count + end;
      }
      System.arraycopy(text.numbers, 0, numbers, count, text.numbers.length);
      count += text.numbers.length;
    }
    return new Terms(numbers, clauseEnds);
  }

  int size() {
    return numbers.length;
  }

  /** The number of the term at a place, in reading order. */
  int number(int index) {
    return numbers[index];
  }

  /** How many clauses, as ，；。：！？ part them, have terms. */
  int clauses() {
    return clauseEnds.length;
  }

  /** Where the terms of a clause end; they begin where those of the one before end. */
  int clauseEnd(int clause) {
    return clauseEnds[clause];
  }

  /** The same text by other numbers. */
  Terms renumbered(Renumbering numbering) {
    int[] others = new int[numbers.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = numbering.number(numbers[i]);
    }
    return new Terms(others, clauseEnds);
  }
}
