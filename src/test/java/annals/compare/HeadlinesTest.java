package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
  private static final String PIER = "修缮老西门码头石阶。";
  private static final String BENEATH = "年初请匠人两名，三月完工，过渡群众称便。";

  @Test
  void whereAHeadlineAnswersSoDoesALittleLessTheSentenceBeneath() {
    double[] scores =
        scores(Reports.sentences(PIER), Reports.sentences("一是修缮码头石阶。", BENEATH, "食堂添置冰柜。"))[0];
    assertTrue(scores[0] > 0.5, () -> "headline " + scores[0]);
    assertEquals(scores[0] * 0.95, scores[1], 1e-9);
    assertTrue(scores[2] < 0.1, () -> "the one after it " + scores[2]);
  }

  @Test
  void whatAnswersTheSentenceBeneathAnswersAHeadlineOfThePlanAndNotTheOtherWay() {
    double[][] scores =
        scores(
            Reports.sentences("一是补短板。", PIER, "提升服务水平。"),
            Reports.sentences("老西门码头石阶修缮完工。", "短板补齐了。"));
    assertTrue(scores[1][0] > 0.5, () -> "beneath " + scores[1][0]);
    assertEquals(scores[1][0] * 0.95, scores[0][0], 1e-9);
    assertTrue(scores[0][1] > scores[1][1], "what answers the headline alone");
    assertTrue(scores[2][0] < 0.1, () -> "the one after it " + scores[2][0]);
  }

  @Test
  void whatIsLongerOrHasNoNumberOrHasAFigureIsNoHeadline() {
    for (String first : List.of("修缮码头石阶。", "一是修缮老西门码头石阶并请来匠人两名一并整修栏杆。", "一是修缮码头石阶96米。")) {
      double[] scores = scores(Reports.sentences(PIER), Reports.sentences(first, BENEATH))[0];
      assertTrue(scores[1] < 0.2, () -> first + " " + scores[1]);
    }
  }

  @Test
  void aHeadlineSpeaksForNoOtherHeadlineAndForNoOtherSection() {
    double[] next =
        scores(Reports.sentences(PIER), Reports.sentences("一是修缮码头石阶。", "二是添置冰柜。", "买了三台。"))[0];
    assertTrue(next[1] < 0.2 && next[2] < 0.2, () -> next[1] + " " + next[2]);
    double[] other =
        scores(
            Reports.sentences(PIER),
            Stream.concat(
                    Reports.sentences("一是修缮码头石阶。").stream(), Reports.sentences(BENEATH).stream())
                .toList())[0];
    assertTrue(other[1] < 0.2, () -> "in another section " + other[1]);
  }

  private static double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    Vocabulary vocabulary =
        Vocabulary.among(Stream.concat(plan.stream(), account.stream()).map(SentenceRef::text));
    return new LexicalSimilarity(vocabulary).scores(plan, account);
  }
}
