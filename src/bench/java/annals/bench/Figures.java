package annals.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Numbers of many queries, put in words for a table. */
final class Figures {
  private static final String NONE = "–";

  private final double[] sorted;

  private Figures(double[] sorted) {
    this.sorted = sorted;
  }

  static <T> Figures of(Collection<T> values, ToDoubleFunction<T> figure) {
    return new Figures(values.stream().mapToDouble(figure).sorted().toArray());
  }

  /** The nearest rank: a value that occurred. */
  String percentile(int percent) {
    if (sorted.length == 0) {
      return NONE;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return String.format(Locale.ROOT, "%.0f", sorted[Math.max(0, rank - 1)]);
  }

  /** Rounded down, so that only a mean of 1 is shown as 1.000. */
  String mean() {
    if (sorted.length == 0) {
      return NONE;
    }
    double mean = Arrays.stream(sorted).sum() / sorted.length;
    return String.format(Locale.ROOT, "%.3f", Math.floor(mean * 1000) / 1000);
  }

  /** The median and the 95th percentile as two cells. */
  String medianAnd95() {
    return percentile(50) + " | " + percentile(95);
  }
}
