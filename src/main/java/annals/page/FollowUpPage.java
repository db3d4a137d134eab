package annals.page;

import annals.compare.Ledger;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param ledger what the page shows, for the data files beside it
 * @param lead one sentence that says what stands beside what
 * @param plan the plan
 * @param account the later report
 * @param condition {@code compared}, {@code waiting} (no later report yet) or {@code planless} (an
 *     account without a plan)
 * @param measured whether any commitment plans a number
 * @param notice what is missing, why, and what would fill it; empty if nothing is
 * @param bar the commitments by state
 * @param filters the states and rulings that occur, for the filter
 * @param items the plan's commitments, a table body for each section; empty if there are none
 * @param unplanned what the account reports beside the plan, as the items of a list
 * @param statements the plan's sentences that commit to nothing, as the items of a list
 * @param homeless rulings whose item is gone, as the items of a list
 * @param meanings what each state means
 * @param previous the follow-up of the year before; {@link Link#NONE} if there is none
 * @param next the follow-up of the year after
 */
public record FollowUpPage(
    Frame frame,
    Ledger ledger,
    String title,
    String lead,
    Side plan,
    Side account,
    String condition,
    boolean measured,
    List<String> notice,
    Bar bar,
    List<StateWord> filters,
    Html items,
    Html unplanned,
    String unplannedTitle,
    Html statements,
    String statementsTitle,
    Html homeless,
    String homelessTitle,
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
