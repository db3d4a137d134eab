package annals.outline;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the ids of sections: {@code s-1-2} by the path of their numbers, so that a section keeps
 * its id when text is added elsewhere. An unnumbered heading counts by its place as {@code x1}; a
 * number that stands twice gets a letter.
 */
final class AnchorMaker {
  /** What a fixed anchor may look like. */
  private static final String FIXED = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  private final String path;
  private final List<Diagnostic> diagnostics;
  private final Set<String> used = new HashSet<>();
  private final Set<String> fixedOnes = new HashSet<>();
  private final Map<String, Integer> copies = new HashMap<>();

  AnchorMaker(String path, List<Diagnostic> diagnostics) {
    this.path = path;
    this.diagnostics = diagnostics;
  }

  /**
   * @param parent the parent's path of numbers such as {@code 1-2}; empty at the top
   * @param ordinal the 1-based place among unnumbered siblings
   */
  String path(String parent, HeadingTree.Node node, int ordinal) {
    String own = node.mark.map(mark -> Integer.toString(mark.value())).orElse("x" + ordinal);
    String base = parent.isEmpty() ? own : parent + "-" + own;
    String unique = base;
    int copy = copies.getOrDefault(base, 1);
    while (!used.add("s-" + unique)) {
      unique = base + letters(copy++);
    }
    copies.put(base, copy);
    return unique;
  }

  /**
   * The id of a section: a fixed one if the heading states one that can be used, else from its
   * path.
   */
  String anchor(String sectionPath, HeadingTree.Node node) {
    String made = "s-" + sectionPath;
    return node.source
        .overrides()
        .anchor()
        .filter(
            fixed -> {
              boolean usable = fixed.matches(FIXED) && !fixed.matches("s-\\d.*") && used.add(fixed);
              if (usable) {
                fixedOnes.add(fixed);
              } else {
                diagnostics.add(
                    Diagnostic.error(
                        "anchor-unusable",
                        new Position(path, node.source.line(), 1),
                        "anchor #" + fixed + " cannot be used",
                        "anchors are unique, ASCII, and do not look like s-1"));
              }
              return usable;
            })
        .orElse(made);
  }

  /** The ids that headings state. */
  Set<String> fixed() {
    return Set.copyOf(fixedOnes);
  }

  /** What tells the second and later ones apart: b, c, … for 1, 2, …. */
  static String letters(int copy) {
    String letters = "";
    int rest = copy;
    while (rest > 0) {
      letters = (char) ('a' + rest % 26) + letters;
      rest /= 26;
    }
    return letters;
  }
}
