package annals.compare;

import annals.compare.Ledger.Figure;
import annals.compare.Ledger.Reached;
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
 * Finds for each number that an item plans the number of the same thing in its outcomes: by what
 * both are called; else as the only number of its measure; else as the only one of about its size.
 * For the follow-ups of one plan, in one thread of execution.
 */
final class ReachedFigures {
  /** A number that is farther from the planned one, as a part of it, may count something else. */
  private static final double NEAR = 0.15;

  /** What is said of a number behind it, where it counts what did not come about. */
  private static final WordList LOST = WordList.of("放弃 退出 退回 流失 离职 取消 落选 未 没有");

  private static final String CLAUSE_ENDS = "，。；：！？,;:!?";

  private final Map<String, List<Mention>> known = new HashMap<>();

  /** One for each value or change that the item names, in its order. */
  List<Figure> of(FollowUp.Item item) {
    List<Mention> planned = Mentions.in(item.item().text());
    Set<Mention> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Figure> figures = new ArrayList<>();
    for (Mention mention : planned) {
      if (mention.sense() != Sense.ASIDE) {
        figures.add(new Figure(mention, use(byName(mention, item, used), used)));
      }
    }
    figures.replaceAll(
        figure ->
            figure.reached().isEmpty() && isAlone(figure.planned(), planned)
                ? new Figure(figure.planned(), use(alone(figure.planned(), item, used), used))
                : figure);
    figures.replaceAll(
        figure ->
            figure.reached().isEmpty()
                ? new Figure(
                    figure.planned(), use(near(figure.planned(), planned, item, used), used))
                : figure);
    return figures;
  }

  private static Optional<Reached> use(Optional<Reached> reached, Set<Mention> used) {
    reached.ifPresent(r -> used.add(r.mention()));
    return reached;
  }

  private List<Mention> mentions(Outcome outcome) {
    return known.computeIfAbsent(outcome.ref().text(), Mentions::in);
  }

  private static boolean isAdmission(Outcome outcome) {
    return outcome.ref().section().role() == Role.PROBLEMS;
  }

  /**
   * The number that is called most like the planned one. Among problems not one more than twice as
   * large: what was not done is not counted there, but all there is.
   */
  private Optional<Reached> byName(Mention planned, FollowUp.Item item, Set<Mention> used) {
    double best = 0;
    Optional<Reached> reached = Optional.empty();
    for (Outcome outcome : item.outcomes()) {
      for (Mention told : mentions(outcome)) {
        double sure = used.contains(told) ? 0 : planned.answeredBy(told);
        boolean fits = !isAdmission(outcome) || planned.isAtLeastHalfOf(told);
        if (sure > best && fits) {
          best = sure;
          reached = Optional.of(new Reached(told, outcome));
        }
      }
    }
    return reached;
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
  private Optional<Reached> alone(Mention planned, FollowUp.Item item, Set<Mention> used) {
    if (planned.isShareOrMoney()) {
      return Optional.empty();
    }
    Optional<Outcome> best = item.outcomes().stream().filter(o -> !isAdmission(o)).findFirst();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<Mention> all = mentions(best.get());
    return all.stream()
        .filter(told -> planned.isComparableWith(told) && planned.isAtLeastHalfOf(told))
        .filter(told -> isAlone(told, all) && !used.contains(told))
        .filter(told -> told.isNamedIn(item.item().text()))
        .findFirst()
        .map(told -> new Reached(told, best.get()));
  }

  /**
   * The number, whatever it is called, that is the planned one or the only one about as large, in
   * the first outcome that is surely of the matter and counts anything by that measure: 改造户厕280户
   * and 新增水冲式厕所291户. A sum of money must be the same, a share the only one of both sentences.
   */
  private Optional<Reached> near(
      Mention planned, List<Mention> plan, FollowUp.Item item, Set<Mention> used) {
    return item.outcomes().stream()
        .filter(outcome -> outcome.score() >= FollowUps.FOUND && !isAdmission(outcome))
        .filter(outcome -> mentions(outcome).stream().anyMatch(planned::countsBySame))
        .findFirst()
        .flatMap(
            outcome -> near(planned, plan, outcome, used).map(told -> new Reached(told, outcome)));
  }

  private Optional<Mention> near(
      Mention planned, List<Mention> plan, Outcome outcome, Set<Mention> used) {
    List<Mention> all = mentions(outcome);
    List<Mention> near =
        all.stream()
            .filter(planned::countsBySame)
            .filter(told -> planned.distanceTo(told) <= NEAR && !used.contains(told))
            .toList();
    List<Mention> fitting =
        near.stream()
            .filter(planned::isComparableWith)
            .filter(told -> !isLost(told, outcome.ref().text()))
            .filter(told -> !planned.isShare() || isAlone(planned, plan) && isAlone(told, all))
            .toList();
    Optional<Mention> same =
        fitting.stream().filter(told -> planned.distanceTo(told) == 0).findFirst();
    return same.isPresent() || near.size() > 1 || planned.isMoney()
        ? same
        : fitting.stream().findFirst();
  }

  private static boolean isLost(Mention told, String text) {
    int end = told.written().end();
    while (end < text.length() && CLAUSE_ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return LOST.isIn(text.substring(told.written().end(), end));
  }
}
