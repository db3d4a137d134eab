package annals.compare;

import annals.figures.Indicator;
import annals.figures.Indicators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that come from the words two sentences share. */
final class WordFeatures {
  private static final double CLAUSE_DAMPING = 2;

  /** A report of fewer sentences gives no measure of what is usual. */
  private static final int SHORT_REPORT = 60;

  private final List<SentenceRef> plan;
  private final List<SentenceRef> account;
  private final Vocabulary vocabulary;
  private final FeatureTable table;
  private final int rows;
  private final int columns;

  private WordFeatures(
      List<SentenceRef> plan,
      List<SentenceRef> account,
      Vocabulary vocabulary,
      FeatureTable table) {
    this.plan = plan;
    this.account = account;
    this.vocabulary = vocabulary.including(plan).including(account);
    this.table = table;
    rows = plan.size();
    columns = account.size();
  }

  /**
   * Fills a table, and decides which pairs are related.
   *
   * @param all whether every pair is, or only those that share a term
   */
  static void fill(
      FeatureTable table,
      List<SentenceRef> plan,
      List<SentenceRef> account,
      Vocabulary vocabulary,
      boolean all) {
    new WordFeatures(plan, account, vocabulary, table).fill(all);
  }

  private void fill(boolean all) {
    Renumbering numbering = new Renumbering(vocabulary);
    List<Terms> planTerms = terms(plan, numbering);
    List<Terms> accountTerms = terms(account, numbering);
    int size = numbering.size();
    Rarity rarity = numbering.rarity();
    TermVectors planVectors = TermVectors.of(TermCounts.of(planTerms, size), rarity);
    TermVectors accountVectors = TermVectors.of(TermCounts.of(accountTerms, size), rarity);
    TermVectors.Postings postings = accountVectors.postings(size);
    relative(pairs(planVectors, accountVectors, postings, all));
    clauses(planTerms, postings, rarity);
    context(!all);
    names();
    figures();
  }

  private static List<Terms> terms(List<SentenceRef> sentences, Renumbering numbering) {
    List<Terms> terms = new ArrayList<>();
    for (SentenceRef sentence : sentences) {
      terms.add(numbering.of(sentence.text()));
    }
    return terms;
  }

  /** Finds the pairs, with cosine, coverage and shared rarity; gives the last for each. */
  private double[][] pairs(
      TermVectors plan, TermVectors account, TermVectors.Postings postings, boolean all) {
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
        if (all || shared[j] > 0) {
          found[count++] = j;
        }
      }
      table.relate(i, Arrays.copyOf(found, count));
      rarity[i] = new double[count];
      for (int pair = 0; pair < count; pair++) {
        int j = found[pair];
        rarity[i][pair] = shared[j];
        if (shared[j] > 0) {
          table.set(i, pair, Feature.COSINE, dot[j] / (plan.norm(i) * account.norm(j)));
          table.set(i, pair, Feature.COVERAGE, covered[j] / account.sum(j));
          table.set(i, pair, Feature.SHARED, Math.log(1 + shared[j]));
        }
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
      for (int pair = 0; pair < table.related(i).length; pair++) {
        int j = table.related(i)[pair];
        most[j] = Math.max(most[j], shared[i][pair]);
      }
    }
    for (int i = 0; i < rows; i++) {
      int[] related = table.related(i);
      for (int pair = 0; pair < related.length; pair++) {
        if (shared[i][pair] > 0) {
          table.set(i, pair, Feature.COLUMN, shared[i][pair] / most[related[pair]]);
        }
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
        for (int pair = 0; pair < table.related(i).length; pair++) {
          int j = table.related(i)[pair];
          if (shared[j] > 0) {
            table.raise(i, pair, Feature.CLAUSE, shared[j] / whole);
            shared[j] = 0;
          }
        }
      }
    }
  }

  /**
   * @param alone whether there are no vectors to see the passages by
   */
  private void context(boolean alone) {
    float[][] cosines = new float[rows + 2][columns + 2];
    for (int i = 0; i < rows; i++) {
      for (int pair = 0; pair < table.related(i).length; pair++) {
        cosines[i + 1][table.related(i)[pair] + 1] = (float) table.value(i, pair, Feature.COSINE);
      }
    }
    for (int i = 0; i < rows; i++) {
      int[] related = table.related(i);
      for (int pair = 0; pair < related.length; pair++) {
        table.set(i, pair, Feature.CONTEXT, context(cosines, i, related[pair]));
      }
    }
    if (alone) {
      passages(cosines);
    }
  }

  private static double context(float[][] cosines, int row, int column) {
    float[] above = cosines[row];
    float[] same = cosines[row + 1];
    float[] below = cosines[row + 2];
    int at = column + 1;
    double rowwise = (double) same[at - 1] + same[at + 1];
    double columnwise = (double) above[at] + below[at];
    double crosswise = (double) above[at - 1] + below[at + 1] + above[at + 1] + below[at - 1];
    return rowwise / 2 + columnwise / 2 + crosswise / 4;
  }

  private void passages(float[][] cosines) {
    double[][] inner = new double[rows][columns];
    double[][] passages = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        inner[i][j] = cosines[i + 1][j + 1];
        passages[i][j] = inner[i][j] + context(cosines, i, j);
      }
    }
    Standards standards = new Standards(passages, SHORT_REPORT);
    Nearness nearness = new Nearness(inner, SHORT_REPORT);
    for (int i = 0; i < rows; i++) {
      int[] related = table.related(i);
      for (int pair = 0; pair < related.length; pair++) {
        int j = related[pair];
        table.set(i, pair, Feature.PASSAGE_ROW, standards.inRow(i, j));
        table.set(i, pair, Feature.PASSAGE_COLUMN, standards.inColumn(i, j));
        table.set(i, pair, Feature.WORD_NEARNESS, nearness.at(i, j));
      }
    }
  }

  private void names() {
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
          int pair = table.pair(i, j);
          if (pair >= 0) {
            table.raise(i, pair, Feature.NAME, vocabulary.rarest(name));
          }
        }
      }
    }
  }

  private void figures() {
    List<List<Indicator>> reported =
        account.stream().map(sentence -> Indicators.in(sentence.text())).toList();
    for (int i = 0; i < rows; i++) {
      List<Indicator> planned = Indicators.in(plan.get(i).text());
      if (planned.isEmpty()) {
        continue;
      }
      for (int pair = 0; pair < table.related(i).length; pair++) {
        List<Indicator> other = reported.get(table.related(i)[pair]);
        if (!other.isEmpty()) {
          table.set(i, pair, Feature.FIGURE, agreement(planned, other));
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
