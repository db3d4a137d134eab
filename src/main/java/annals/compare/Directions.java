package annals.compare;

import java.util.List;

/**
 * Vectors of length 1, held as whole numbers so that sums do not depend on the order of adding.
 * Immutable.
 */
final class Directions {
  private static final int UNIT = 1 << 14;
  private static final double SQUARE = (double) UNIT * UNIT;

  private final short[][] vectors;

  private Directions(short[][] vectors) {
    this.vectors = vectors;
  }

  int size() {
    return vectors.length;
  }

  static Directions of(List<byte[]> vectors) {
    short[][] unit = new short[vectors.size()][];
    for (int i = 0; i < unit.length; i++) {
      double[] values = new double[vectors.get(i).length];
      for (int k = 0; k < values.length; k++) {
        values[k] = vectors.get(i)[k];
      }
      unit[i] = unit(values);
    }
    return new Directions(unit);
  }

  private static short[] unit(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    short[] unit = new short[values.length];
    if (squares > 0) {
      double scale = UNIT / Math.sqrt(squares);
      for (int k = 0; k < unit.length; k++) {
        unit[k] = (short) Math.round(values[k] * scale);
      }
    }
    return unit;
  }

  /** The cosine of one of these and one of others, -1 to 1. */
  double cosine(int index, Directions others, int other) {
    short[] a = vectors[index];
    short[] b = others.vectors[other];
    int sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum / SQUARE;
  }

  /** Where they lie on average; empty if there are none. */
  double[] mean() {
    double[] mean = new double[vectors.length == 0 ? 0 : vectors[0].length];
    for (short[] vector : vectors) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += vector[k];
      }
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= vectors.length;
    }
    return mean;
  }

  /** These seen from a point. */
  Directions from(double[] point) {
    short[][] moved = new short[vectors.length][];
    for (int i = 0; i < moved.length; i++) {
      double[] values = new double[point.length];
      for (int k = 0; k < values.length; k++) {
        values[k] = vectors[i][k] - point[k];
      }
      moved[i] = unit(values);
    }
    return new Directions(moved);
  }

  /** Each together with the one before and the one behind it. */
  Directions withNeighbours() {
    short[][] wide = new short[vectors.length][];
    for (int i = 0; i < wide.length; i++) {
      double[] values = new double[vectors[i].length];
      for (int n = Math.max(0, i - 1); n < Math.min(wide.length, i + 2); n++) {
        for (int k = 0; k < values.length; k++) {
          values[k] += vectors[n][k];
        }
      }
      wide[i] = unit(values);
    }
    return new Directions(wide);
  }
}
