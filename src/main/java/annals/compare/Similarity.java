package annals.compare;

import java.util.List;
import java.util.Locale;

/**
 * How likely a later sentence reports on a plan sentence. Implementations are immutable, safe for
 * several threads and deterministic.
 */
public interface Similarity {
  /** What a similarity goes by. */
  enum Kind {
    /** The words that sentences share; always there. */
    LEXICAL,
    /** Their meaning too, as a language model gives it. */
    SEMANTIC;

    /** The word used in annals.yaml and on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
