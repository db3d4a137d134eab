package annals.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The features that come from vectors of the sentences and of their clauses. What all sentences of
 * both reports have in common, the manner of such reports, is taken off first; vectors of sentences
 * as queries tell the matter best, those of plain sentences some of what they miss; scores are set
 * against the other scores of the same sentences, for the same cosine means different things in
 * different texts.
 */
final class MeaningFeatures {
  /** To be raised with every change of what this class makes: what is remembered is for one. */
  static final int EDITION = 1;

  private static final int SHORTEST_CLAUSE = 2;

  private final FeatureTable table;
  private final int rows;
  private final int columns;

  private MeaningFeatures(FeatureTable table) {
    this.table = table;
    rows = table.rows();
    columns = table.columns();
  }

  /** Fills a table in which all pairs are related. */
  static void fill(
      FeatureTable table,
      List<SentenceRef> plan,
      List<SentenceRef> account,
      SentenceVectors vectors) {
    Parts planParts = Parts.of(plan);
    Parts accountParts = Parts.of(account);
    MeaningFeatures features = new MeaningFeatures(table);
    features.plain(
        Directions.of(vectors.of(planParts.sentences)),
        Directions.of(vectors.of(accountParts.sentences)));
    List<String> texts = new ArrayList<>(planParts.sentences);
    texts.addAll(accountParts.sentences);
    texts.addAll(planParts.clauses);
    texts.addAll(accountParts.clauses);
    List<byte[]> found = vectors.asQueries(texts);
    int at = 0;
    Directions[] all = new Directions[4];
    int[] sizes = {
      plan.size(), account.size(), planParts.clauses.size(), accountParts.clauses.size()
    };
    for (int part = 0; part < all.length; part++) {
      all[part] = Directions.of(found.subList(at, at + sizes[part]));
      at += sizes[part];
    }
    double[][] cosines = cosines(all[0], all[1]);
    features.nearness(cosines, Feature.NEARNESS);
    features.relative(cosines, Feature.MEANING_ROW, Feature.MEANING_COLUMN);
    double[] middle = between(all[0].mean(), all[1].mean());
    Directions planSentences = all[0].from(middle);
    Directions accountSentences = all[1].from(middle);
    features.set(Feature.MEANING, cosines(planSentences, accountSentences));
    double[][] surroundings =
        cosines(planSentences.withNeighbours(), accountSentences.withNeighbours());
    features.set(Feature.SURROUNDINGS, surroundings);
    features.relative(surroundings, Feature.SURROUNDINGS_ROW, Feature.SURROUNDINGS_COLUMN);
    double[] clauseMiddle = between(all[2].mean(), all[3].mean());
    features.clauses(
        planSentences,
        accountSentences,
        all[2].from(clauseMiddle),
        all[3].from(clauseMiddle),
        planParts,
        accountParts);
  }

  private void plain(Directions plan, Directions account) {
    double[][] cosines = cosines(plan, account);
    nearness(cosines, Feature.PLAIN_NEARNESS);
    relative(cosines, Feature.PLAIN_ROW, Feature.PLAIN_COLUMN);
    double[] middle = between(plan.mean(), account.mean());
    set(Feature.PLAIN_MEANING, cosines(plan.from(middle), account.from(middle)));
  }

  private static double[] between(double[] one, double[] other) {
    double[] middle = new double[one.length];
    for (int k = 0; k < middle.length; k++) {
      middle[k] = (one[k] + other[k]) / 2;
    }
    return middle;
  }

  private static double[][] cosines(Directions plan, Directions account) {
    double[][] cosines = new double[plan.size()][account.size()];
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < cosines[i].length; j++) {
        cosines[i][j] = plan.cosine(i, account, j);
      }
    }
    return cosines;
  }

  private void set(Feature feature, double[][] values) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        table.set(i, j, feature, values[i][j]);
      }
    }
  }

  private void nearness(double[][] cosines, Feature feature) {
    Nearness nearness = new Nearness(cosines, 0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        table.set(i, j, feature, nearness.at(i, j));
      }
    }
  }

  private void relative(double[][] values, Feature inRow, Feature inColumn) {
    Standards standards = new Standards(values);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        table.set(i, j, inRow, standards.inRow(i, j));
        table.set(i, j, inColumn, standards.inColumn(i, j));
      }
    }
  }

  private void clauses(
      Directions planSentences,
      Directions accountSentences,
      Directions planClauses,
      Directions accountClauses,
      Parts plan,
      Parts account) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double both = -1;
        double planClause = -1;
        double accountClause = -1;
        for (int c = plan.from(i); c < plan.to(i); c++) {
          planClause = Math.max(planClause, planClauses.cosine(c, accountSentences, j));
          for (int d = account.from(j); d < account.to(j); d++) {
            both = Math.max(both, planClauses.cosine(c, accountClauses, d));
          }
        }
        for (int d = account.from(j); d < account.to(j); d++) {
          accountClause = Math.max(accountClause, accountClauses.cosine(d, planSentences, i));
        }
        table.set(i, j, Feature.CLAUSES, both);
        table.set(i, j, Feature.PLAN_CLAUSE, planClause);
        table.set(i, j, Feature.ACCOUNT_CLAUSE, accountClause);
      }
    }
  }

  /** Sentences and their clauses; a sentence without any is its own clause. */
  private record Parts(List<String> sentences, List<String> clauses, int[] ends) {
    static Parts of(List<SentenceRef> refs) {
      List<String> sentences = refs.stream().map(SentenceRef::text).toList();
      List<String> clauses = new ArrayList<>();
      int[] ends = new int[sentences.size()];
      for (int i = 0; i < ends.length; i++) {
        int before = clauses.size();
        addClauses(sentences.get(i), clauses);
        if (clauses.size() == before) {
          clauses.add(sentences.get(i));
        }
        ends[i] = clauses.size();
      }
      return new Parts(sentences, clauses, ends);
    }

    private static void addClauses(String sentence, List<String> clauses) {
      int start = 0;
      for (int i = 0; i <= sentence.length(); i++) {
        if (i == sentence.length() || "，；。：！？,;:!?".indexOf(sentence.charAt(i)) >= 0) {
          String clause = sentence.substring(start, i).strip();
          if (clause.length() >= SHORTEST_CLAUSE) {
            clauses.add(clause);
          }
          start = i + 1;
        }
      }
    }

    int from(int sentence) {
      return sentence == 0 ? 0 : ends[sentence - 1];
    }

    int to(int sentence) {
      return ends[sentence];
    }
  }
}
