package annals.compare;

import java.util.List;

/**
 * Similarity by words alone: what the two sentences share, weighted by its rarity in the unit's own
 * reports and set against what each shares with the others. {@link LexicalFeature} names what it
 * looks at, {@link LexicalModel} what each counts for.
 */
public final class LexicalSimilarity implements Similarity {
  private final Vocabulary vocabulary;
  private final LexicalModel model;

  public LexicalSimilarity(Vocabulary vocabulary) {
    this(vocabulary, LexicalModel.trained());
  }

  public LexicalSimilarity(Vocabulary vocabulary, LexicalModel model) {
    this.vocabulary = vocabulary;
    this.model = model;
  }

  @Override
  public double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    LexicalFeatures features = LexicalFeatures.of(plan, account, vocabulary);
    double[][] scores = new double[plan.size()][account.size()];
    for (int i = 0; i < plan.size(); i++) {
      for (int pair = features.start(i); pair < features.start(i + 1); pair++) {
        scores[i][features.column(pair)] = features.score(pair, model);
      }
    }
    return scores;
  }
}
