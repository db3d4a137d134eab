package annals.compare;

import annals.report.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Similarity by words and meaning. What meaning adds depends on the sentences alone, unlike the
 * rarity of words, and takes most of the time; so it is remembered.
 */
public final class SemanticSimilarity implements Similarity {
  private final Vocabulary vocabulary;
  private final SentenceVectors vectors;
  private final MeaningMemory memory;

  /**
   * @param vectors asked only for what the memory does not have
   * @param memory one for each kind of vectors
   */
  public SemanticSimilarity(Vocabulary vocabulary, SentenceVectors vectors, MeaningMemory memory) {
    this.vocabulary = vocabulary;
    this.vectors = vectors;
    this.memory = memory;
  }

  @Override
  public double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    FollowUpModel model = FollowUpModel.semantic();
    FeatureTable table = PairFeatures.of(plan, account, vocabulary, Optional.empty(), true);
    if (plan.isEmpty() || account.isEmpty()) {
      return table.scores(model);
    }
    String key = key(model, plan, account);
    Optional<float[]> known = memory.recall(key, plan.size() * account.size());
    if (known.isPresent()) {
      return table.scores(model, known.get());
    }
    MeaningFeatures.fill(table, plan, account, vectors);
    float[] sums = table.meaning(model);
    memory.keep(key, sums);
    return table.scores(model, sums);
  }

  /** Another for other sentences, weights or features; no sentence can be read as two. */
  private static String key(
      FollowUpModel model, List<SentenceRef> plan, List<SentenceRef> account) {
    StringBuilder all = new StringBuilder();
    all.append(MeaningFeatures.EDITION).append('\n').append(model.lines());
    for (List<SentenceRef> sentences : List.of(plan, account)) {
      all.append(sentences.size()).append('\n');
      for (SentenceRef sentence : sentences) {
        all.append(sentence.text().length()).append(' ').append(sentence.text());
      }
    }
    return Source.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
