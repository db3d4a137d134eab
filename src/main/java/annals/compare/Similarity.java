package annals.compare;

import java.util.List;

/**
 * How likely a later sentence reports on a plan sentence. Implementations are immutable, safe for
 * several threads and deterministic.
 */
public interface Similarity {
  /**
   * Scores every plan sentence against every sentence of the account.
   *
   * @param plan the plan's sentences in reading order
   * @param account the account's sentences in reading order
   * @return {@code scores[i][j]} from 0 (nothing in common) to 1 for plan sentence i and account
   *     sentence j
   */
  double[][] scores(List<SentenceRef> plan, List<SentenceRef> account);
}
