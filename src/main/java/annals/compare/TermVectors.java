package annals.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as sparse vectors of weighted terms (1 + ln of the count, times the term's weight). Several
 * of them may be set against each other if their terms are numbered alike.
 */
final class TermVectors {
  private final int[] starts;
  private final int[] ids;
  private final float[] values;
  private final float[] weights;
  private final double[] norms;
  private final double[] sums;

  private TermVectors(int[] starts, int[] ids, float[] values, float[] weights) {
    this.starts = starts;
    this.ids = ids;
    this.values = values;
    this.weights = weights;
    int size = starts.length - 1;
    norms = new double[size];
    sums = new double[size];
    for (int i = 0; i < size; i++) {
      double squares = 0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        squares += values[k] * values[k];
        sums[i] += values[k];
      }
      norms[i] = Math.sqrt(squares);
    }
  }

  /**
   * The vectors of these texts.
   *
   * @param size how many terms have a number
   */
  static TermVectors of(List<Terms> texts, int size, TermWeights weight) {
    int total = 0;
    for (Terms text : texts) {
      total += text.size();
    }
    int[] starts = new int[texts.size() + 1];
    int[] ids = new int[total];
    float[] values = new float[total];
    float[] weights = new float[total];
    int[] place = new int[size];
    int end = 0;
    for (int t = 0; t < starts.length - 1; t++) {
      int start = end;
      starts[t] = start;
      Terms terms = texts.get(t);
      for (int i = 0; i < terms.size(); i++) {
        int id = terms.number(i);
        int at = place[id] - 1;
        if (at >= start) {
          values[at]++;
        } else {
          place[id] = end + 1;
          ids[end] = id;
          values[end] = 1;
          weights[end++] = weight.of(id);
        }
      }
      for (int k = start; k < end; k++) {
        values[k] = values[k] == 1 ? weights[k] : (float) ((1 + Math.log(values[k])) * weights[k]);
      }
    }
    starts[texts.size()] = end;
    return new TermVectors(
        starts, Arrays.copyOf(ids, end), Arrays.copyOf(values, end), Arrays.copyOf(weights, end));
  }

  int size() {
    return norms.length;
  }

  /** Where the entries of a text begin in {@link #id}, {@link #value} and {@link #weight}. */
  int start(int text) {
    return starts[text];
  }

  int end(int text) {
    return starts[text + 1];
  }

  int id(int entry) {
    return ids[entry];
  }

  double value(int entry) {
    return values[entry];
  }

  /** The rarity of an entry's term. */
  double weight(int entry) {
    return weights[entry];
  }

  /** Euclidean length of a text's vector; 0 for a text without terms. */
  double norm(int text) {
    return norms[text];
  }

  /** Sum of a text's values. */
  double sum(int text) {
    return sums[text];
  }

  /** For each term the texts it stands in. */
  Postings postings(int terms) {
    int[] from = new int[terms + 1];
    for (int id : ids) {
      from[id + 1]++;
    }
    for (int t = 0; t < terms; t++) {
      from[t + 1] += from[t];
    }
    int[] next = from.clone();
    int[] texts = new int[ids.length];
    float[] inText = new float[ids.length];
    for (int text = 0; text < size(); text++) {
      for (int k = start(text); k < end(text); k++) {
        int slot = next[ids[k]]++;
        texts[slot] = text;
        inText[slot] = values[k];
      }
    }
    return new Postings(from, texts, inText);
  }

  /**
   * The texts of each term, ascending.
   *
   * @param from where a term's entries begin; one more than there are terms
   * @param texts the texts, term after term
   * @param values the term's value in each
   */
  record Postings(int[] from, int[] texts, float[] values) {}

  /**
   * Cosine of each text (row) with each of the others (column).
   *
   * @param size how many terms have a number
   */
  double[][] cosines(TermVectors others, int size) {
    Postings postings = others.postings(size);
    double[][] cosines = new double[size()][others.size()];
    for (int i = 0; i < size(); i++) {
      double[] row = cosines[i];
      for (int k = start(i); k < end(i); k++) {
        for (int p = postings.from[ids[k]]; p < postings.from[ids[k] + 1]; p++) {
          row[postings.texts[p]] += values[k] * postings.values[p];
        }
      }
      for (int j = 0; j < row.length; j++) {
        if (row[j] > 0) {
          row[j] /= norms[i] * others.norms[j];
        }
      }
    }
    return cosines;
  }
}
