package annals.page;

import java.util.List;

/**
 * The matters of a unit through the years.
 *
 * @param lead how to read it
 * @param notes on units that the years before or after belong to
 * @param tables one for each kind of report
 * @param empty why there are none; empty if there are some
 */
public record ThreadsPage(
    Frame frame,
    String title,
    String lead,
    List<UnitPage.Note> notes,
    List<Table> tables,
    String empty)
    implements Page {
  public ThreadsPage {
    notes = List.copyOf(notes);
    tables = List.copyOf(tables);
  }

  /**
   * The matters of one kind of report.
   *
   * @param kind its name; empty if the unit has one kind only
   * @param years how many columns of years there are
   * @param head the cells of the years' row
   * @param rows a row for each matter that goes on for long
   * @param restTitle names what is folded away
   * @param rest the other matters, as items of a list
   */
  public record Table(
      String anchor, String kind, int years, Html head, Html rows, String restTitle, Html rest) {}
}
