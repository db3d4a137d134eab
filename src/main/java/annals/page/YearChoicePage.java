package annals.page;

import java.util.List;

/** Offers the several reports of a unit in one year. */
public record YearChoicePage(Frame frame, String title, String lead, List<Choice> reports)
    implements Page {
  public YearChoicePage {
    reports = List.copyOf(reports);
  }

  public record Choice(Link report, String kind, Html parts, String date) {}
}
