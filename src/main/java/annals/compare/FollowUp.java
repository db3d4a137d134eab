package annals.compare;

import annals.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * The plan items for one target year set against the later account of that year.
 *
 * @param targetYear the year planned and accounted for
 * @param plan the report that holds the plan; absent when only an account exists
 * @param account the report whose summary is about the target year; absent while there is none
 * @param items the plan's items in reading order
 * @param unplanned sentences of the account that answer no plan item
 */
public record FollowUp(
    int targetYear,
    Optional<ReportId> plan,
    Optional<ReportId> account,
    List<Item> items,
    List<SentenceRef> unplanned) {
  public FollowUp {
    items = List.copyOf(items);
    unplanned = List.copyOf(unplanned);
  }

  /**
   * A plan item and what became of it.
   *
   * @param state never {@link State#UNPLANNED}
   * @param outcomes the best first
   */
  public record Item(PlanItem item, State state, List<Outcome> outcomes) {
    public Item {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** How many commitments are in this state. */
  public long count(State state) {
    if (state == State.UNPLANNED) {
      return unplanned.size();
    }
    return items.stream()
        .filter(i -> i.item().kind() == PlanItem.Kind.COMMITMENT && i.state() == state)
        .count();
  }

  public long commitments() {
    return items.stream().filter(i -> i.item().kind() == PlanItem.Kind.COMMITMENT).count();
  }
}
