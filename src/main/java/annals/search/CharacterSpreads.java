package annals.search;

/** Counts, for one report at a time, in how many sections each character stands. */
final class CharacterSpreads {
  private final int[] sections = new int[1 << 16];

  /** One more than the last place in which the character was seen. */
  private final int[] lastPlace = new int[1 << 16];

  private final boolean[] inHeading = new boolean[1 << 16];
  private final IntList seen = new IntList();

  /**
   * Counts a character.
   *
   * @param spot twice the place, plus 1 in a heading; places ascend
   */
  void count(char c, int spot) {
    int place = (spot >> 1) + 1;
    if (lastPlace[c] != place) {
      lastPlace[c] = place;
      if (sections[c]++ == 0) {
        seen.add(c);
      }
    }
    if ((spot & 1) != 0) {
      inHeading[c] = true;
    }
  }

  /**
   * Told of a character its spread: twice the number of sections less 1, plus 1 if in a heading.
   */
  interface Listener {
    void accept(char character, int spread);
  }

  /** Gives all characters counted, in the order of their first appearance, and starts anew. */
  void drain(Listener listener) {
    for (int i = 0; i < seen.size(); i++) {
      char c = (char) seen.get(i);
      listener.accept(c, sections[c] - 1 << 1 | (inHeading[c] ? 1 : 0));
      sections[c] = 0;
      inHeading[c] = false;
    }
    seen.clear();
  }
}
