package annals.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The features of pairs of a plan sentence (row) and an account sentence (column). Pairs that are
 * not related have none: theirs are 0. The related ones are kept row by row, ascending by column.
 */
public final class FeatureTable {
  private static final int COUNT = Feature.values().length;

  private final int columns;
  private final int[][] related;
  private final float[][] values;
  private final Headlines headlines;

  /** The columns of sentences that report on nothing, whatever they share with a plan. */
  private final int[] frames;

  FeatureTable(List<SentenceRef> plan, List<SentenceRef> account) {
    this.columns = account.size();
    this.related = new int[plan.size()][0];
    this.values = new float[plan.size()][0];
    this.headlines = Headlines.of(plan, account);
    this.frames =
        IntStream.range(0, columns).filter(j -> FrameSentence.is(account.get(j).text())).toArray();
  }

  public int rows() {
    return related.length;
  }

  public int columns() {
    return columns;
  }

  /** Whether the pair has features. */
  public boolean related(int row, int column) {
    return pair(row, column) >= 0;
  }

  public double get(int row, int column, Feature feature) {
    int pair = pair(row, column);
    return pair < 0 ? 0 : value(row, pair, feature);
  }

  /**
   * Scores from 0 to 1 by a model; pairs that are not related have none of their own, which is 0,
   * but may have a headline's; those of a {@link FrameSentence} have 0.
   */
  public double[][] scores(FollowUpModel model) {
    double[][] scores = new double[rows()][columns];
    for (int i = 0; i < scores.length; i++) {
      for (int pair = 0; pair < related[i].length; pair++) {
        scores[i][related[i][pair]] = model.score(values[i], pair * COUNT);
      }
    }
    return seenTogether(scores);
  }

  /**
   * The same, with what the meaning of all pairs adds given instead of worked out.
   *
   * @param meaning as {@link #meaning} gave it for these sentences and this model; all pairs are
   *     related
   */
  double[][] scores(FollowUpModel model, float[] meaning) {
    double[][] scores = new double[rows()][columns];
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < columns; j++) {
        scores[i][j] = model.score(values[i], j * COUNT, meaning[i * columns + j]);
      }
    }
    return seenTogether(scores);
  }

  private double[][] seenTogether(double[][] scores) {
    for (double[] row : scores) {
      for (int frame : frames) {
        row[frame] = 0;
      }
    }
    headlines.lend(scores);
    return scores;
  }

  /** What meaning adds to each pair before it is made a likelihood, row by row; all are related. */
  float[] meaning(FollowUpModel model) {
    float[] meaning = new float[rows() * columns];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns; j++) {
        meaning[i * columns + j] = (float) model.meaning(values[i], j * COUNT);
      }
    }
    return meaning;
  }

  /** Relates a row to columns, ascending; all its features are 0. */
  void relate(int row, int[] toColumns) {
    related[row] = toColumns;
    values[row] = new float[toColumns.length * COUNT];
  }

  /** The columns that a row is related to, ascending. */
  int[] related(int row) {
    return related[row];
  }

  /** The index of a column among those related to a row; negative if it is not. */
  int pair(int row, int column) {
    return Arrays.binarySearch(related[row], column);
  }

  double value(int row, int pair, Feature feature) {
    return values[row][pair * COUNT + feature.ordinal()];
  }

  void set(int row, int pair, Feature feature, double value) {
    values[row][pair * COUNT + feature.ordinal()] = (float) value;
  }

  /** Sets a feature if that makes it greater. */
  void raise(int row, int pair, Feature feature, double value) {
    int at = pair * COUNT + feature.ordinal();
    values[row][at] = Math.max(values[row][at], (float) value);
  }
}
