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
 * @param homeless rulings whose item the plan does not hold any more
 */
public record FollowUp(
    int targetYear,
    Optional<ReportId> plan,
    Optional<ReportId> account,
    List<Item> items,
    List<SentenceRef> unplanned,
    List<Ruling> homeless) {
  public FollowUp {
    items = List.copyOf(items);
    unplanned = List.copyOf(unplanned);
    homeless = List.copyOf(homeless);
  }

  /** A follow-up as the texts alone give it. */
  public FollowUp(
      int targetYear,
      Optional<ReportId> plan,
      Optional<ReportId> account,
      List<Item> items,
      List<SentenceRef> unplanned) {
    this(targetYear, plan, account, items, unplanned, List.of());
  }

  /**
   * A plan item and what became of it.
   *
   * @param state what the texts show, outcomes that people added or struck taken into account;
   *     never {@link State#UNPLANNED}
   * @param outcomes those that people added first, then the best first
   */
  public record Item(PlanItem item, State state, List<Outcome> outcomes, Optional<Ruled> ruled) {
    public Item {
      outcomes = List.copyOf(outcomes);
    }

    /** An item as the texts alone give it. */
    public Item(PlanItem item, State state, List<Outcome> outcomes) {
      this(item, state, outcomes, Optional.empty());
    }

    /** The ruling where there is one, else what the texts show. */
    public Standing standing() {
      return ruled.flatMap(r -> r.ruling().state()).map(Standing.class::cast).orElse(state);
    }

    /** Whether a later report could report on it; a sentence that people ruled on surely is one. */
    public boolean isCommitment() {
      return item.kind() == PlanItem.Kind.COMMITMENT
          || ruled.flatMap(r -> r.ruling().state()).isPresent();
    }
  }

  /**
   * A ruling as it applies to an item.
   *
   * @param stale whether the item's words have changed since
   * @param machine what the comparison alone shows
   * @param lost added outcomes that no report of the unit holds
   */
  public record Ruled(Ruling ruling, boolean stale, State machine, List<Ruling.OutcomeLink> lost) {
    public Ruled {
      lost = List.copyOf(lost);
    }
  }

  /** How many commitments stand so; for {@link State#UNPLANNED} how many sentences. */
  public long count(Standing standing) {
    if (standing == State.UNPLANNED) {
      return unplanned.size();
    }
    return items.stream().filter(i -> i.isCommitment() && i.standing() == standing).count();
  }

  public long commitments() {
    return items.stream().filter(Item::isCommitment).count();
  }
}
