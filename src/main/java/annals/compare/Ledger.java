package annals.compare;

import annals.figures.Mention;
import annals.figures.Mentions;
import annals.figures.Sense;
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
    Map<String, List<Mention>> known = new HashMap<>();
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

  private static Row row(FollowUp.Item item, int number, Map<String, List<Mention>> known) {
    List<Outcome> told = new ArrayList<>();
    List<Outcome> admitted = new ArrayList<>();
    for (Outcome outcome : item.outcomes()) {
      boolean problem = outcome.ref().section().role() == Role.PROBLEMS;
      (problem ? admitted : told).add(outcome);
    }
    return new Row(item, number, told, admitted, figures(item, known));
  }

  private static List<Figure> figures(FollowUp.Item item, Map<String, List<Mention>> known) {
    List<Mention> planned = Mentions.in(item.item().text());
    if (planned.isEmpty()) {
      return List.of();
    }
    Set<Mention> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Figure> figures = new ArrayList<>();
    for (Mention mention : planned) {
      if (mention.sense() == Sense.ASIDE) {
        continue;
      }
      Optional<Reached> reached = reached(mention, item.outcomes(), used, known);
      reached.ifPresent(r -> used.add(r.mention()));
      figures.add(new Figure(mention, reached));
    }
    figures.replaceAll(
        figure ->
            figure.reached().isEmpty() && isAlone(figure.planned(), planned)
                ? new Figure(figure.planned(), reachedAlone(figure.planned(), item, used, known))
                : figure);
    return figures;
  }

  /** Whether no other number is counted by the same measure. */
  private static boolean isAlone(Mention mention, List<Mention> all) {
    return all.stream().filter(mention::countsBySame).count() == 1;
  }

  /**
   * The number of the best outcome that counts something by the measure of a planned number as no
   * other number of either sentence does, if the plan has a word for it: 举办政企恳谈会4次 and 恳谈5次. Not
   * for shares and sums of money, of which sentences on one matter name many, and not for a number
   * more than twice as large, which counts what there was before as well.
   */
  private static Optional<Reached> reachedAlone(
      Mention planned, FollowUp.Item item, Set<Mention> used, Map<String, List<Mention>> known) {
    if (planned.isShareOrMoney()) {
      return Optional.empty();
    }
    Optional<Outcome> best =
        item.outcomes().stream().filter(o -> o.ref().section().role() != Role.PROBLEMS).findFirst();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<Mention> all = known.computeIfAbsent(best.get().ref().text(), Mentions::in);
    return all.stream()
        .filter(told -> planned.isComparableWith(told) && planned.isAtLeastHalfOf(told))
        .filter(told -> isAlone(told, all) && !used.contains(told))
        .filter(told -> told.isNamedIn(item.item().text()))
        .findFirst()
        .map(told -> new Reached(told, best.get()));
  }

  private static Optional<Reached> reached(
      Mention planned,
      List<Outcome> outcomes,
      Set<Mention> used,
      Map<String, List<Mention>> known) {
    double best = 0;
    Optional<Reached> reached = Optional.empty();
    for (Outcome outcome : outcomes) {
      for (Mention told : known.computeIfAbsent(outcome.ref().text(), Mentions::in)) {
        double sure = used.contains(told) ? 0 : planned.answeredBy(told);
        if (sure > best) {
          best = sure;
          reached = Optional.of(new Reached(told, outcome));
        }
      }
    }
    return reached;
  }
}
