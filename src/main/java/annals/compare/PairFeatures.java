package annals.compare;

import java.util.List;
import java.util.Optional;

/** Makes the features of a plan's and an account's sentences. */
public final class PairFeatures {
  private PairFeatures() {}

  /**
   * The table of all pairs.
   *
   * @param vocabulary tells how rare the words are in the unit's own reports
   * @param vectors without them the features of {@link Feature.Source#MEANING} are 0, and only
   *     pairs that share a term are related
   */
  public static FeatureTable of(
      List<SentenceRef> plan,
      List<SentenceRef> account,
      Vocabulary vocabulary,
      Optional<SentenceVectors> vectors) {
    return of(plan, account, vocabulary, vectors, vectors.isPresent());
  }

  /**
   * @param all whether all pairs are related, or only those that share a term
   */
  static FeatureTable of(
      List<SentenceRef> plan,
      List<SentenceRef> account,
      Vocabulary vocabulary,
      Optional<SentenceVectors> vectors,
      boolean all) {
    FeatureTable table = new FeatureTable(plan, account);
    if (!plan.isEmpty() && !account.isEmpty()) {
      WordFeatures.fill(table, plan, account, vocabulary, all);
      AccountFeatures.fill(table, account);
      vectors.ifPresent(v -> MeaningFeatures.fill(table, plan, account, v));
    }
    return table;
  }
}
