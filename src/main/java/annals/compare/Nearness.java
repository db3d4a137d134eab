package annals.compare;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A table of cosines seen from what is near to either side: twice the cosine less the mean of the
 * five greatest of its row and of its column. Near, for sentences that have few near ones, means
 * more. Conneau et al., Word translation without parallel data, 2018 (cross-domain similarity local
 * scaling).
 */
final class Nearness {
  private static final int NEAREST = 5;

  private final double[][] cosines;
  private final double[] rows;
  private final double[] columns;

  /**
   * @param cosines rows of one length
   * @param fewest a row or column of fewer values is taken to have zeros in the place of those it
   *     lacks; where what is unrelated is not near 0, 0
   */
  Nearness(double[][] cosines, int fewest) {
    this.cosines = cosines;
    rows = of(cosines, row -> nearest(row, fewest));
    columns = of(Standards.turned(cosines), column -> nearest(column, fewest));
  }

  double at(int row, int column) {
    return 2 * cosines[row][column] - rows[row] - columns[column];
  }

  private static double[] of(double[][] series, ToDoubleFunction<double[]> what) {
    return Arrays.stream(series).mapToDouble(what).toArray();
  }

  private static double nearest(double[] cosines, int fewest) {
    double[] sorted = cosines.clone();
    Arrays.sort(sorted);
    int taken = Math.min(NEAREST, sorted.length);
    double sum = 0;
    for (int k = 1; k <= taken; k++) {
      sum += sorted[sorted.length - k];
    }
    return sum / Math.max(taken, Math.min(NEAREST, fewest));
  }
}
