package annals.compare;

import java.util.List;

/**
 * Vectors of length 1, held as whole numbers so that sums do not depend on the order of adding.
 * Immutable.
 *
 * <p>For products two coordinates are packed into one number, the second 2^32 times: the product of
 * (a0, a1) and (b1, b0) packed so has a0·b0 + a1·b1 in its upper half and a0·b1, which no one asks
 * for, in the lower. Sums of either half stay below 2^31, for by Cauchy and Schwarz neither is
 * greater than the product of the vectors' lengths. It takes a half to a fifth of the time of
 * adding one by one, and most where code is compiled in haste.
 */
final class Directions {
  private static final int UNIT = 1 << 14;
  private static final double SQUARE = (double) UNIT * UNIT;

  private static final int HALF = 32;

  private final short[][] vectors;
  private final long[][] packed;
  private final long[][] packedCrosswise;

  private Directions(short[][] vectors) {
    this.vectors = vectors;
    packed = new long[vectors.length][];
    packedCrosswise = new long[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      packed[i] = pack(vectors[i], 0);
      packedCrosswise[i] = pack(vectors[i], 1);
    }
  }

  /**
   * @param low which coordinate of each two is in the lower half
   */
  private static long[] pack(short[] vector, int low) {
    long[] packed = new long[(vector.length + 1) / 2];
    for (int k = 0; k < vector.length; k++) {
      packed[k / 2] += k % 2 == low ? vector[k] : (long) vector[k] << HALF;
    }
    return packed;
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
    long[] a = packed[index];
    long[] b = others.packedCrosswise[other];
    long sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return (sum - (int) sum >> HALF) / SQUARE;
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
