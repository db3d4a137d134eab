package annals.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The weights of a logistic regression over {@link Feature}s. Immutable.
 *
 * <p>The trained ones stand in {@code lexical-weights.properties} and {@code
 * semantic-weights.properties} beside this class: a line {@code feature=weight} for each feature
 * that counts and one for {@code bias}.
 */
public final class FollowUpModel {
  private static final FollowUpModel LEXICAL = load("lexical-weights.properties");
  private static final FollowUpModel SEMANTIC = load("semantic-weights.properties");

  /** Those of meaning stand behind all others. */
  private static final int FIRST_OF_MEANING = Feature.PLAIN_MEANING.ordinal();

  private final double bias;
  private final double[] weights;

  /**
   * @param weights one for each feature, in the order of {@link Feature}
   */
  public FollowUpModel(double bias, double[] weights) {
    if (weights.length != Feature.values().length) {
      throw new IllegalArgumentException("one weight a feature, not " + weights.length);
    }
    this.bias = bias;
    this.weights = weights.clone();
  }

  /** The weights that Annals ships for words alone. */
  public static FollowUpModel lexical() {
    return LEXICAL;
  }

  /** The weights that Annals ships for words and meaning. */
  public static FollowUpModel semantic() {
    return SEMANTIC;
  }

  /**
   * Likelihood from 0 to 1 that the account sentence reports on the plan sentence.
   *
   * @param features the pair's features, in the order of {@link Feature}, from {@code from} on
   */
  double score(float[] features, int from) {
    return score(features, from, meaning(features, from));
  }

  /** The same, with what its meaning adds given instead of the features of meaning. */
  double score(float[] features, int from, double meaning) {
    double sum = bias + meaning;
    for (int i = 0; i < FIRST_OF_MEANING; i++) {
      sum += weights[i] * features[from + i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** What the pair's meaning adds to the sum that is made a likelihood. */
  double meaning(float[] features, int from) {
    double sum = 0;
    for (int i = FIRST_OF_MEANING; i < weights.length; i++) {
      sum += weights[i] * features[from + i];
    }
    return sum;
  }

  /** The lines of a file of weights. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    for (Feature feature : Feature.values()) {
      if (weights[feature.ordinal()] != 0) {
        line(lines, feature.word(), weights[feature.ordinal()]);
      }
    }
    line(lines, "bias", bias);
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, double value) {
    lines.append(name).append('=').append(Math.round(value * 1000) / 1000.0).append('\n');
  }

  private static FollowUpModel load(String resource) {
    Properties file = new Properties();
    try (InputStream in = FollowUpModel.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] weights = new double[Feature.values().length];
    for (Feature feature : Feature.values()) {
      weights[feature.ordinal()] = Double.parseDouble(file.getProperty(feature.word(), "0"));
    }
    return new FollowUpModel(Double.parseDouble(file.getProperty("bias")), weights);
  }
}
