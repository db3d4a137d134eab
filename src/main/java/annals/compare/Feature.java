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

  /**
   * By how many standard deviations the cosine and the context are above the plan sentence's
   * others.
   */
  PASSAGE_ROW(Source.WORDS_ALONE),
  /** By how many standard deviations they are above the account sentence's others. */
  PASSAGE_COLUMN(Source.WORDS_ALONE),
  /** {@link #NEARNESS} by the cosine of terms. */
  WORD_NEARNESS(Source.WORDS_ALONE),

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

  /**
   * Cosine of the two sentences' vectors, as they are and not as queries as for all below, what all
   * sentences of both reports share left out.
   */
  PLAIN_MEANING(Source.MEANING),
  /** {@link #NEARNESS} by those vectors. */
  PLAIN_NEARNESS(Source.MEANING),
  /** {@link #MEANING_ROW} by those vectors. */
  PLAIN_ROW(Source.MEANING),
  /** {@link #MEANING_COLUMN} by those vectors. */
  PLAIN_COLUMN(Source.MEANING),

  /** Cosine of the two sentences' vectors, what all sentences of both reports share left out. */
  MEANING(Source.MEANING),
  /** How near the two vectors are, set against what else is near to either. */
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
    /** The same, set against other pairs in the ways that {@link #MEANING} has; 0 beside that. */
    WORDS_ALONE,
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

  /** Whether it stands in for such as need vectors. */
  public boolean isLexical() {
    return source == Source.WORDS_ALONE;
  }

  /** The name in the file of weights. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
