package annals.compare;

import annals.figures.Mention;
import annals.outline.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A follow-up as the ledger (台账) that pages and files show: commitments numbered, figures planned
 * beside figures reached, slogans apart.
 *
 * @param rows the commitments in the order of the plan
 * @param statements the sentences that commit to nothing, without the headings over a body, in the
 *     order of the plan
 */
public record Ledger(FollowUp followUp, List<Row> rows, List<PlanItem> statements) {
  public Ledger {
    rows = List.copyOf(rows);
    statements = List.copyOf(statements);
  }

  /**
   * A commitment.
   *
   * @param number 1-based
   * @param told outcomes that the account reports as done
   * @param admitted outcomes that stand among its problems
   * @param figures one for each value or change that the item names, in its order
   */
  public record Row(
      FollowUp.Item item,
      int number,
      List<Outcome> told,
      List<Outcome> admitted,
      List<Figure> figures) {
    public Row {
      told = List.copyOf(told);
      admitted = List.copyOf(admitted);
      figures = List.copyOf(figures);
    }

    public PlanItem plan() {
      return item.item();
    }
  }

  /**
   * A number that was planned and the number of the same thing in the item's outcomes.
   *
   * @param planned in the item's words
   * @param reached absent if no outcome counts the same thing
   */
  public record Figure(Mention planned, Optional<Reached> reached) {}

  /** A number in an outcome's words. */
  public record Reached(Mention mention, Outcome outcome) {}

  public static Ledger of(FollowUp followUp) {
    List<Row> rows = new ArrayList<>();
    List<PlanItem> statements = new ArrayList<>();
    ReachedFigures reached = new ReachedFigures();
    for (FollowUp.Item item : followUp.items()) {
      PlanItem plan = item.item();
      if (item.isCommitment()) {
        rows.add(row(item, rows.size() + 1, reached));
      } else if (!plan.ref().isHeading()) {
        statements.add(plan);
      }
    }
    return new Ledger(followUp, rows, statements);
  }

  private static Row row(FollowUp.Item item, int number, ReachedFigures reached) {
    List<Outcome> told = new ArrayList<>();
    List<Outcome> admitted = new ArrayList<>();
    for (Outcome outcome : item.outcomes()) {
      boolean problem = outcome.ref().section().role() == Role.PROBLEMS;
      (problem ? admitted : told).add(outcome);
    }
    return new Row(item, number, told, admitted, reached.of(item));
  }
}
