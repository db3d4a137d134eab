package annals.search;

import java.util.Arrays;

/**
 * Shortens a text by giving pairs of neighbouring symbols that repeat a symbol of their own, in a
 * few rounds, so that words and set phrases become one symbol each; after Re-Pair (Larsson and
 * Moffat, 1999), which makes one rule at a time. A symbol is a UTF-16 unit, or {@link #FIRST_RULE}
 * plus the number of a rule, whose two symbols are units or earlier rules. Keeps its tables between
 * texts; not thread-safe.
 */
final class PairGrammar {
  static final int FIRST_RULE = 1 << 16;
  static final int MOST_RULES = 1 << 13;
  private static final int ROUNDS = 3;
  private static final int FEWEST_USES = 4;

  private int[] symbols = new int[0];
  private int length;
  private final IntList rules = new IntList();

  /** A table of the pairs of one round, by open addressing. */
  private long[] pairs = new long[0];

  private int[] counts = new int[0];

  /** How often a pair would be replaced. */
  private int[] uses = new int[0];

  /** The number of a pair's rule plus 1, or 0. */
  private int[] rulesOfPairs = new int[0];

  /** For each symbol the place in the table of its pair with the next one. */
  private int[] slots = new int[0];

  void read(String text) {
    length = text.length();
    rules.clear();
    if (symbols.length < length) {
      symbols = new int[length];
      slots = new int[length];
      int size = Integer.highestOneBit(Math.max(8, length)) << 2;
      pairs = new long[size];
      counts = new int[size];
      uses = new int[size];
      rulesOfPairs = new int[size];
    }
    for (int i = 0; i < length; i++) {
      symbols[i] = text.charAt(i);
    }
    int before = -1;
    for (int round = 0; round < ROUNDS && ruleCount() > before; round++) {
      before = ruleCount();
      countPairs();
      countUses();
      replace();
    }
  }

  /** Symbols of the shortened text. */
  int length() {
    return length;
  }

  int symbol(int index) {
    return symbols[index];
  }

  int ruleCount() {
    return rules.size() / 2;
  }

  /** The two symbols of each rule, one rule after the other. */
  int ruleSymbol(int index) {
    return rules.get(index);
  }

  /** Of three equal symbols in a row only the first two are counted as a pair. */
  private void countPairs() {
    Arrays.fill(pairs, -1);
    Arrays.fill(counts, 0);
    Arrays.fill(uses, 0);
    boolean overlaps = false;
    for (int i = 0; i + 1 < length; i++) {
      slots[i] = slot((long) symbols[i] << 32 | symbols[i + 1]);
      overlaps = i > 0 && slots[i] == slots[i - 1] && symbols[i] == symbols[i + 1] && !overlaps;
      if (!overlaps) {
        counts[slots[i]]++;
      }
    }
  }

  private int slot(long pair) {
    int mask = pairs.length - 1;
    int slot = (int) (pair * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (pairs[slot] != pair && pairs[slot] != -1) {
      slot = slot + 1 & mask;
    }
    pairs[slot] = pair;
    return slot;
  }

  /** Whether a pair repeats, and the one that begins in its middle does not repeat more often. */
  private boolean isPreferred(int i) {
    return i + 1 < length
        && counts[slots[i]] >= FEWEST_USES
        && (i + 2 >= length || counts[slots[i + 1]] <= counts[slots[i]]);
  }

  private void countUses() {
    for (int i = 0; i + 1 < length; i++) {
      if (isPreferred(i)) {
        uses[slots[i]]++;
        i++;
      }
    }
  }

  private void replace() {
    Arrays.fill(rulesOfPairs, 0);
    int end = 0;
    for (int i = 0; i < length; end++) {
      if (isPreferred(i) && uses[slots[i]] >= FEWEST_USES && ruleCount() < MOST_RULES) {
        symbols[end] = FIRST_RULE + ruleOf(slots[i]);
        i += 2;
      } else {
        symbols[end] = symbols[i];
        i++;
      }
    }
    length = end;
  }

  private int ruleOf(int slot) {
    if (rulesOfPairs[slot] == 0) {
      rules.add((int) (pairs[slot] >>> 32));
      rules.add((int) pairs[slot]);
      rulesOfPairs[slot] = ruleCount();
    }
    return rulesOfPairs[slot] - 1;
  }
}
