package annals.bench;

import annals.bench.LabelledPair.Label;
import annals.compare.Feature;
import annals.compare.FeatureTable;
import annals.compare.FollowUpModel;
import annals.embedding.CachedVectors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Trains the weights of the follow-up's models on labelled pairs.
 *
 * <pre>FollowUpTrainer DIR [--without FEATURE,…] [--write FOLDER]</pre>
 *
 * Prints the accuracy with each pair left out of the training, and with each group of pairs (years,
 * offices, seeds) left out, for words alone and for words and meaning; then trains on all pairs and
 * writes both files of weights. The same command gives the same bytes: Newton's method on a logistic
 * regression with a ridge.
 */
public final class FollowUpTrainer {
  private static final double RIDGE = 3;

  /** The pairs of seeds and offices are short. */
  private static final Map<String, Double> GROUP_WEIGHTS =
      Map.of("years", 1.0, "offices", 3.0, "seeds", 2.0);

  /**
   * How much an excerpt counts beside a whole pair. All pairs are longer than what a small office
   * writes; by words alone, unlike by meaning, the weights learned from them are unsure of ten
   * sentences.
   */
  private static final double EXCERPT_WEIGHT = 0.3;

  private final List<LabelledPair> pairs;
  private final Set<Feature> used;
  private final List<FeatureTable> features = new ArrayList<>();
  private final List<List<Excerpt>> excerpts = new ArrayList<>();

  private FollowUpTrainer(
      List<LabelledPair> pairs, Set<Feature> used, Optional<CachedVectors> vectors) {
    this.pairs = pairs;
    this.used = used;
    for (LabelledPair pair : pairs) {
      features.add(pair.features(vectors.map(v -> v)));
      excerpts.add(
          vectors.isPresent()
              ? List.of()
              : pair.excerpts().stream()
                  .map(part -> new Excerpt(part, part.features(Optional.empty())))
                  .toList());
    }
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Set<Feature> used = EnumSet.allOf(Feature.class);
    Path folder = null;
    for (int i = 1; i + 1 < args.length; i += 2) {
      if (args[i].equals("--without")) {
        for (String word : args[i + 1].split(",")) {
          used.remove(Feature.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
      } else if (args[i].equals("--write")) {
        folder = Path.of(args[i + 1]);
      }
    }
    List<LabelledPair> pairs = LabelledPair.in(Path.of(args[0]));
    try (CachedVectors vectors = CachedVectors.in(FollowUpAccuracy.CACHE, computed -> {})) {
      Set<Feature> words = EnumSet.copyOf(used);
      words.removeIf(Feature::isSemantic);
      new FollowUpTrainer(pairs, words, Optional.empty()).run("lexical", folder, out);
      used.removeIf(Feature::isLexical);
      new FollowUpTrainer(pairs, used, Optional.of(vectors)).run("semantic", folder, out);
    }
    System.exit(0);
  }

  private void run(String name, Path folder, PrintStream out) throws IOException {
    FollowUpAccuracy.print(
        name + ", each pair left out", leavingOut((one, other) -> one == other), out);
    FollowUpAccuracy.print(
        name + ", each group left out",
        leavingOut((one, other) -> group(one).equals(group(other))),
        out);
    FollowUpModel model = train(pairs);
    out.print(model.lines());
    if (folder != null) {
      Files.writeString(folder.resolve(name + "-weights.properties"), model.lines());
    }
  }

  private static String group(LabelledPair pair) {
    return FollowUpAccuracy.group(pair.name());
  }

  /** The predictions for each pair by a model trained without it and those that go with it. */
  private List<FollowUpAccuracy.Prediction> leavingOut(
      BiPredicate<LabelledPair, LabelledPair> together) {
    List<FollowUpAccuracy.Prediction> predictions = new ArrayList<>();
    for (int p = 0; p < pairs.size(); p++) {
      LabelledPair pair = pairs.get(p);
      FollowUpModel model =
          train(pairs.stream().filter(other -> !together.test(pair, other)).toList());
      predictions.addAll(FollowUpAccuracy.predict(pair, features.get(p).scores(model)));
    }
    return predictions;
  }

  private FollowUpModel train(List<LabelledPair> from) {
    List<Example> examples = new ArrayList<>();
    from.forEach(pair -> examples(pair, examples));
    return new Newton(examples).model();
  }

  private void examples(LabelledPair pair, List<Example> examples) {
    int index = pairs.indexOf(pair);
    examples(pair, features.get(index), 1, examples);
    for (Excerpt excerpt : excerpts.get(index)) {
      examples(excerpt.pair(), excerpt.features(), EXCERPT_WEIGHT, examples);
    }
  }

  private void examples(
      LabelledPair pair, FeatureTable table, double share, List<Example> examples) {
    for (Label label : pair.labels()) {
      int i = pair.planIds().indexOf(label.plan());
      for (int j = 0; j < pair.account().size(); j++) {
        String id = pair.accountIds().get(j);
        if (!label.kind().equals("statement")
            && !label.also().contains(id)
            && table.related(i, j)) {
          double[] row = new double[Feature.values().length];
          for (Feature feature : used) {
            row[feature.ordinal()] = table.get(i, j, feature);
          }
          double weight = share * GROUP_WEIGHTS.get(group(pair));
          examples.add(new Example(row, label.outcomes().contains(id), weight));
        }
      }
    }
  }

  private record Excerpt(LabelledPair pair, FeatureTable features) {}

  private record Example(double[] features, boolean reported, double weight) {}

  /** Logistic regression on standardised features. */
  private static final class Newton {
    private final int size;
    private final double[] mean;
    private final double[] deviation;
    private final List<Example> examples;

    Newton(List<Example> examples) {
      this.examples = examples;
      size = examples.getFirst().features().length;
      mean = new double[size];
      deviation = new double[size];
      double total = examples.stream().mapToDouble(Example::weight).sum();
      for (Example example : examples) {
        for (int f = 0; f < size; f++) {
          mean[f] += example.features()[f] * example.weight() / total;
        }
      }
      for (Example example : examples) {
        for (int f = 0; f < size; f++) {
          double off = example.features()[f] - mean[f];
          deviation[f] += off * off * example.weight() / total;
        }
      }
      for (int f = 0; f < size; f++) {
        deviation[f] = Math.sqrt(deviation[f]) + 1e-9;
      }
    }

    FollowUpModel model() {
      double[] w = new double[size + 1];
      for (int step = 0; step < 20; step++) {
        double[] gradient = new double[size + 1];
        double[][] hessian = new double[size + 1][size + 1];
        for (int f = 0; f <= size; f++) {
          gradient[f] = RIDGE * w[f];
          hessian[f][f] = RIDGE;
        }
        for (Example example : examples) {
          double[] z = standard(example.features());
          double sum = 0;
          for (int f = 0; f <= size; f++) {
            sum += w[f] * z[f];
          }
          double p = 1 / (1 + Math.exp(-sum));
          double off = example.weight() * (p - (example.reported() ? 1 : 0));
          double curve = example.weight() * p * (1 - p);
          for (int f = 0; f <= size; f++) {
            gradient[f] += off * z[f];
            for (int g = 0; g <= size; g++) {
              hessian[f][g] += curve * z[f] * z[g];
            }
          }
        }
        double[] change = solve(hessian, gradient);
        for (int f = 0; f <= size; f++) {
          w[f] -= change[f];
        }
      }
      double bias = w[size];
      double[] weights = new double[size];
      for (int f = 0; f < size; f++) {
        weights[f] = Math.round(w[f] / deviation[f] * 1000) / 1000.0;
        bias -= weights[f] * mean[f];
      }
      return new FollowUpModel(bias, weights);
    }

    private double[] standard(double[] row) {
      double[] z = new double[size + 1];
      for (int f = 0; f < size; f++) {
        z[f] = (row[f] - mean[f]) / deviation[f];
      }
      z[size] = 1;
      return z;
    }

    /** Gaussian elimination with partial pivoting; destroys both. */
    private static double[] solve(double[][] a, double[] b) {
      int n = b.length;
      for (int c = 0; c < n; c++) {
        int pivot = c;
        for (int r = c + 1; r < n; r++) {
          pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
        }
        double[] row = a[c];
        a[c] = a[pivot];
        a[pivot] = row;
        double value = b[c];
        b[c] = b[pivot];
        b[pivot] = value;
        for (int r = c + 1; r < n; r++) {
          double factor = a[r][c] / a[c][c];
          for (int k = c; k < n; k++) {
            a[r][k] -= factor * a[c][k];
          }
          b[r] -= factor * b[c];
        }
      }
      for (int r = n - 1; r >= 0; r--) {
        for (int k = r + 1; k < n; k++) {
          b[r] -= a[r][k] * b[k];
        }
        b[r] /= a[r][r];
      }
      return b;
    }
  }
}
