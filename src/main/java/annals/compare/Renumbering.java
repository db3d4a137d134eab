package annals.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers the terms of a few texts anew, from 0 in the order in which they come, so that what is
 * kept for each term is kept in small arrays. For one comparison in one thread.
 */
final class Renumbering {
  private final int[] numbers;
  private int[] originals = new int[1 << 10];
  private int size;

  /**
   * @param terms how many terms there are in all
   */
  Renumbering(int terms) {
    numbers = new int[terms];
  }

  /** How many terms have a new number. */
  int size() {
    return size;
  }

  /** The new number of a term. */
  int number(int term) {
    int number = numbers[term] - 1;
    if (number < 0) {
      number = size++;
      numbers[term] = size;
      if (number == originals.length) {
        originals = Arrays.copyOf(originals, size * 2);
      }
      originals[number] = term;
    }
    return number;
  }

  /** The old number behind a new one. */
  int original(int number) {
    return originals[number];
  }

  List<Terms> of(List<Terms> texts) {
    return texts.stream().map(text -> text.renumbered(this)).toList();
  }

  /** Forgets all new numbers. */
  void clear() {
    for (int i = 0; i < size; i++) {
      numbers[originals[i]] = 0;
    }
    size = 0;
  }
}
