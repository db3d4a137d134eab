package annals.compare;

import annals.figures.Indicator;
import annals.figures.Indicators;
import annals.outline.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
   * @param figures one for each indicator of the item, in its order
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
  public record Figure(Indicator planned, Optional<Reached> reached) {}

  /** A number in an outcome's words. */
  public record Reached(Indicator indicator, Outcome outcome) {}

  public static Ledger of(FollowUp followUp) {
    List<Row> rows = new ArrayList<>();
    List<PlanItem> statements = new ArrayList<>();
    Map<String, List<Indicator>> known = new HashMap<>();
    for (FollowUp.Item item : followUp.items()) {
      PlanItem plan = item.item();
      if (item.isCommitment()) {
        rows.add(row(item, rows.size() + 1, known));
      } else if (!plan.ref().isHeading()) {
        statements.add(plan);
      }
    }
    return new Ledger(followUp, rows, statements);
  }

  private static Row row(FollowUp.Item item, int number, Map<String, List<Indicator>> known) {
    List<Outcome> told = new ArrayList<>();
    List<Outcome> admitted = new ArrayList<>();
    for (Outcome outcome : item.outcomes()) {
      boolean problem = outcome.ref().section().role() == Role.PROBLEMS;
      (problem ? admitted : told).add(outcome);
    }
    return new Row(item, number, told, admitted, figures(item, known));
  }

  private static List<Figure> figures(FollowUp.Item item, Map<String, List<Indicator>> known) {
    List<Indicator> planned = Indicators.in(item.item().text());
    if (planned.isEmpty()) {
      return List.of();
    }
    Set<Indicator> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Figure> figures = new ArrayList<>();
    for (Indicator indicator : planned) {
      Optional<Reached> reached = reached(indicator, item.outcomes(), used, known);
      reached.ifPresent(r -> used.add(r.indicator()));
      figures.add(new Figure(indicator, reached));
    }
    return figures;
  }

  private static Optional<Reached> reached(
      Indicator planned,
      List<Outcome> outcomes,
      Set<Indicator> used,
      Map<String, List<Indicator>> known) {
    for (Outcome outcome : outcomes) {
      for (Indicator told : known.computeIfAbsent(outcome.ref().text(), Indicators::in)) {
        if (planned.countsSameAs(told) && !used.contains(told)) {
          return Optional.of(new Reached(told, outcome));
        }
      }
    }
    return Optional.empty();
  }
}
