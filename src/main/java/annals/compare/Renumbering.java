package annals.compare;

import annals.outline.Passage;
import java.util.Arrays;

/**
 * Numbers the terms of a few texts of a vocabulary anew, from 0 in the order in which they come, so
 * that what is kept for each term is kept in small arrays. For one comparison in one thread.
 */
final class Renumbering {
  private final Vocabulary vocabulary;
  private final int[] numbers;
  private int[] originals = new int[1 << 10];
  private int size;

  Renumbering(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    numbers = new int[vocabulary.size()];
  }

  Vocabulary vocabulary() {
    return vocabulary;
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

  /** The numbers in the vocabulary, by the new ones. */
  int[] originals() {
    return Arrays.copyOf(originals, size);
  }

  /** The rarity of terms in the vocabulary, by the new numbers. */
  Rarity rarity() {
    return vocabulary.rarity().renumbered(originals());
  }

  /** The terms of a text, by new numbers. */
  Terms of(String text) {
    return vocabulary.terms(text).renumbered(this);
  }

  /** The terms of a passage, by new numbers. */
  Terms of(Passage passage) {
    return vocabulary.terms(passage).renumbered(this);
  }

  /** Forgets all new numbers. */
  void clear() {
    for (int i = 0; i < size; i++) {
      numbers[originals[i]] = 0;
    }
    size = 0;
  }
}
