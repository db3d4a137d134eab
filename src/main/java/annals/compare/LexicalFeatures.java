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
  private final int[][] related;
  private final float[][] values;

  private LexicalFeatures(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.related = new int[rows][0];
    this.values = new float[rows][0];
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
    return pair < 0 ? 0 : values[row][pair * COUNT + feature.ordinal()];
  }

  /** The columns that a row has a term in common with, ascending. */
  int[] related(int row) {
    return related[row];
  }

  /** The score of a row with the column at an index of {@link #related(int)}. */
  double score(int row, int pair, LexicalModel model) {
    return model.score(values[row], pair * COUNT);
  }

  /** The index of a column among those related to a row; negative if it is not. */
  private int pair(int row, int column) {
    return Arrays.binarySearch(related[row], column);
  }

  private void set(int row, int pair, int feature, double value) {
    values[row][pair * COUNT + feature] = (float) value;
  }

  private void raise(int row, int pair, int feature, double value) {
    int at = pair * COUNT + feature;
    values[row][at] = Math.max(values[row][at], (float) value);
  }

  private void fill(List<SentenceRef> plan, List<SentenceRef> account, Vocabulary vocabulary) {
    Vocabulary known = vocabulary.including(plan).including(account);
    Renumbering numbering = new Renumbering(known);
    List<Terms> planTerms = terms(plan, numbering);
    List<Terms> accountTerms = terms(account, numbering);
    int size = numbering.size();
    Rarity rarity = numbering.rarity();
    TermVectors planVectors = TermVectors.of(TermCounts.of(planTerms, size), rarity);
    TermVectors accountVectors = TermVectors.of(TermCounts.of(accountTerms, size), rarity);
    TermVectors.Postings postings = accountVectors.postings(size);
    relative(pairs(planVectors, accountVectors, postings));
    clauses(planTerms, postings, rarity);
    context();
    names(plan, account, known);
    figures(plan, account);
  }

  private static List<Terms> terms(List<SentenceRef> sentences, Renumbering numbering) {
    List<Terms> terms = new ArrayList<>();
    for (SentenceRef sentence : sentences) {
      terms.add(numbering.of(sentence.text()));
    }
    return terms;
  }

  /** Finds the pairs, with cosine, coverage and shared rarity; gives the last for each. */
  private double[][] pairs(TermVectors plan, TermVectors account, TermVectors.Postings postings) {
    double[][] rarity = new double[rows][];
    double[] shared = new double[columns];
    double[] dot = new double[columns];
    double[] covered = new double[columns];
    int[] found = new int[columns];
    for (int i = 0; i < rows; i++) {
      for (int k = plan.start(i); k < plan.end(i); k++) {
        double value = plan.value(k);
        double weight = plan.weight(k);
        int end = postings.end(plan.term(k));
        for (int p = postings.start(plan.term(k)); p < end; p++) {
          int j = postings.text(p);
          dot[j] += value * postings.value(p);
          covered[j] += postings.value(p);
          shared[j] += weight;
        }
      }
      int count = 0;
      for (int j = 0; j < columns; j++) {
        if (shared[j] > 0) {
          found[count++] = j;
        }
      }
      related[i] = Arrays.copyOf(found, count);
      values[i] = new float[count * COUNT];
      rarity[i] = new double[count];
      for (int pair = 0; pair < count; pair++) {
        int j = found[pair];
        rarity[i][pair] = shared[j];
        set(i, pair, COSINE, dot[j] / (plan.norm(i) * account.norm(j)));
        set(i, pair, COVERAGE, covered[j] / account.sum(j));
        set(i, pair, SHARED, Math.log(1 + shared[j]));
        dot[j] = 0;
        covered[j] = 0;
        shared[j] = 0;
      }
    }
    return rarity;
  }

  private void relative(double[][] shared) {
    double[] most = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int pair = 0; pair < related[i].length; pair++) {
        int j = related[i][pair];
        most[j] = Math.max(most[j], shared[i][pair]);
      }
    }
    for (int i = 0; i < rows; i++) {
      double best = 0;
      for (double of : shared[i]) {
        best = Math.max(best, of);
      }
      for (int pair = 0; pair < related[i].length; pair++) {
        set(i, pair, ROW, shared[i][pair] / best);
        set(i, pair, COLUMN, shared[i][pair] / most[related[i][pair]]);
      }
    }
  }

  private void clauses(List<Terms> plan, TermVectors.Postings postings, Rarity rarity) {
    double[] shared = new double[columns];
    int[] seen = new int[postings.terms()];
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
            int end = postings.end(term);
            for (int p = postings.start(term); p < end; p++) {
              shared[postings.text(p)] += weight;
            }
          }
        }
        for (int pair = 0; pair < related[i].length; pair++) {
          int j = related[i][pair];
          if (shared[j] > 0) {
            raise(i, pair, CLAUSE, shared[j] / whole);
            shared[j] = 0;
          }
        }
      }
    }
  }

  private void context() {
    float[][] cosines = new float[rows + 2][columns + 2];
    for (int i = 0; i < rows; i++) {
      for (int pair = 0; pair < related[i].length; pair++) {
        cosines[i + 1][related[i][pair] + 1] = values[i][pair * COUNT + COSINE];
      }
    }
    for (int i = 0; i < rows; i++) {
      float[] above = cosines[i];
      float[] same = cosines[i + 1];
      float[] below = cosines[i + 2];
      for (int pair = 0; pair < related[i].length; pair++) {
        int at = related[i][pair] + 1;
        double rowwise = (double) same[at - 1] + same[at + 1];
        double columnwise = (double) above[at] + below[at];
        double crosswise = (double) above[at - 1] + below[at + 1] + above[at + 1] + below[at - 1];
        set(i, pair, CONTEXT, rowwise / 2 + columnwise / 2 + crosswise / 4);
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
            raise(i, pair, NAME, vocabulary.rarest(name));
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
      for (int pair = 0; pair < related[i].length; pair++) {
        List<Indicator> other = reported.get(related[i][pair]);
        if (!other.isEmpty()) {
          set(i, pair, FIGURE, agreement(planned, other));
        }
      }
    }
  }

  private static double agreement(List<Indicator> planned, List<Indicator> reported) {
    double best = 0;
    for (int p = 0; p < planned.size(); p++) {
      Indicator plan = planned.get(p);
      for (int r = 0; r < reported.size(); r++) {
        Indicator report = reported.get(r);
        if (plan.measure().equals(report.measure())) {
          if (plan.sameFigure(report)) {
            return 1;
          }
          if (best == 0 && Names.overlap(plan.noun(), report.noun())) {
            best = 0.5;
          }
        }
      }
    }
    return best;
  }
}
