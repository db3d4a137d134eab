package annals.compare;

import java.util.List;

/**
 * Similarity by words alone: what the two sentences share, weighted by its rarity in the unit's own
 * reports and set against what each shares with the others. {@link LexicalFeature} names what it
 * looks at, {@link LexicalModel} what each counts for.
 */
public final class LexicalSimilarity implements Similarity {
  private final Rarity rarity;
  private final LexicalModel model;

  public LexicalSimilarity(Rarity rarity) {
    this(rarity, LexicalModel.trained());
  }

  public LexicalSimilarity(Rarity rarity, LexicalModel model) {
    this.rarity = rarity;
    this.model = model;
  }

  @Override
  public double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    LexicalFeatures features = LexicalFeatures.of(plan, account, rarity);
    double[][] scores = new double[plan.size()][account.size()];
    for (int i = 0; i < plan.size(); i++) {
      for (int j = 0; j < account.size(); j++) {
        if (features.related(i, j)) {
          scores[i][j] = model.score(features, i, j);
        }
      }
    }
    return scores;
  }
}
