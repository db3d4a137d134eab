package annals.compare;

import java.util.List;
import java.util.Optional;

/**
 * Similarity by words alone: what the two sentences share, weighted by its rarity in the unit's own
 * reports and set against what each shares with the others. {@link Feature} names what it looks at,
 * {@link FollowUpModel} what each counts for.
 */
public final class LexicalSimilarity implements Similarity {
  private final Vocabulary vocabulary;

  public LexicalSimilarity(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    return PairFeatures.of(plan, account, vocabulary, Optional.empty())
        .scores(FollowUpModel.lexical());
  }
}
