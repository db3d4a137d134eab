package annals.compare;

import annals.figures.Indicators;
import annals.outline.Outline;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets the plan for a year against the later account of that year.
 *
 * <p>The outlines' target years decide what belongs together, never the years of headings or files:
 * a report whose summary is about another year is no account, and a plan without an account has no
 * state but {@link State#NO_LATER_REPORT}. Stateless and safe for several threads.
 */
public final class FollowUps {
  /**
   * From this score on the item is found: the best outcome was right for nine in ten labelled
   * items.
   */
  public static final double FOUND = 0.6;

  /** No item is shown more outcomes than this. */
  static final int MOST_OUTCOMES = 4;

  private FollowUps() {}

  /** A report with its outline. */
  public record Told(ReportId id, Outline outline) {}

  /**
   * The follow-up of a year.
   *
   * @param targetYear the year planned and accounted for
   * @param plan the report that may hold the plan for it
   * @param account the report that may hold the account of it
   * @param similarity how likely a sentence of the account reports on one of the plan
   */
  public static FollowUp of(
      int targetYear, Optional<Told> plan, Optional<Told> account, Similarity similarity) {
    List<PlanItem> items =
        plan.map(told -> PlanItems.of(told.outline(), targetYear)).orElse(List.of());
    Optional<Told> planned = plan.filter(told -> !items.isEmpty());
    Optional<Told> told = account.filter(a -> a.outline().years().summary() == targetYear);
    List<SentenceRef> sentences =
        told.map(a -> sentences(a.outline(), targetYear, EnumSet.of(Role.SUMMARY, Role.PROBLEMS)))
            .orElse(List.of());
    double[][] scores = similarity.scores(items.stream().map(PlanItem::ref).toList(), sentences);
    double cut = Cut.of(scores);
    List<FollowUp.Item> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Outcome> outcomes = outcomes(scores[i], sentences, cut);
      found.add(
          new FollowUp.Item(
              items.get(i), state(told.isPresent(), items.get(i), outcomes), outcomes));
    }
    return new FollowUp(
        targetYear,
        planned.map(Told::id),
        told.map(Told::id),
        found,
        planned.isPresent() ? unplanned(sentences, scores, cut) : List.of());
  }

  /**
   * The sentences to show for an item, best first, at most {@value #MOST_OUTCOMES}; equal scores
   * keep the order of reading.
   */
  public static List<Outcome> outcomes(double[] scores, List<SentenceRef> sentences, double cut) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int j = 0; j < scores.length; j++) {
      if (scores[j] >= cut) {
        outcomes.add(new Outcome(sentences.get(j), scores[j]));
      }
    }
    outcomes.sort(Comparator.comparingDouble(Outcome::score).reversed());
    return List.copyOf(outcomes.subList(0, Math.min(MOST_OUTCOMES, outcomes.size())));
  }

  private static List<SentenceRef> sentences(Outline outline, int year, Set<Role> roles) {
    List<SentenceRef> sentences = new ArrayList<>();
    outline
        .walk()
        .filter(section -> roles.contains(section.role()) && PlanItems.contains(section, year))
        .forEach(section -> add(section, sentences));
    return sentences;
  }

  private static void add(Section section, List<SentenceRef> sentences) {
    for (Sentence sentence : section.sentences()) {
      sentences.add(new SentenceRef(section, sentence));
    }
  }

  /**
   * What the texts show of an item with these outcomes, the best first. It is found only partly
   * where the best is not like enough, or where it, or an outcome among the problems, says that
   * what was planned was not wholly reached.
   */
  public static State state(boolean told, PlanItem item, List<Outcome> outcomes) {
    if (!told) {
      return State.NO_LATER_REPORT;
    }
    if (outcomes.isEmpty()) {
      return State.NOT_FOUND;
    }
    Outcome best = outcomes.getFirst();
    boolean fallsShort =
        outcomes.stream()
            .anyMatch(
                o -> (o == best || isAdmission(o)) && Shortfall.isIn(item.text(), o.ref().text()));
    return best.score() >= FOUND && !fallsShort ? State.FOUND : State.PARTLY;
  }

  private static boolean isAdmission(Outcome outcome) {
    return outcome.ref().section().role() == Role.PROBLEMS;
  }

  /** Concrete sentences of the summary that answer no item, not even partly. */
  private static List<SentenceRef> unplanned(
      List<SentenceRef> sentences, double[][] scores, double cut) {
    List<SentenceRef> unplanned = new ArrayList<>();
    for (int j = 0; j < sentences.size(); j++) {
      SentenceRef ref = sentences.get(j);
      if (ref.section().role() == Role.SUMMARY && best(scores, j) < cut && isDeed(ref)) {
        unplanned.add(ref);
      }
    }
    return unplanned;
  }

  /** Whether a sentence tells of something done rather than of how it was done. */
  static boolean isDeed(SentenceRef ref) {
    return !ref.isHeading()
        && !FrameSentence.is(ref.text())
        && (CommitmentSign.DEEDS.isIn(ref.text()) || Indicators.isAnyIn(ref.text()));
  }

  private static double best(double[][] scores, int column) {
    double best = 0;
    for (double[] row : scores) {
      best = Math.max(best, row[column]);
    }
    return best;
  }
}
