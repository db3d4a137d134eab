package annals.bench;

import annals.bench.LabelledPair.Label;
import annals.compare.LexicalFeature;
import annals.compare.LexicalFeatures;
import annals.compare.LexicalModel;
import annals.compare.Vocabulary;
import annals.compare.SentenceRef;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Trains the weights of the lexical model on labelled pairs.
 *
 * <pre>FollowUpTrainer DIR [--without FEATURE,…] [--write FILE]</pre>
 *
 * Prints the accuracy with each pair left out of the training and of the choice of the threshold,
 * then trains on all pairs, prints the best threshold and writes the weights. Deterministic: Newton's
 * method on a logistic regression with a ridge.
 */
public final class FollowUpTrainer {
  private static final double RIDGE = 3;
  private static final double[] THRESHOLDS = thresholds();

  private final List<LabelledPair> pairs;
  private final Set<LexicalFeature> used;
  private final List<LexicalFeatures> features = new ArrayList<>();

  private FollowUpTrainer(List<LabelledPair> pairs, Set<LexicalFeature> used) {
    this.pairs = pairs;
    this.used = used;
    for (LabelledPair pair : pairs) {
      Vocabulary vocabulary =
          Vocabulary.among(
              Stream.concat(pair.plan().stream(), pair.account().stream())
                  .map(SentenceRef::text));
      features.add(LexicalFeatures.of(pair.plan(), pair.account(), vocabulary));
    }
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Set<LexicalFeature> used = EnumSet.allOf(LexicalFeature.class);
    Path file = null;
    for (int i = 1; i + 1 < args.length; i += 2) {
      if (args[i].equals("--without")) {
        for (String word : args[i + 1].split(",")) {
          used.remove(LexicalFeature.valueOf(word.toUpperCase(Locale.ROOT)));
        }
      } else if (args[i].equals("--write")) {
        file = Path.of(args[i + 1]);
      }
    }
    FollowUpTrainer trainer = new FollowUpTrainer(LabelledPair.in(Path.of(args[0])), used);
    FollowUpAccuracy.print(trainer.leaveOneOut(), out);
    LexicalModel model = trainer.train(-1);
    out.print(model.lines());
    out.println("threshold " + trainer.bestThreshold(model, -1));
    if (file != null) {
      Files.writeString(file, model.lines());
    }
  }

  private List<FollowUpAccuracy.Prediction> leaveOneOut() {
    List<FollowUpAccuracy.Prediction> predictions = new ArrayList<>();
    for (int out = 0; out < pairs.size(); out++) {
      LexicalModel model = train(out);
      predictions.addAll(
          FollowUpAccuracy.predict(pairs.get(out), model, bestThreshold(model, out)));
    }
    return predictions;
  }

  /** The threshold with the best mean of the groups' F1. */
  private double bestThreshold(LexicalModel model, int without) {
    double best = -1;
    double threshold = 0;
    for (double candidate : THRESHOLDS) {
      double f1 = 0;
      for (String group : List.of("years", "offices", "seeds")) {
        Accuracy accuracy = new Accuracy();
        for (int p = 0; p < pairs.size(); p++) {
          if (p != without && FollowUpAccuracy.group(pairs.get(p).name()).equals(group)) {
            FollowUpAccuracy.predict(pairs.get(p), model, candidate)
                .forEach(prediction -> prediction.count(accuracy));
          }
        }
        f1 += accuracy.f1();
      }
      if (f1 > best) {
        best = f1;
        threshold = candidate;
      }
    }
    return threshold;
  }

  private LexicalModel train(int without) {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> reported = new ArrayList<>();
    for (int p = 0; p < pairs.size(); p++) {
      if (p != without) {
        examples(p, rows, reported);
      }
    }
    return new Newton(rows, reported).model();
  }

  private void examples(int p, List<double[]> rows, List<Boolean> reported) {
    LabelledPair pair = pairs.get(p);
    for (Label label : pair.labels()) {
      int i = pair.planIds().indexOf(label.plan());
      for (int j = 0; j < pair.account().size(); j++) {
        String id = pair.accountIds().get(j);
        if (!label.kind().equals("statement")
            && !label.also().contains(id)
            && features.get(p).related(i, j)) {
          double[] row = new double[LexicalFeature.values().length];
          for (LexicalFeature feature : used) {
            row[feature.ordinal()] = features.get(p).get(i, j, feature);
          }
          rows.add(row);
          reported.add(label.outcomes().contains(id));
        }
      }
    }
  }

  private static double[] thresholds() {
    double[] thresholds = new double[34];
    Arrays.setAll(thresholds, i -> 0.04 + i * 0.02);
    return thresholds;
  }

  /** Logistic regression on standardised features. */
  private static final class Newton {
    private final int size;
    private final double[] mean;
    private final double[] deviation;
    private final List<double[]> rows;
    private final List<Boolean> reported;

    Newton(List<double[]> rows, List<Boolean> reported) {
      this.rows = rows;
      this.reported = reported;
      size = rows.getFirst().length;
      mean = new double[size];
      deviation = new double[size];
      for (double[] row : rows) {
        for (int f = 0; f < size; f++) {
          mean[f] += row[f] / rows.size();
        }
      }
      for (double[] row : rows) {
        for (int f = 0; f < size; f++) {
          deviation[f] += (row[f] - mean[f]) * (row[f] - mean[f]) / rows.size();
        }
      }
      for (int f = 0; f < size; f++) {
        deviation[f] = Math.sqrt(deviation[f]) + 1e-9;
      }
    }

    LexicalModel model() {
      double[] w = new double[size + 1];
      for (int step = 0; step < 30; step++) {
        double[] gradient = new double[size + 1];
        double[][] hessian = new double[size + 1][size + 1];
        for (int f = 0; f < size; f++) {
          gradient[f] = RIDGE * w[f];
          hessian[f][f] = RIDGE;
        }
        for (int r = 0; r < rows.size(); r++) {
          double[] z = standard(rows.get(r));
          double sum = 0;
          for (int f = 0; f <= size; f++) {
            sum += w[f] * z[f];
          }
          double p = 1 / (1 + Math.exp(-sum));
          for (int f = 0; f <= size; f++) {
            gradient[f] += (p - (reported.get(r) ? 1 : 0)) * z[f];
            for (int g = 0; g <= size; g++) {
              hessian[f][g] += p * (1 - p) * z[f] * z[g];
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
        weights[f] = w[f] / deviation[f];
        bias -= weights[f] * mean[f];
      }
      return new LexicalModel(bias, weights);
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
