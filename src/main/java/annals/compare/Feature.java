package annals.compare;

import java.util.Locale;

/** What is looked at in a plan sentence and a sentence of the account, to tell if it answers. */
public enum Feature {
  /** Cosine of the two sentences' rarity-weighted terms. */
  COSINE(Source.WORDS),
  /** Share of the account sentence, by rarity, that the plan sentence has too. */
  COVERAGE(Source.WORDS),
  /** ln(1 + the summed rarity of the terms they share): how much evidence there is at all. */
  SHARED(Source.WORDS),
  /**
   * Share of the best clause of the plan sentence that the account sentence has, damped for short
   * clauses.
   */
  CLAUSE(Source.WORDS),
  /**
   * The shared rarity relative to the most that any plan sentence shares with this account
   * sentence.
   */
  COLUMN(Source.WORDS),
  /** A name in 《》 or “” that both bear: the rarity of the rarest. */
  NAME(Source.WORDS),
  /** 1 if both give the same figure, 0.5 if both count the same thing. */
  FIGURE(Source.WORDS),
  /** How well, by cosine, the sentences before and behind them fit, crosswise. */
  CONTEXT(Source.WORDS),

  /** ln(length / 30) of the account sentence, at most 1.5: what is spelt out tells more. */
  LENGTH(Source.ACCOUNT),
  /** Whether the account sentence has a number. */
  NUMBER(Source.ACCOUNT),
  /** Whether the account sentence is a short numbered headline: 一是加快项目建设. */
  HEADLINE(Source.ACCOUNT),
  /** Whether the account sentence is one short clause without a number. */
  SHORT(Source.ACCOUNT),
  /** How many verbs of deeds that can be seen the account sentence has, up to three. */
  DEEDS(Source.ACCOUNT),
  /** How many words of speeches the account sentence has, up to three. */
  SLOGANS(Source.ACCOUNT),

  /** Cosine of the two sentences' vectors, what all sentences of both reports share left out. */
  MEANING(Source.MEANING),
  /**
   * Twice the cosine of their vectors less the mean of the five nearest to either: near, for
   * sentences that have few near ones, means more.
   */
  NEARNESS(Source.MEANING),
  /** By how many standard deviations that cosine is above the plan sentence's others. */
  MEANING_ROW(Source.MEANING),
  /** By how many standard deviations that cosine is above the account sentence's others. */
  MEANING_COLUMN(Source.MEANING),
  /** The best cosine of a clause of one and a clause of the other. */
  CLAUSES(Source.MEANING),
  /** The best cosine of a clause of the plan sentence and the whole account sentence. */
  PLAN_CLAUSE(Source.MEANING),
  /** The best cosine of a clause of the account sentence and the whole plan sentence. */
  ACCOUNT_CLAUSE(Source.MEANING),
  /** Cosine of the two with the sentences before and behind them. */
  SURROUNDINGS(Source.MEANING),
  /** By how many standard deviations that is above the plan sentence's others. */
  SURROUNDINGS_ROW(Source.MEANING),
  /** By how many standard deviations it is above the account sentence's others. */
  SURROUNDINGS_COLUMN(Source.MEANING);

  /** Where a feature comes from. */
  enum Source {
    /** The words that the two sentences share; 0 where they share none. */
    WORDS,
    /** The account sentence alone: how likely it reports on anything. */
    ACCOUNT,
    /** The two sentences' vectors. */
    MEANING
  }

  final Source source;

  Feature(Source source) {
    this.source = source;
  }

  /** Whether it needs vectors of the sentences. */
  public boolean isSemantic() {
    return source == Source.MEANING;
  }

  /** The name in the file of weights. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
