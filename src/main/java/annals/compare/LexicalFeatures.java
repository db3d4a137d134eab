package annals.compare;

import annals.figures.Indicator;
import annals.figures.Indicators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of every pair of a plan sentence and an account sentence. Only pairs with a term in
 * common are looked at; all features of the others are 0.
 */
public final class LexicalFeatures {
  private static final int COUNT = LexicalFeature.values().length;
  private static final double CLAUSE_DAMPING = 2;

  private final int rows;
  private final int columns;
  private final float[] values;
  private final boolean[] related;

  private LexicalFeatures(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.values = new float[rows * columns * COUNT];
    this.related = new boolean[rows * columns];
  }

  public static LexicalFeatures of(
      List<SentenceRef> plan, List<SentenceRef> account, Rarity rarity) {
    LexicalFeatures features = new LexicalFeatures(plan.size(), account.size());
    if (features.rows > 0 && features.columns > 0) {
      features.fill(plan, account, rarity);
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
    return related[row * columns + column];
  }

  public double get(int row, int column, LexicalFeature feature) {
    return values[(row * columns + column) * COUNT + feature.ordinal()];
  }

  private void set(int row, int column, LexicalFeature feature, double value) {
    values[(row * columns + column) * COUNT + feature.ordinal()] = (float) value;
  }

  private void fill(List<SentenceRef> plan, List<SentenceRef> account, Rarity rarity) {
    List<Terms> planTerms = plan.stream().map(s -> Terms.of(s.text())).toList();
    List<Terms> accountTerms = account.stream().map(s -> Terms.of(s.text())).toList();
    TermTable table = new TermTable(TermVectors.count(planTerms) + TermVectors.count(accountTerms));
    TermVectors planVectors = TermVectors.of(planTerms, table, rarity);
    TermVectors accountVectors = TermVectors.of(accountTerms, table, rarity);
    TermVectors.Postings postings = accountVectors.postings(table.size());
    relative(terms(planVectors, accountVectors, postings));
    clauses(planTerms, postings, table, rarity);
    context();
    names(plan, account, rarity);
    figures(plan, account);
  }

  /** Cosine, coverage and shared rarity; gives the last. */
  private double[][] terms(TermVectors plan, TermVectors account, TermVectors.Postings postings) {
    double[][] shared = new double[rows][columns];
    double[] dot = new double[columns];
    double[] covered = new double[columns];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(dot, 0);
      Arrays.fill(covered, 0);
      for (int k = plan.start(i); k < plan.end(i); k++) {
        int id = plan.id(k);
        for (int p = postings.from()[id]; p < postings.from()[id + 1]; p++) {
          int j = postings.texts()[p];
          dot[j] += plan.value(k) * postings.values()[p];
          covered[j] += postings.values()[p];
          shared[i][j] += plan.weight(k);
        }
      }
      for (int j = 0; j < columns; j++) {
        if (shared[i][j] > 0) {
          related[i * columns + j] = true;
          set(i, j, LexicalFeature.COSINE, dot[j] / (plan.norm(i) * account.norm(j)));
          set(i, j, LexicalFeature.COVERAGE, covered[j] / account.sum(j));
          set(i, j, LexicalFeature.SHARED, Math.log1p(shared[i][j]));
        }
      }
    }
    return shared;
  }

  private void relative(double[][] shared) {
    double[] most = new double[columns];
    for (double[] row : shared) {
      for (int j = 0; j < columns; j++) {
        most[j] = Math.max(most[j], row[j]);
      }
    }
    for (int i = 0; i < rows; i++) {
      double best = Arrays.stream(shared[i]).max().orElse(0);
      for (int j = 0; j < columns; j++) {
        if (shared[i][j] > 0) {
          set(i, j, LexicalFeature.ROW, shared[i][j] / best);
          set(i, j, LexicalFeature.COLUMN, shared[i][j] / most[j]);
        }
      }
    }
  }

  private void clauses(
      List<Terms> planTerms, TermVectors.Postings postings, TermTable table, Rarity rarity) {
    double[] shared = new double[columns];
    for (int i = 0; i < rows; i++) {
      TermVectors clauses = TermVectors.of(planTerms.get(i).clauses(), table, rarity);
      for (int c = 0; c < clauses.size(); c++) {
        Arrays.fill(shared, 0);
        double whole = CLAUSE_DAMPING;
        for (int k = clauses.start(c); k < clauses.end(c); k++) {
          whole += clauses.weight(k);
          int id = clauses.id(k);
          for (int p = postings.from()[id]; p < postings.from()[id + 1]; p++) {
            shared[postings.texts()[p]] += clauses.weight(k);
          }
        }
        for (int j = 0; j < columns; j++) {
          if (shared[j] > 0) {
            set(
                i,
                j,
                LexicalFeature.CLAUSE,
                Math.max(shared[j] / whole, get(i, j, LexicalFeature.CLAUSE)));
          }
        }
      }
    }
  }

  private void context() {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (related(i, j)) {
          double rowwise = cosine(i, j - 1) + cosine(i, j + 1);
          double columnwise = cosine(i - 1, j) + cosine(i + 1, j);
          double crosswise =
              cosine(i - 1, j - 1)
                  + cosine(i + 1, j + 1)
                  + cosine(i - 1, j + 1)
                  + cosine(i + 1, j - 1);
          set(i, j, LexicalFeature.CONTEXT, rowwise / 2 + columnwise / 2 + crosswise / 4);
        }
      }
    }
  }

  private double cosine(int row, int column) {
    return row < 0 || row >= rows || column < 0 || column >= columns
        ? 0
        : get(row, column, LexicalFeature.COSINE);
  }

  private void names(List<SentenceRef> plan, List<SentenceRef> account, Rarity rarity) {
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
          if (related(i, j)) {
            double rarest = Names.rarity(name, rarity);
            set(i, j, LexicalFeature.NAME, Math.max(rarest, get(i, j, LexicalFeature.NAME)));
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
      for (int j = 0; j < columns; j++) {
        if (related(i, j) && !reported.get(j).isEmpty()) {
          set(i, j, LexicalFeature.FIGURE, agreement(planned, reported.get(j)));
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
