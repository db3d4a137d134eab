package annals.page;

import java.util.List;

/**
 * The comparisons of a unit.
 *
 * @param empty why there are none; empty if there are some
 */
public record CompareIndexPage(
    Frame frame, String title, String lead, List<Pair> pairs, String empty) implements Page {
  public CompareIndexPage {
    pairs = List.copyOf(pairs);
  }

  /** Two reports and how many of their sections are the same, changed, added, dropped, moved. */
  public record Pair(
      Link page, String kind, int same, int changed, int added, int removed, int moved) {}
}
