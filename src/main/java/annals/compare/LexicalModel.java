package annals.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;

/**
 * The weights of a logistic regression over {@link LexicalFeature}s. Immutable.
 *
 * <p>The trained ones stand in {@code lexical-weights.properties} beside this class: a line {@code
 * feature=weight} for each feature and one for {@code bias}.
 */
public final class LexicalModel {
  private static final String RESOURCE = "lexical-weights.properties";
  private static final LexicalModel TRAINED = load();

  private final double bias;
  private final double[] weights;

  /**
   * @param weights one for each feature, in the order of {@link LexicalFeature}
   */
  public LexicalModel(double bias, double[] weights) {
    if (weights.length != LexicalFeature.values().length) {
      throw new IllegalArgumentException("one weight a feature, not " + weights.length);
    }
    this.bias = bias;
    this.weights = weights.clone();
  }

  /** The weights that Annals ships. */
  public static LexicalModel trained() {
    return TRAINED;
  }

  /**
   * Likelihood from 0 to 1 that the account sentence reports on the plan sentence.
   *
   * @param features the pair's features, in the order of {@link LexicalFeature}, from {@code from}
   *     on
   */
  double score(float[] features, int from) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[from + i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The lines of a file of weights. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    for (LexicalFeature feature : LexicalFeature.values()) {
      line(lines, feature.word(), weights[feature.ordinal()]);
    }
    line(lines, "bias", bias);
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, double value) {
    lines.append(name).append('=').append(Math.round(value * 1000) / 1000.0).append('\n');
  }

  private static LexicalModel load() {
    Properties file = new Properties();
    try (InputStream in = LexicalModel.class.getResourceAsStream(RESOURCE);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] weights =
        Arrays.stream(LexicalFeature.values())
            .mapToDouble(feature -> Double.parseDouble(file.getProperty(feature.word())))
            .toArray();
    return new LexicalModel(Double.parseDouble(file.getProperty("bias")), weights);
  }
}
