package annals.compare;

import java.util.List;

/**
 * Where each term stands in a list of texts: places count through all texts in order, with one free
 * place between two texts so that no phrase reaches from one into the next.
 */
final class Places {
  private final int[] from;
  private final int[] places;
  private final int[] texts;
  private final int count;

  private Places(int[] from, int[] places, int[] texts, int count) {
    this.from = from;
    this.places = places;
    this.texts = texts;
    this.count = count;
  }

  /** All terms of the texts must be in the table. */
  static Places of(List<Terms> texts, TermTable table) {
    int total = texts.stream().mapToInt(Terms::size).sum();
    int[] ids = new int[total];
    int[] from = new int[table.size() + 1];
    int n = 0;
    for (Terms terms : texts) {
      for (int i = 0; i < terms.size(); i++) {
        ids[n] = table.find(terms.key(i));
        from[ids[n++] + 1]++;
      }
    }
    for (int t = 0; t < table.size(); t++) {
      from[t + 1] += from[t];
    }
    int[] next = from.clone();
    int[] places = new int[total];
    int[] inText = new int[total];
    int place = 0;
    n = 0;
    for (int text = 0; text < texts.size(); text++) {
      for (int i = 0; i < texts.get(text).size(); i++) {
        int slot = next[ids[n++]]++;
        places[slot] = place++;
        inText[slot] = text;
      }
      place++;
    }
    return new Places(from, places, inText, place);
  }

  /** One more than the last place. */
  int count() {
    return count;
  }

  int from(int term) {
    return from[term];
  }

  int place(int entry) {
    return places[entry];
  }

  int text(int entry) {
    return texts[entry];
  }

  /** Sets the places of a term to 0. */
  void clear(int term, float[] byPlace) {
    for (int q = from[term]; q < from[term + 1]; q++) {
      byPlace[places[q]] = 0;
    }
  }
}
