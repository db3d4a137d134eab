package annals.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How much a term tells in a collection of texts: inverse document frequency, from 0 (says nothing)
 * to 1 (stands in one text alone). What every text says weighs little, and so does the register of
 * official prose, which carries no matter of its own. Immutable.
 *
 * <p>In a large collection frequencies are scaled down to one of {@value #TEXTS} texts, so that a
 * matter that comes back every year stays as telling as it was.
 */
final class Rarity implements TermWeights {
  private static final double TEXTS = 500;
  private static final float REGISTER_WEIGHT = 0.3f;

  private final float[] weights;

  private final float unseen;

  private Rarity(float[] weights, float unseen) {
    this.weights = weights;
    this.unseen = unseen;
  }

  /**
   * Rarity among these texts.
   *
   * @param size how many terms have a number; those that are in no text are as rare as can be
   * @param register which terms belong to the register of official prose
   */
  static Rarity among(List<Terms> texts, int size, IntPredicate register) {
    int[] textsWith = textsWith(texts, size);
    float[] byFrequency = new float[Arrays.stream(textsWith).max().orElse(0) + 2];
    for (int i = 1; i < byFrequency.length; i++) {
      byFrequency[i] = (float) weight(i, texts.size());
    }
    byFrequency[0] = byFrequency[1];
    float[] weights = new float[size];
    for (int term = 0; term < size; term++) {
      float weight = byFrequency[textsWith[term]];
      weights[term] = register.test(term) ? weight * REGISTER_WEIGHT : weight;
    }
    return new Rarity(weights, byFrequency[0]);
  }

  @Override
  public float of(int term) {
    return weights[term];
  }

  /** The weight of a term without a number. */
  float unseen(boolean register) {
    return register ? unseen * REGISTER_WEIGHT : unseen;
  }

  private static int[] textsWith(List<Terms> texts, int size) {
    int[] textsWith = new int[size];
    int[] last = new int[size];
    int number = 0;
    for (Terms text : texts) {
      number++;
      for (int i = 0; i < text.size(); i++) {
        int term = text.number(i);
        if (last[term] != number) {
          last[term] = number;
          textsWith[term]++;
        }
      }
    }
    return textsWith;
  }

  private static double weight(int textsWith, int texts) {
    double size = Math.clamp(texts, 1, TEXTS);
    double scaled = textsWith * size / Math.max(1, texts);
    double weight = Math.log((size + 1) / (scaled + 0.5)) / Math.log((size + 1) / 1.5);
    return Math.clamp(weight, 0, 1);
  }
}
