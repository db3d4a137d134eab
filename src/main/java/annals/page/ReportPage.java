package annals.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A report, to read, to cite, and to see what became of it.
 *
 * @param title in pieces, between which a line may break: before a year and the word that joins it
 * @param eyebrow unit and kind above the title
 * @param facts what is known of the report as a whole
 * @param original the document it was imported from, if the page offers it
 * @param years the unit's reports of the same kind, to stay in the same section of another year
 * @param siblings other reports of the unit in the same year
 * @param connections what the report was set against
 * @param repeated what of it stands in other reports
 * @param missing sentences about parts that the report does not have
 * @param contents the table of contents as nested lists; empty for a report without sections
 * @param hasNotes whether anything stands in the margin
 * @param body the lead and all sections
 * @param previous the report before it; {@link Link#NONE} if there is none
 * @param next the report after it
 */
public record ReportPage(
    Frame frame,
    List<String> title,
    List<Link> eyebrow,
    List<Fact> facts,
    Original original,
    List<YearLink> years,
    List<Link> siblings,
    List<Connection> connections,
    Repeated repeated,
    List<String> missing,
    Html contents,
    boolean hasNotes,
    Html body,
    Link previous,
    Link next)
    implements Page {
  private static final Pattern TITLE_BREAK =
      Pattern.compile("(?<=.)(?=[和及与暨、]?\\d{4}年)(?<![和及与暨、（(“《—\\-至～])");

  public ReportPage {
    title = List.copyOf(title);
    eyebrow = List.copyOf(eyebrow);
    facts = List.copyOf(facts);
    years = List.copyOf(years);
    siblings = List.copyOf(siblings);
    connections = List.copyOf(connections);
    missing = List.copyOf(missing);
  }

  /** A title in pieces that a reader takes in whole; together they are the title. */
  static List<String> pieces(String title) {
    return List.of(TITLE_BREAK.split(title));
  }

  /**
   * What a report repeats.
   *
   * @param figures for the head; none if there is nothing to compare with
   * @param lead the same in sentences; empty if nothing repeats
   * @param others reports of other units with text in common
   * @param rows its sections
   * @param note what is counted
   */
  public record Repeated(
      List<Link> figures, String lead, List<Link> others, Html rows, String note) {
    public Repeated {
      figures = List.copyOf(figures);
      others = List.copyOf(others);
    }
  }

  public record Fact(String name, Link value) {}

  /**
   * The document that a report was imported from.
   *
   * @param file its own name
   * @param href where it lies; empty if the page does not offer it
   */
  public record Original(String file, String href, String sha256) {
    static final Original NONE = new Original("", "", "");
  }

  /**
   * A year of the switcher.
   *
   * @param title the report's title
   * @param here whether it is the report on this page
   */
  public record YearLink(int year, String href, String title, boolean here) {}

  /**
   * Another page on which this report stands beside a second one.
   *
   * @param kind {@code account}, {@code plan} or {@code compare}
   */
  public record Connection(String kind, String name, Link link, String note, Bar bar) {}
}
