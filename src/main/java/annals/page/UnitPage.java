package annals.page;

import java.util.List;

/**
 * A unit through the years.
 *
 * @param notes former names, predecessors and successors, in words with links
 * @param missing years between its first and its last report without one; empty if there are none
 * @param rows its reports, the latest first
 * @param compare the list of its comparisons; {@link Link#NONE} if there are none
 * @param indicators its most telling indicators as charts; empty if there are none
 * @param allIndicators the page with all of them; {@link Link#NONE} if there are none
 * @param threads its matters through the years; {@link Link#NONE} if there are none
 * @param returning problems that stand in several years, as items of a list; empty if there are
 *     none
 */
public record UnitPage(
    Frame frame,
    String title,
    String lead,
    List<Note> notes,
    String missing,
    List<Row> rows,
    Link compare,
    Html indicators,
    Link allIndicators,
    Link threads,
    Html returning)
    implements Page {
  public UnitPage {
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }

  public record Note(String name, Link value, String detail) {}

  /**
   * A report.
   *
   * @param parts the parts it has, drawn
   * @param plan the page on which its plan stands beside what became of it
   * @param planWords how many commitments it has
   * @param compare the comparison with the year before
   * @param repeated how much of it stands in the report before, in words; may be empty
   * @param absent for a year without any report, why the row is empty; else empty
   */
  public record Row(
      int year,
      Link report,
      String kind,
      Html parts,
      Link plan,
      String planWords,
      Bar bar,
      Link compare,
      String compareWords,
      Link repeated,
      String absent) {}
}
