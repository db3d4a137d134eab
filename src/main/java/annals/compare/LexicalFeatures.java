package annals.compare;

import annals.figures.Indicator;
import annals.figures.Indicators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of every pair of a plan sentence (row) and an account sentence (column) that have a
 * term in common; all features of the others are 0. The pairs are kept row by row, ascending by
 * column.
 */
public final class LexicalFeatures {
  private static final int COUNT = LexicalFeature.values().length;
  private static final int COSINE = LexicalFeature.COSINE.ordinal();
  private static final int COVERAGE = LexicalFeature.COVERAGE.ordinal();
  private static final int SHARED = LexicalFeature.SHARED.ordinal();
  private static final int CLAUSE = LexicalFeature.CLAUSE.ordinal();
  private static final int ROW = LexicalFeature.ROW.ordinal();
  private static final int COLUMN = LexicalFeature.COLUMN.ordinal();
  private static final int NAME = LexicalFeature.NAME.ordinal();
  private static final int FIGURE = LexicalFeature.FIGURE.ordinal();
  private static final int CONTEXT = LexicalFeature.CONTEXT.ordinal();
  private static final double CLAUSE_DAMPING = 2;

  private final int rows;
  private final int columns;
  private final int[] starts;
  private int[] columnOf = new int[1 << 8];
  private float[] values = new float[COUNT << 8];

  private LexicalFeatures(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.starts = new int[rows + 1];
  }

  public static LexicalFeatures of(
      List<SentenceRef> plan, List<SentenceRef> account, Vocabulary vocabulary) {
    LexicalFeatures features = new LexicalFeatures(plan.size(), account.size());
    if (features.rows > 0 && features.columns > 0) {
      features.fill(plan, account, vocabulary);
    }
    return features;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Whether the two sentences have a term in common. */
  public boolean related(int row, int column) {
    return pair(row, column) >= 0;
  }

  public double get(int row, int column, LexicalFeature feature) {
    int pair = pair(row, column);
    return pair < 0 ? 0 : values[pair * COUNT + feature.ordinal()];
  }

  /** Where the pairs of a row begin; they end where those of the next do. */
  int start(int row) {
    return starts[row];
  }

  int column(int pair) {
    return columnOf[pair];
  }

  double score(int pair, LexicalModel model) {
    return model.score(values, pair * COUNT);
  }

  /** The number of a pair; negative for sentences without a common term. */
  private int pair(int row, int column) {
    return Arrays.binarySearch(columnOf, starts[row], starts[row + 1], column);
  }

  private void set(int pair, int feature, double value) {
    values[pair * COUNT + feature] = (float) value;
  }

  private void raise(int pair, int feature, double value) {
    int at = pair * COUNT + feature;
    values[at] = Math.max(values[at], (float) value);
  }

  private void fill(List<SentenceRef> plan, List<SentenceRef> account, Vocabulary vocabulary) {
    Vocabulary known = vocabulary.including(texts(plan)).including(texts(account));
    Renumbering numbering = new Renumbering(known);
    List<Terms> planTerms = terms(plan, numbering);
    List<Terms> accountTerms = terms(account, numbering);
    int size = numbering.size();
    Rarity rarity = numbering.rarity();
    TermVectors planVectors = TermVectors.of(TermCounts.of(planTerms, size), rarity);
    TermVectors accountVectors = TermVectors.of(TermCounts.of(accountTerms, size), rarity);
    TermVectors.Postings postings = accountVectors.postings(size);
    relative(pairs(planVectors, accountVectors, postings));
    clauses(planTerms, postings, size, rarity);
    context();
    names(plan, account, known);
    figures(plan, account);
  }

  private static List<String> texts(List<SentenceRef> sentences) {
    return sentences.stream().map(SentenceRef::text).toList();
  }

  private static List<Terms> terms(List<SentenceRef> sentences, Renumbering numbering) {
    return sentences.stream().map(sentence -> numbering.of(sentence.text())).toList();
  }

  /** Finds the pairs, with cosine, coverage and shared rarity; gives the last for each. */
  private double[] pairs(TermVectors plan, TermVectors account, TermVectors.Postings postings) {
    double[] rarity = new double[columnOf.length];
    double[] shared = new double[columns];
    double[] dot = new double[columns];
    double[] covered = new double[columns];
    int pairs = 0;
    for (int i = 0; i < rows; i++) {
      for (int k = plan.start(i); k < plan.end(i); k++) {
        int id = plan.id(k);
        double value = plan.value(k);
        double weight = plan.weight(k);
        for (int p = postings.from()[id]; p < postings.from()[id + 1]; p++) {
          int j = postings.texts()[p];
          dot[j] += value * postings.values()[p];
          covered[j] += postings.values()[p];
          shared[j] += weight;
        }
      }
      if (pairs + columns > columnOf.length) {
        int capacity = 2 * (pairs + columns);
        columnOf = Arrays.copyOf(columnOf, capacity);
        values = Arrays.copyOf(values, capacity * COUNT);
        rarity = Arrays.copyOf(rarity, capacity);
      }
      for (int j = 0; j < columns; j++) {
        if (shared[j] > 0) {
          columnOf[pairs] = j;
          rarity[pairs] = shared[j];
          set(pairs, COSINE, dot[j] / (plan.norm(i) * account.norm(j)));
          set(pairs, COVERAGE, covered[j] / account.sum(j));
          set(pairs, SHARED, Math.log(1 + shared[j]));
          pairs++;
        }
        dot[j] = 0;
        covered[j] = 0;
        shared[j] = 0;
      }
      starts[i + 1] = pairs;
    }
    return rarity;
  }

  private void relative(double[] shared) {
    double[] most = new double[columns];
    for (int pair = 0; pair < starts[rows]; pair++) {
      most[columnOf[pair]] = Math.max(most[columnOf[pair]], shared[pair]);
    }
    for (int i = 0; i < rows; i++) {
      double best = 0;
      for (int pair = starts[i]; pair < starts[i + 1]; pair++) {
        best = Math.max(best, shared[pair]);
      }
      for (int pair = starts[i]; pair < starts[i + 1]; pair++) {
        set(pair, ROW, shared[pair] / best);
        set(pair, COLUMN, shared[pair] / most[columnOf[pair]]);
      }
    }
  }

  private void clauses(List<Terms> plan, TermVectors.Postings postings, int size, Rarity rarity) {
    double[] shared = new double[columns];
    int[] seen = new int[size];
    int clauses = 0;
    for (int i = 0; i < rows; i++) {
      Terms terms = plan.get(i);
      int k = 0;
      for (int c = 0; c < terms.clauses(); c++) {
        clauses++;
        double whole = CLAUSE_DAMPING;
        for (; k < terms.clauseEnd(c); k++) {
          int term = terms.number(k);
          if (seen[term] != clauses) {
            seen[term] = clauses;
            double weight = rarity.of(term);
            whole += weight;
            for (int p = postings.from()[term]; p < postings.from()[term + 1]; p++) {
              shared[postings.texts()[p]] += weight;
            }
          }
        }
        for (int pair = starts[i]; pair < starts[i + 1]; pair++) {
          int j = columnOf[pair];
          if (shared[j] > 0) {
            raise(pair, CLAUSE, shared[j] / whole);
            shared[j] = 0;
          }
        }
      }
    }
  }

  private void context() {
    int width = columns + 2;
    float[] cosines = new float[(rows + 2) * width];
    for (int i = 0; i < rows; i++) {
      for (int pair = starts[i]; pair < starts[i + 1]; pair++) {
        cosines[(i + 1) * width + columnOf[pair] + 1] = values[pair * COUNT + COSINE];
      }
    }
    for (int i = 0; i < rows; i++) {
      for (int pair = starts[i]; pair < starts[i + 1]; pair++) {
        int at = (i + 1) * width + columnOf[pair] + 1;
        int above = at - width;
        int below = at + width;
        double rowwise = (double) cosines[at - 1] + cosines[at + 1];
        double columnwise = (double) cosines[above] + cosines[below];
        double crosswise =
            (double) cosines[above - 1]
                + cosines[below + 1]
                + cosines[above + 1]
                + cosines[below - 1];
        set(pair, CONTEXT, rowwise / 2 + columnwise / 2 + crosswise / 4);
      }
    }
  }

  private void names(List<SentenceRef> plan, List<SentenceRef> account, Vocabulary vocabulary) {
    Map<String, List<Integer>> bearers = new HashMap<>();
    for (int j = 0; j < columns; j++) {
      for (String name : Names.in(account.get(j).text())) {
        bearers.computeIfAbsent(name, n -> new ArrayList<>()).add(j);
      }
    }
    if (bearers.isEmpty()) {
      return;
    }
    for (int i = 0; i < rows; i++) {
      for (String name : Names.in(plan.get(i).text())) {
        for (int j : bearers.getOrDefault(name, List.of())) {
          int pair = pair(i, j);
          if (pair >= 0) {
            raise(pair, NAME, vocabulary.rarest(name));
          }
        }
      }
    }
  }

  private void figures(List<SentenceRef> plan, List<SentenceRef> account) {
    List<List<Indicator>> reported =
        account.stream().map(sentence -> Indicators.in(sentence.text())).toList();
    for (int i = 0; i < rows; i++) {
      List<Indicator> planned = Indicators.in(plan.get(i).text());
      if (planned.isEmpty()) {
        continue;
      }
      for (int pair = starts[i]; pair < starts[i + 1]; pair++) {
        List<Indicator> other = reported.get(columnOf[pair]);
        if (!other.isEmpty()) {
          set(pair, FIGURE, agreement(planned, other));
        }
      }
    }
  }

  private static double agreement(List<Indicator> planned, List<Indicator> reported) {
    double best = 0;
    for (Indicator plan : planned) {
      for (Indicator report : reported) {
        if (plan.sameFigure(report)) {
          return 1;
        }
        if (plan.measure().equals(report.measure()) && Names.overlap(plan.noun(), report.noun())) {
          best = 0.5;
        }
      }
    }
    return best;
  }
}
