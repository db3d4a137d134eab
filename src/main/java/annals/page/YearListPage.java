package annals.page;

import java.util.List;

/**
 * All years, the latest first.
 *
 * @param empty why there are none; empty if there are some
 */
public record YearListPage(Frame frame, String title, String lead, List<Row> years, String empty)
    implements Page {
  public YearListPage {
    years = List.copyOf(years);
  }

  /**
   * A year.
   *
   * @param bar what became of the plans for that year, all units together
   */
  public record Row(Link year, int reports, int units, String plans, Bar bar) {}
}
