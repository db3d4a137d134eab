package annals.compare;

import java.util.Arrays;

/**
 * A table of values seen from its rows and columns: by how many standard deviations each value is
 * above the others of its row or of its column.
 */
final class Standards {
  private static final double LEAST_DEVIATION = 1e-6;

  private final double[][] values;
  private final double[] rowMeans;
  private final double[] rowDeviations;
  private final double[] columnMeans;
  private final double[] columnDeviations;

  /**
   * @param values rows of one length
   */
  Standards(double[][] values) {
    this(values, 0);
  }

  /**
   * The standards of a table that may be too small to have any: a row or column of fewer values is
   * taken to have zeros in the place of those it lacks.
   *
   * @param values rows of one length
   */
  Standards(double[][] values, int fewest) {
    this.values = values;
    double[][] columns = turned(values);
    rowMeans = Arrays.stream(values).mapToDouble(row -> mean(row, fewest)).toArray();
    rowDeviations = Arrays.stream(values).mapToDouble(row -> deviation(row, fewest)).toArray();
    columnMeans = Arrays.stream(columns).mapToDouble(row -> mean(row, fewest)).toArray();
    columnDeviations = Arrays.stream(columns).mapToDouble(row -> deviation(row, fewest)).toArray();
  }

  double inRow(int row, int column) {
    return (values[row][column] - rowMeans[row]) / rowDeviations[row];
  }

  double inColumn(int row, int column) {
    return (values[row][column] - columnMeans[column]) / columnDeviations[column];
  }

  /** The columns as rows. */
  static double[][] turned(double[][] values) {
    double[][] turned = new double[values.length == 0 ? 0 : values[0].length][values.length];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < turned.length; j++) {
        turned[j][i] = values[i][j];
      }
    }
    return turned;
  }

  private static double mean(double[] values, int fewest) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / Math.max(fewest, values.length);
  }

  private static double deviation(double[] values, int fewest) {
    double mean = mean(values, fewest);
    double squares = Math.max(0, fewest - values.length) * mean * mean;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / Math.max(fewest, values.length)) + LEAST_DEVIATION;
  }
}
