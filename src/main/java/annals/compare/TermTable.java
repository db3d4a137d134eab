package annals.compare;

import java.util.Arrays;

/**
 * Numbers terms in the order in which they come, from 0. An open-addressing table without boxing,
 * for a unit's reports have some ten thousand terms and each is looked up often. Not safe for
 * several threads while terms are added.
 */
final class TermTable {
  static final int ABSENT = -1;

  private long[] keys;
  private int[] ids;
  private long[] terms = new long[16];
  private int size;

  /**
   * @param expected how many terms will come, at most or so; more are taken too
   */
  TermTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected)) * 4;
    keys = new long[capacity];
    ids = new int[capacity];
  }

  private TermTable(TermTable other) {
    keys = other.keys.clone();
    ids = other.ids.clone();
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
    int slot = slot(term);
    return keys[slot] == term ? ids[slot] : ABSENT;
  }

  /** The number of a term, which is added if it is new. Terms are never 0. */
  int add(long term) {
    int slot = slot(term);
    if (keys[slot] == term) {
      return ids[slot];
    }
    if (size * 2 >= keys.length) {
      grow();
      slot = slot(term);
    }
    keys[slot] = term;
    ids[slot] = size;
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, size * 2);
    }
    terms[size] = term;
    return size++;
  }

  /** The term with a number. */
  long term(int number) {
    return terms[number];
  }

  private int slot(long term) {
    long hash = term * 0x9e3779b97f4a7c15L;
    int mask = keys.length - 1;
    int slot = (int) (hash >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldIds = ids;
    keys = new long[oldKeys.length * 2];
    ids = Arrays.copyOf(oldIds, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        ids[slot] = oldIds[i];
      }
    }
  }
}
