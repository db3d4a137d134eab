package annals.compare;

import java.util.List;

/**
 * Short numbered headlines (一是深化主题教育。) and the sentences beneath them. A headline names a matter,
 * the sentence beneath tells of it, often without a word that the other report has. So what answers
 * the sentence beneath answers a headline of the plan too, and where a headline of the account
 * answers, so does, a little less, the sentence beneath.
 */
final class Headlines {
  private static final int NONE = -1;

  /** What part of one's score the other has. */
  private static final double SHARE = 0.95;

  private final int[] plan;
  private final int[] account;

  private Headlines(int[] plan, int[] account) {
    this.plan = plan;
    this.account = account;
  }

  static Headlines of(List<SentenceRef> plan, List<SentenceRef> account) {
    return new Headlines(above(plan), above(account));
  }

  /** For each sentence the index of the headline right above it in its section. */
  private static int[] above(List<SentenceRef> sentences) {
    int[] above = new int[sentences.size()];
    boolean beneath = false;
    for (int j = 0; j < above.length; j++) {
      boolean headline = isHeadline(sentences.get(j).text());
      above[j] =
          beneath && !headline && sentences.get(j).section() == sentences.get(j - 1).section()
              ? j - 1
              : NONE;
      beneath = headline;
    }
    return above;
  }

  private static boolean isHeadline(String sentence) {
    String body = CommitmentRule.body(sentence);
    return CommitmentRule.isHeadline(sentence, body)
        && body.length() <= AccountFeatures.SHORTEST_TELLING
        && !AccountFeatures.hasDigit(body);
  }

  /** Raises the scores of plan sentences, by row, against account sentences. */
  void lend(double[][] scores) {
    for (double[] row : scores) {
      for (int j = 0; j < account.length; j++) {
        if (account[j] != NONE) {
          row[j] = Math.max(row[j], SHARE * row[account[j]]);
        }
      }
    }
    for (int i = 0; i < plan.length; i++) {
      if (plan[i] != NONE) {
        double[] headline = scores[plan[i]];
        for (int j = 0; j < headline.length; j++) {
          headline[j] = Math.max(headline[j], SHARE * scores[i][j]);
        }
      }
    }
  }
}
