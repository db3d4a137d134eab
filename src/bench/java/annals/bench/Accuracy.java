package annals.bench;

import annals.bench.LabelledPair.Label;
import annals.compare.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts predictions against labels. Statements count only for {@code kind}. */
final class Accuracy {
  private int right;
  private int wrong;
  private int missed;
  private int kinds;
  private int items;
  private int states;
  private int stated;
  private int firstRight;
  private int withOutcome;
  private double reciprocalRanks;
  private final List<Double> found = new ArrayList<>();
  private final List<Double> notFound = new ArrayList<>();

  /**
   * Counts one item.
   *
   * @param state what the program says the texts show
   * @param scores the score of each account sentence that has one
   * @param shown those that a reader would be shown
   */
  void count(
      Label label,
      boolean commitment,
      State state,
      Map<String, Double> scores,
      Set<String> shown) {
    if (label.state().isPresent()) {
      stated++;
      states += label.state().get() == state ? 1 : 0;
    }
    if (!label.kind().equals("either")) {
      items++;
      kinds += commitment == label.kind().equals("commitment") ? 1 : 0;
    }
    if (label.kind().equals("statement")) {
      return;
    }
    Set<String> correct = new HashSet<>(label.outcomes());
    correct.addAll(label.also());
    for (String id : shown) {
      right += label.outcomes().contains(id) ? 1 : 0;
      wrong += correct.contains(id) ? 0 : 1;
    }
    missed += (int) label.outcomes().stream().filter(id -> !shown.contains(id)).count();
    List<String> ranked =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    double best = ranked.isEmpty() ? 0 : scores.get(ranked.getFirst());
    if (!label.outcomes().isEmpty() || label.also().isEmpty()) {
      (label.outcomes().isEmpty() ? notFound : found).add(best);
    }
    if (!correct.isEmpty()) {
      withOutcome++;
      for (int rank = 0; rank < ranked.size(); rank++) {
        if (correct.contains(ranked.get(rank))) {
          reciprocalRanks += 1.0 / (rank + 1);
          firstRight += rank == 0 ? 1 : 0;
          break;
        }
      }
    }
  }

  private double f1() {
    return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
  }

  private double auc() {
    double above = 0;
    for (double yes : found) {
      for (double no : notFound) {
        above += yes > no ? 1 : yes == no ? 0.5 : 0;
      }
    }
    return above / Math.max(1, found.size() * notFound.size());
  }

  static String head() {
    return "group\tF1\tP\tR\tR@1\tMRR\tAUC\tkind\tstate\titems";
  }

  String line(String group) {
    return String.format(
        Locale.ROOT,
        "%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%d",
        group,
        f1(),
        (double) right / Math.max(1, right + wrong),
        (double) right / Math.max(1, right + missed),
        (double) firstRight / Math.max(1, withOutcome),
        reciprocalRanks / Math.max(1, withOutcome),
        auc(),
        (double) kinds / Math.max(1, items),
        (double) states / Math.max(1, stated),
        items);
  }
}
