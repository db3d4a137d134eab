package annals.compare;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A table of cosines seen from what is near to either side: twice the cosine less the mean of the
 * five greatest of its row and of its column. Near, for sentences that have few near ones, means
 * more. Conneau et al., Word translation without parallel data, 2018 (cross-domain similarity local
 * scaling). A row or column of fewer than five counts zeros in the place of those it lacks.
 */
final class Nearness {
  private static final int NEAREST = 5;

  private final double[][] cosines;
  private final double[] rows;
  private final double[] columns;

  /**
   * @param cosines rows of one length
   */
  Nearness(double[][] cosines) {
    this.cosines = cosines;
    rows = of(cosines, Nearness::nearest);
    columns = of(Standards.turned(cosines), Nearness::nearest);
  }

  double at(int row, int column) {
    return 2 * cosines[row][column] - rows[row] - columns[column];
  }

  private static double[] of(double[][] series, ToDoubleFunction<double[]> what) {
    return Arrays.stream(series).mapToDouble(what).toArray();
  }

  private static double nearest(double[] cosines) {
    double[] sorted = cosines.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int k = Math.max(0, sorted.length - NEAREST); k < sorted.length; k++) {
      sum += sorted[k];
    }
    return sum / NEAREST;
  }
}
