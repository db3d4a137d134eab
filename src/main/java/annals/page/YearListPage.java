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
   * @param figures how many reports and units it has, in words
   * @param bar what became of the plans for that year, all units together
   */
  public record Row(Link year, List<String> figures, String plans, Bar bar) {
    public Row {
      figures = List.copyOf(figures);
    }
  }
}
