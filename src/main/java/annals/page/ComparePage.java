package annals.page;

/**
 * Two reports side by side.
 *
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
    String summary,
    boolean changed,
    Html body,
    Link previous,
    Link next)
    implements Page {

  /** One of the two reports. */
  public record Side(int year, String unit, Link report) {}
}
