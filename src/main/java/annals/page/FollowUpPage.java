package annals.page;

import annals.compare.FollowUp;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param followUp what the page shows, for the data files beside it
 * @param lead one sentence that says what stands beside what
 * @param plan the plan
 * @param account the later report
 * @param condition {@code compared}, {@code waiting} (no later report yet) or {@code planless} (an
 *     account without a plan)
 * @param notice what is missing, why, and what would fill it; empty if nothing is
 * @param bar the commitments by state
 * @param filters the states that occur, for the filter
 * @param items the plan's items, a table body for each section; empty if there are none
 * @param unplanned what the account reports beside the plan, as the items of a list
 * @param hasStatements whether some items commit to nothing
 * @param meanings what each state means
 * @param previous the follow-up of the year before; {@link Link#NONE} if there is none
 * @param next the follow-up of the year after
 */
public record FollowUpPage(
    Frame frame,
    FollowUp followUp,
    String title,
    String lead,
    Side plan,
    Side account,
    String condition,
    List<String> notice,
    Bar bar,
    List<StateWord> filters,
    Html items,
    Html unplanned,
    String unplannedTitle,
    boolean hasStatements,
    List<Meaning> meanings,
    Link previous,
    Link next)
    implements Page {
  public FollowUpPage {
    notice = List.copyOf(notice);
    filters = List.copyOf(filters);
    meanings = List.copyOf(meanings);
  }

  /** One of the two reports. */
  public record Side(String name, Link report, String note) {}

  public record StateWord(String state, String sign, String word, int count) {}

  public record Meaning(String state, String sign, String word, String meaning) {}
}
