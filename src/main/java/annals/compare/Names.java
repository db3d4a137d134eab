package annals.compare;

import annals.text.Folding;
import java.util.LinkedHashSet;
import java.util.Set;

/** The things a sentence calls by name: what stands in 《》 or “”. */
final class Names {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 24;

  private Names() {}

  /** The names in a text, folded, in order. */
  static Set<String> in(String text) {
    Set<String> names = new LinkedHashSet<>();
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“' || c == '《') {
        open = i;
      } else if ((c == '”' || c == '》') && open >= 0) {
        int length = i - open - 1;
        if (length >= SHORTEST && length <= LONGEST) {
          names.add(Folding.text(text.substring(open + 1, i)));
        }
        open = -1;
      }
    }
    return names;
  }

  /** Whether two nouns have two neighbouring characters in common. */
  static boolean overlap(String one, String other) {
    for (int i = 0; i + 2 <= one.length(); i++) {
      for (int j = 0; j + 2 <= other.length(); j++) {
        if (one.charAt(i) == other.charAt(j) && one.charAt(i + 1) == other.charAt(j + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
