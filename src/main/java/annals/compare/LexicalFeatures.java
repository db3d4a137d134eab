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

  public static LexicalFeatures of(List<SentenceRef> plan, List<SentenceRef> account, Rarity rarity) {
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
    TermTable table = new TermTable();
    List<Terms> planTerms = plan.stream().map(s -> Terms.of(s.text())).toList();
    List<Terms> accountTerms = account.stream().map(s -> Terms.of(s.text())).toList();
    TermVectors planVectors = TermVectors.of(planTerms, table, rarity);
    TermVectors accountVectors = TermVectors.of(accountTerms, table, rarity);
    double[][] shared = terms(planVectors, accountVectors, table.size());
    relative(shared);
    phrases(planTerms, accountTerms, table, rarity);
    context();
    headings(plan, account, rarity);
    names(plan, account, rarity);
    figures(plan, account);
  }

  /** Cosine, coverage and shared rarity; gives the last. */
  private double[][] terms(TermVectors plan, TermVectors account, int terms) {
    TermVectors.Postings postings = account.postings(terms);
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

  /**
   * The best clause and the longest common phrase, in one pass over the places at which the
   * account's terms stand: a phrase at place p of the plan sentence and g of the account goes on if
   * there is one at p-1 and g-1.
   */
  private void phrases(
      List<Terms> planTerms, List<Terms> accountTerms, TermTable table, Rarity rarity) {
    Places places = Places.of(accountTerms, table);
    float[] before = new float[places.count()];
    float[] here = new float[places.count()];
    double[] longest = new double[columns];
    double[] inClause = new double[columns];
    double[] bestClause = new double[columns];
    int[] seen = new int[columns];
    int stamp = 0;
    for (int i = 0; i < rows; i++) {
      Terms terms = planTerms.get(i);
      Arrays.fill(longest, 0);
      Arrays.fill(bestClause, 0);
      int p = 0;
      while (p < terms.size()) {
        int clause = terms.clause(p);
        double weightOfClause = 0;
        Arrays.fill(inClause, 0);
        long previous = 0;
        for (; p < terms.size() && terms.clause(p) == clause; p++) {
          long key = terms.key(p);
          int id = table.find(key);
          double weight = rarity.weight(key);
          weightOfClause += weight;
          stamp++;
          boolean goesOn = (int) previous == (int) (key >>> 32);
          for (int q = places.from(id); q < places.from(id + 1); q++) {
            int g = places.place(q);
            int j = places.text(q);
            here[g] = (float) (weight + (goesOn && g > 0 ? before[g - 1] : 0));
            longest[j] = Math.max(longest[j], here[g]);
            if (seen[j] != stamp) {
              seen[j] = stamp;
              inClause[j] += weight;
            }
          }
          if (previous != 0) {
            places.clear(table.find(previous), before);
          }
          float[] swap = before;
          before = here;
          here = swap;
          previous = key;
        }
        if (previous != 0) {
          places.clear(table.find(previous), before);
        }
        for (int j = 0; j < columns; j++) {
          bestClause[j] = Math.max(bestClause[j], inClause[j] / (weightOfClause + CLAUSE_DAMPING));
        }
      }
      for (int j = 0; j < columns; j++) {
        if (longest[j] > 0) {
          set(i, j, LexicalFeature.CLAUSE, bestClause[j]);
          set(i, j, LexicalFeature.PHRASE, Math.log1p(longest[j]));
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

  private void headings(List<SentenceRef> plan, List<SentenceRef> account, Rarity rarity) {
    Groups planGroups = Groups.of(plan);
    Groups accountGroups = Groups.of(account);
    TermTable table = new TermTable();
    TermVectors planVectors = TermVectors.of(planGroups.headings(), table, rarity);
    TermVectors accountVectors = TermVectors.of(accountGroups.headings(), table, rarity);
    double[][] cosines = planVectors.cosines(accountVectors, table.size());
    boolean[] announces = new boolean[columns];
    for (int j = 0; j < columns; j++) {
      announces[j] = account.get(j).isHeading();
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (related(i, j)) {
          double cosine = cosines[planGroups.group()[i]][accountGroups.group()[j]];
          set(i, j, LexicalFeature.HEADING, cosine);
          set(i, j, LexicalFeature.ANNOUNCES, announces[j] ? 1 : 0);
        }
      }
    }
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

  /** The sections of some sentences: which one each stands in, and the terms of their headings. */
  private record Groups(int[] group, List<Terms> headings) {
    static Groups of(List<SentenceRef> sentences) {
      Map<String, Integer> numbers = new HashMap<>();
      List<Terms> headings = new ArrayList<>();
      int[] group = new int[sentences.size()];
      for (int i = 0; i < group.length; i++) {
        var section = sentences.get(i).section();
        Integer number = numbers.get(section.anchor());
        if (number == null) {
          number = headings.size();
          numbers.put(section.anchor(), number);
          headings.add(Terms.of(section.heading()));
        }
        group[i] = number;
      }
      return new Groups(group, headings);
    }
  }
}
