package annals.compare;

import java.util.Arrays;

/**
 * Numbers terms in the order in which they come, from 0. An open-addressing table without boxing,
 * for a unit's reports have some ten thousand terms and each is looked up often. Not safe for
 * several threads while terms are added.
 */
final class TermTable {
  static final int ABSENT = -1;

  private int[] slots;
  private long[] terms;
  private int size;

  /**
   * @param expected how many terms will come, at most or so; more are taken too
   */
  TermTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected)) * 4;
    slots = new int[capacity];
    terms = new long[capacity / 4];
  }

  private TermTable(TermTable other) {
    slots = other.slots.clone();
    terms = other.terms.clone();
    size = other.size;
  }

  TermTable copy() {
    return new TermTable(this);
  }

  int size() {
    return size;
  }

  /** The number of a term, or {@link #ABSENT}. */
  int find(long term) {
    return slots[slot(term)] - 1;
  }

  /** The number of a term, which is added if it is new. */
  int add(long term) {
    int slot = slot(term);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size * 2 >= slots.length) {
      grow();
      slot = slot(term);
    }
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, size * 2);
    }
    terms[size] = term;
    slots[slot] = ++size;
    return size - 1;
  }

  /** The term with a number. */
  long term(int number) {
    return terms[number];
  }

  /** Where a term's number plus 1 stands, or where it belongs: there stands 0. */
  private int slot(long term) {
    long hash = term * 0x9e3779b97f4a7c15L;
    int mask = slots.length - 1;
    int slot = (int) (hash >>> 40) & mask;
    while (slots[slot] != 0 && terms[slots[slot] - 1] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < size; number++) {
      slots[slot(terms[number])] = number + 1;
    }
  }
}
