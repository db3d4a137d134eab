package annals.compare;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How much a term tells in a collection of texts: inverse document frequency, from 0 (says nothing)
 * to 1 (stands in one text alone). What every text says weighs little, and so does the register of
 * official prose, which carries no matter of its own. Immutable.
 *
 * <p>In a large collection frequencies are scaled down to one of {@value #TEXTS} texts, so that a
 * matter that comes back every year stays as telling as it was.
 */
final class Rarity {
  private static final double TEXTS = 500;
  private static final float REGISTER_WEIGHT = 0.3f;

  private final float[] weights;

  private final float unseen;

  private Rarity(float[] weights, float unseen) {
    this.weights = weights;
    this.unseen = unseen;
  }

  /**
   * Rarity in a collection of texts.
   *
   * @param textsWith in how many of the texts each term stands; one that is in none is as rare as
   *     can be
   * @param texts how many texts there are
   * @param register which terms belong to the register of official prose
   */
  static Rarity of(int[] textsWith, int texts, IntPredicate register) {
    float[] byFrequency = new float[Arrays.stream(textsWith).max().orElse(0) + 2];
    for (int i = 1; i < byFrequency.length; i++) {
      byFrequency[i] = (float) weight(i, texts);
    }
    byFrequency[0] = byFrequency[1];
    float[] weights = new float[textsWith.length];
    for (int term = 0; term < weights.length; term++) {
      float weight = byFrequency[textsWith[term]];
      weights[term] = register.test(term) ? weight * REGISTER_WEIGHT : weight;
    }
    return new Rarity(weights, byFrequency[0]);
  }

  /**
   * All terms alike.
   *
   * @param size how many terms have a number
   */
  static Rarity same(int size) {
    float[] weights = new float[size];
    Arrays.fill(weights, 1);
    return new Rarity(weights, 1);
  }

  /**
   * The same by other numbers.
   *
   * @param terms the present number of each term
   */
  Rarity renumbered(int[] terms) {
    float[] others = new float[terms.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = weights[terms[i]];
    }
    return new Rarity(others, unseen);
  }

  /** The weight of a term with a number. */
  float of(int term) {
    return weights[term];
  }

  /** The weight of a term without a number. */
  float unseen(boolean register) {
    return register ? unseen * REGISTER_WEIGHT : unseen;
  }

  private static double weight(int textsWith, int texts) {
    double size = Math.clamp(texts, 1, TEXTS);
    double scaled = textsWith * size / Math.max(1, texts);
    double weight = Math.log((size + 1) / (scaled + 0.5)) / Math.log((size + 1) / 1.5);
    return Math.clamp(weight, 0, 1);
  }
}
