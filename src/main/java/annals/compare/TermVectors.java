package annals.compare;

/**
 * Texts as sparse vectors of weighted terms (1 + ln of the count, times its {@link Rarity}).
 * Several of them may be set against each other if their terms are numbered alike.
 */
final class TermVectors {
  private static final double[] DAMPED = damped(64);

  private final TermCounts counts;
  private final Rarity rarity;
  private final float[] values;
  private final double[] norms;
  private final double[] sums;

  private TermVectors(TermCounts counts, Rarity rarity) {
    this.counts = counts;
    this.rarity = rarity;
    values = new float[counts.entries()];
    norms = new double[counts.texts()];
    sums = new double[counts.texts()];
    for (int i = 0; i < norms.length; i++) {
      double squares = 0;
      double sum = 0;
      for (int k = counts.start(i); k < counts.end(i); k++) {
        int count = counts.count(k);
        double damped = count < DAMPED.length ? DAMPED[count] : 1 + Math.log(count);
        float value = (float) (damped * rarity.of(counts.term(k)));
        values[k] = value;
        squares += value * value;
        sum += value;
      }
      norms[i] = Math.sqrt(squares);
      sums[i] = sum;
    }
  }

  static TermVectors of(TermCounts counts, Rarity rarity) {
    return new TermVectors(counts, rarity);
  }

  private static double[] damped(int counts) {
    double[] damped = new double[counts];
    for (int count = 1; count < counts; count++) {
      damped[count] = 1 + Math.log(count);
    }
    return damped;
  }

  int size() {
    return norms.length;
  }

  /** Where the entries of a text begin in {@link #id}, {@link #value} and {@link #weight}. */
  int start(int text) {
    return counts.start(text);
  }

  int end(int text) {
    return counts.end(text);
  }

  int id(int entry) {
    return counts.term(entry);
  }

  double value(int entry) {
    return values[entry];
  }

  /** The rarity of an entry's term. */
  double weight(int entry) {
    return rarity.of(counts.term(entry));
  }

  /** Euclidean length of a text's vector; 0 for a text without terms. */
  double norm(int text) {
    return norms[text];
  }

  /** Sum of a text's values. */
  double sum(int text) {
    return sums[text];
  }

  /**
   * For each term the texts it stands in.
   *
   * @param size how many terms have a number
   */
  Postings postings(int size) {
    int[] from = new int[size + 1];
    int entries = counts.entries();
    for (int k = 0; k < entries; k++) {
      from[counts.term(k) + 1]++;
    }
    for (int t = 0; t < size; t++) {
      from[t + 1] += from[t];
    }
    int[] next = from.clone();
    int[] texts = new int[entries];
    float[] inText = new float[entries];
    for (int text = 0; text < size(); text++) {
      for (int k = counts.start(text); k < counts.end(text); k++) {
        int slot = next[counts.term(k)]++;
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
      for (int k = counts.start(i); k < counts.end(i); k++) {
        float value = values[k];
        int end = postings.from[counts.term(k) + 1];
        for (int p = postings.from[counts.term(k)]; p < end; p++) {
          row[postings.texts[p]] += value * postings.values[p];
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
