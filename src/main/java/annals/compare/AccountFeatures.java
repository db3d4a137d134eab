package annals.compare;

import java.util.List;

/** The features of the account sentence alone: a headline or a slogan seldom reports on a plan. */
final class AccountFeatures {
  /** A sentence of one clause that is not longer tells nothing without what is around it. */
  static final int SHORTEST_TELLING = 18;

  private static final int MOST_WORDS = 3;

  private AccountFeatures() {}

  static void fill(FeatureTable table, List<SentenceRef> account) {
    double[][] ofSentence = new double[account.size()][];
    for (int j = 0; j < ofSentence.length; j++) {
      ofSentence[j] = of(account.get(j).text());
    }
    for (int i = 0; i < table.rows(); i++) {
      int[] related = table.related(i);
      for (int pair = 0; pair < related.length; pair++) {
        double[] values = ofSentence[related[pair]];
        table.set(i, pair, Feature.LENGTH, values[0]);
        table.set(i, pair, Feature.NUMBER, values[1]);
        table.set(i, pair, Feature.HEADLINE, values[2]);
        table.set(i, pair, Feature.SHORT, values[3]);
        table.set(i, pair, Feature.DEEDS, values[4]);
        table.set(i, pair, Feature.SLOGANS, values[5]);
      }
    }
  }

  private static double[] of(String sentence) {
    String body = CommitmentRule.body(sentence);
    boolean number = hasDigit(body);
    boolean oneClause =
        body.indexOf('，') < 0 && body.indexOf(',') < 0 && body.length() <= SHORTEST_TELLING;
    return new double[] {
      CommitmentRule.length(body),
      one(number),
      one(CommitmentRule.isHeadline(sentence, body) && !number),
      one(oneClause && !number),
      CommitmentSign.DEEDS.count(body, MOST_WORDS),
      CommitmentSign.SLOGANS.count(body, MOST_WORDS)
    };
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static double one(boolean present) {
    return present ? 1 : 0;
  }
}
