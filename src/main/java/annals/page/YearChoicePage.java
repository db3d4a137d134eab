package annals.page;

import java.util.List;

/**
 * Offers the several reports of a unit in one year.
 *
 * @param former the address of the report that stood here alone before; empty if none did
 */
public record YearChoicePage(
    Frame frame, String title, String lead, List<Choice> reports, String former) implements Page {
  public YearChoicePage {
    reports = List.copyOf(reports);
  }

  public record Choice(Link report, String kind, Html parts, String date) {}
}
