package annals.page;

import java.util.List;

/**
 * Two reports side by side.
 *
 * @param years that may stand in a column
 * @param summary what changed, in one sentence
 * @param changed whether anything differs at all
 * @param body the aligned sections
 * @param previous the comparison one year earlier; {@link Link#NONE} if there is none
 * @param next the comparison one year later
 */
public record ComparePage(
    Frame frame,
    String title,
    Side older,
    Side newer,
    List<Integer> years,
    String summary,
    boolean changed,
    Html body,
    Link previous,
    Link next)
    implements Page {

  public ComparePage {
    years = List.copyOf(years);
  }

  /** One of the two reports. */
  public record Side(int year, String kind, String unit, Link report) {}
}
