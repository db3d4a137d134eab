package annals.page;

import java.util.List;

/**
 * What is here, and where is mine?
 *
 * @param description what the site says of itself; may be empty
 * @param totals how much the archive holds, in phrases
 * @param matrix units by years
 * @param latest the reports written last
 * @param missing reports that one would expect and that are not there
 * @param missingMore how many more of them there are; empty if all are listed
 * @param empty why there is nothing at all; empty if there is something
 */
public record HomePage(
    Frame frame,
    String title,
    String description,
    List<String> totals,
    Matrix matrix,
    List<Latest> latest,
    List<Missing> missing,
    String missingMore,
    String empty)
    implements Page {
  public HomePage {
    totals = List.copyOf(totals);
    latest = List.copyOf(latest);
    missing = List.copyOf(missing);
  }

  /**
   * Units by years.
   *
   * @param years the columns
   * @param body the rows, by group
   */
  public record Matrix(List<Link> years, Html body) {
    public Matrix {
      years = List.copyOf(years);
    }
  }

  public record Latest(Link report, String unit, String date) {}

  public record Missing(Link unit, String years) {}
}
