package annals.compare;

import java.util.Arrays;

/**
 * From which score on a sentence is shown as an outcome. The same score means different things in
 * different texts: where plans are vague the right sentences score low, and few others score
 * higher. So one rule, not one number, serves all: show as many pairs as promise the best F1,
 * taking the scores as likelihoods.
 *
 * <p>Of the k best pairs, the sum of their scores is how many may be right; the sum of all scores
 * is how many there may be to find. The expected F1, twice the first by k plus the second, is
 * greatest at some k, and the score there is the cut. Where little is promised it is lowered, for
 * the readers of a ledger miss more by an outcome that is not shown than by one too many; where the
 * two reports answer each other sentence by sentence it is raised, for what scores less there is a
 * neighbour of the right one. It is kept between bounds, for short plans say little, and short
 * accounts less.
 */
public final class Cut {
  /** The cut that is neither lowered nor raised. */
  private static final double MIDDLE = 1 / 2.6;

  private static final double LEAST = 0.1;

  /** In a short account every sentence is the nearest to something. */
  private static final double LEAST_OF_SHORT = 0.25;

  private static final int SHORT = 12;

  private static final double MOST = 0.5;

  private Cut() {}

  /**
   * The cut of a plan and an account.
   *
   * @param scores as {@link Similarity} gave them
   */
  public static double of(double[][] scores) {
    double[] best = new double[scores.length * FollowUps.MOST_OUTCOMES];
    double all = 0;
    int count = 0;
    for (double[] row : scores) {
      double[] sorted = row.clone();
      Arrays.sort(sorted);
      for (double score : sorted) {
        all += score;
      }
      for (int k = 1; k <= Math.min(FollowUps.MOST_OUTCOMES, sorted.length); k++) {
        best[count++] = sorted[sorted.length - k];
      }
    }
    Arrays.sort(best, 0, count);
    double right = 0;
    double greatest = 0;
    double cut = MOST;
    for (int k = 1; k <= count; k++) {
      double score = best[count - k];
      right += score;
      double expected = right / (k + all);
      if (expected > greatest) {
        greatest = expected;
        cut = score;
      }
    }
    boolean isShort = scores.length > 0 && scores[0].length < SHORT;
    return Math.clamp(cut * cut / MIDDLE, isShort ? LEAST_OF_SHORT : LEAST, MOST);
  }
}
