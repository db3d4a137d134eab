package annals.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexicalSimilarityTest {
  private static final String COMMON = "加强组织领导，推进各项工作落实。";

  @Test
  void aRareSharedPhraseWeighsMoreThanTheRegisterOfProse() {
    List<SentenceRef> plan = Reports.sentences("推进老西门码头修缮工作落实。", COMMON, "提升服务水平。");
    List<SentenceRef> account = Reports.sentences("加强领导，推进工作，落实责任。", "老西门码头修缮完工。", "读者服务水平有提升。");
    double[][] scores = scores(plan, account);
    assertTrue(scores[0][1] > scores[0][0]);
    assertTrue(scores[2][2] > scores[2][0]);
  }

  @Test
  void theSameNameAndTheSameFigureRaiseTheScore() {
    List<SentenceRef> plan = Reports.sentences("组织“流动车间”下乡，培训织工45名。", COMMON);
    double plain = scores(plan, Reports.sentences("车间组织下乡一趟，培训各类人手。", COMMON))[0][0];
    double named = scores(plan, Reports.sentences("“流动车间”组织下乡一趟，培训各类人手。", COMMON))[0][0];
    double counted = scores(plan, Reports.sentences("“流动车间”组织下乡一趟，培训织工45名。", COMMON))[0][0];
    assertTrue(named > plain);
    assertTrue(counted > named);
  }

  @Test
  void ofTwoEqualSentencesTheOneAmongSentencesThatFitScoresMore() {
    List<SentenceRef> plan = Reports.sentences("修缮老西门码头石阶。", "增设台账三本。", "培训渡口船工。");
    List<SentenceRef> account =
        Reports.sentences("食堂添置冰柜。", "增设台账。", "车队更换轮胎。", "老西门码头石阶修缮完工。", "增设台账。", "渡口船工培训两期。");
    double[][] scores = scores(plan, account);
    assertTrue(scores[1][4] > scores[1][1]);
  }

  @Test
  void aReportOfThreeSentencesIsEnoughToBeSure() {
    List<SentenceRef> plan = Reports.sentences("修缮老西门码头石阶。", "采购图书两千册。", "提升服务水平。");
    List<SentenceRef> account = Reports.sentences("老西门码头石阶修缮完工。", "图书采购2300册。", "食堂添置冰柜。");
    double[][] scores = scores(plan, account);
    assertTrue(scores[0][0] >= 0.6);
    assertTrue(scores[1][1] >= Cut.of(scores));
    assertTrue(scores[2][2] < 0.1);
  }

  @Test
  void scoresLieBetweenNothingAndOneAndAreTheSameEachTime() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      List<SentenceRef> plan = Reports.sentences(sentences(random));
      List<SentenceRef> account = Reports.sentences(sentences(random));
      double[][] scores = scores(plan, account);
      assertEquals(plan.size(), scores.length);
      for (double[] row : scores) {
        assertEquals(account.size(), row.length);
        for (double score : row) {
          assertTrue(score >= 0 && score <= 1, () -> "score " + score);
        }
      }
      double[][] again = scores(plan, account);
      for (int i = 0; i < scores.length; i++) {
        assertArrayEquals(scores[i], again[i]);
      }
    }
  }

  @Test
  void sentencesWithNothingInCommonScoreNothing() {
    assertEquals(0, scores(Reports.sentences("清淤河道。"), Reports.sentences("采购图书两千册。"))[0][0]);
    assertEquals(0, scores(Reports.sentences("。，"), Reports.sentences("。，"))[0][0]);
    assertEquals(0, scores(Reports.sentences(""), Reports.sentences("", ""))[0][1]);
  }

  @Test
  void sentencesOutsideTheVocabularyAreScoredTooAndTheirTermsAreRare() {
    List<SentenceRef> plan = Reports.sentences("推进老西门码头修缮工作落实。", COMMON);
    List<SentenceRef> account = Reports.sentences("老西门码头修缮完工。", "加强领导，推进工作，落实责任。");
    double[][] known = scores(plan, account);
    Vocabulary other = Vocabulary.among(Stream.of(COMMON, "提升服务水平。"));
    double[][] scores = new LexicalSimilarity(other).scores(plan, account);
    assertTrue(scores[0][0] > scores[0][1]);
    assertTrue(scores[0][0] >= known[0][0] / 2);
  }

  @Test
  void emptySidesGiveEmptyScores() {
    assertEquals(0, scores(List.of(), Reports.sentences("采购图书。")).length);
    assertEquals(0, scores(Reports.sentences("采购图书。"), List.of())[0].length);
  }

  @Test
  void widthAndLetterCaseDoNotMatter() {
    List<SentenceRef> plan = Reports.sentences("完成ＯＡ系统升级１２项。", COMMON);
    assertArrayEquals(
        scores(plan, Reports.sentences("oa系统升级12项已完成。", COMMON))[0],
        scores(
            Reports.sentences("完成oa系统升级12项。", COMMON), Reports.sentences("ＯＡ系统升级１２项已完成。", COMMON))[
            0],
        1e-9);
  }

  @Test
  void aSentenceOfTwentyThousandEqualCharactersIsNoTrouble() {
    String long1 = "一".repeat(20_000);
    assertTrue(scores(Reports.sentences(long1), Reports.sentences(long1 + "。"))[0][0] > 0);
  }

  private static double[][] scores(List<SentenceRef> plan, List<SentenceRef> account) {
    Vocabulary vocabulary =
        Vocabulary.among(Stream.concat(plan.stream(), account.stream()).map(SentenceRef::text));
    return new LexicalSimilarity(vocabulary).scores(plan, account);
  }

  private static String[] sentences(Random random) {
    String words = "河道清淤图书采购馆藏修复档案数字化推进工作“双减”《条例》12件3.5万元xx次，。；";
    String[] sentences = new String[random.nextInt(12)];
    for (int i = 0; i < sentences.length; i++) {
      StringBuilder sentence = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        int at = random.nextInt(words.length() - 1);
        sentence.append(words, at, at + 1 + random.nextInt(Math.min(4, words.length() - at)));
      }
      sentences[i] = sentence.toString();
    }
    return sentences;
  }
}
