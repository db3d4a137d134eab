package annals.compare;

import java.util.Locale;

/** What {@link LexicalSimilarity} looks at in a plan sentence and a sentence of the account. */
public enum LexicalFeature {
  /** Cosine of the two sentences' rarity-weighted terms. */
  COSINE,
  /** Share of the account sentence, by rarity, that the plan sentence has too. */
  COVERAGE,
  /** ln(1 + the summed rarity of the terms they share): how much evidence there is at all. */
  SHARED,
  /**
   * Share of the best clause of the plan sentence that the account sentence has, damped for short
   * clauses.
   */
  CLAUSE,
  /**
   * The shared rarity relative to the most that any account sentence shares with this plan
   * sentence.
   */
  ROW,
  /**
   * The shared rarity relative to the most that any plan sentence shares with this account
   * sentence.
   */
  COLUMN,
  /** A name in 《》 or “” that both bear: the rarity of the rarest. */
  NAME,
  /** 1 if both give the same figure, 0.5 if both count the same thing. */
  FIGURE,
  /** How well the sentences before and behind them fit, crosswise. */
  CONTEXT;

  /** The name in the file of weights. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
