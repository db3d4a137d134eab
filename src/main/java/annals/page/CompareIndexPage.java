package annals.page;

import java.util.List;

/**
 * The comparisons of a unit.
 *
 * @param empty why there are none; empty if there are some
 * @param data for each kind with several reports what scripts need to compare any of them
 */
public record CompareIndexPage(
    Frame frame, String title, String lead, List<Pair> pairs, String empty, List<CompareData> data)
    implements Page {
  public CompareIndexPage {
    pairs = List.copyOf(pairs);
    data = List.copyOf(data);
  }

  /** Two reports and how many of their sections are the same, changed, added, dropped, moved. */
  public record Pair(
      Link page, String kind, int same, int changed, int added, int removed, int moved) {}
}
