package annals.compare;

import java.util.List;
import java.util.Optional;

/**
 * Similarity by words and by meaning: what {@link LexicalSimilarity} looks at, and how close the
 * vectors of the sentences and of their clauses lie.
 */
public final class SemanticSimilarity implements Similarity {
  private final Vocabulary vocabulary;
  private final SentenceVectors vectors;

  public SemanticSimilarity(Vocabulary vocabulary, SentenceVectors vectors) {
    this.vocabulary = vocabulary;
    this.vectors = vectors;
  }

  @Override
  public double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    return PairFeatures.of(plan, account, vocabulary, Optional.of(vectors))
        .scores(FollowUpModel.semantic());
  }
}
