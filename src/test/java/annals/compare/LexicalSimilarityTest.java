package annals.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.outline.TargetYear;
import annals.report.Prose;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexicalSimilarityTest {
  private static final String COMMON = "加强组织领导，推进各项工作落实。";

  @Test
  void aRareSharedPhraseWeighsMoreThanTheRegisterOfProse() {
    List<SentenceRef> plan = refs("推进老西门码头修缮工作落实。", COMMON, "提升服务水平。");
    List<SentenceRef> account = refs("加强领导，推进工作，落实责任。", "老西门码头修缮完工。", "读者服务水平有提升。");
    double[][] scores = scores(plan, account);
    assertTrue(scores[0][1] > scores[0][0]);
    assertTrue(scores[2][2] > scores[2][0]);
  }

  @Test
  void theSameNameAndTheSameFigureRaiseTheScore() {
    List<SentenceRef> plan = refs("组织“流动车间”下乡，培训织工45名。", COMMON);
    double plain = scores(plan, refs("车间组织下乡一趟，培训各类人手。", COMMON))[0][0];
    double named = scores(plan, refs("“流动车间”组织下乡一趟，培训各类人手。", COMMON))[0][0];
    double counted = scores(plan, refs("“流动车间”组织下乡一趟，培训织工45名。", COMMON))[0][0];
    assertTrue(named > plain);
    assertTrue(counted > named);
  }

  @Test
  void ofTwoEqualSentencesTheOneAmongSentencesThatFitScoresMore() {
    List<SentenceRef> plan = refs("修缮老西门码头石阶。", "增设台账三本。", "培训渡口船工。");
    List<SentenceRef> account =
        refs("食堂添置冰柜。", "增设台账。", "车队更换轮胎。", "老西门码头石阶修缮完工。", "增设台账。", "渡口船工培训两期。");
    double[][] scores = scores(plan, account);
    assertTrue(scores[1][4] > scores[1][1]);
  }

  @Test
  void aReportOfThreeSentencesIsEnoughToBeSure() {
    List<SentenceRef> plan = refs("修缮老西门码头石阶。", "采购图书两千册。", "提升服务水平。");
    List<SentenceRef> account = refs("老西门码头石阶修缮完工。", "图书采购2300册。", "食堂添置冰柜。");
    double[][] scores = scores(plan, account);
    assertTrue(scores[0][0] >= 0.6);
    assertTrue(scores[1][1] >= Cut.of(scores));
    assertTrue(scores[2][2] < 0.1);
  }

  @Test
  void scoresLieBetweenNothingAndOneAndAreTheSameEachTime() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      List<SentenceRef> plan = refs(sentences(random));
      List<SentenceRef> account = refs(sentences(random));
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
    assertEquals(0, scores(refs("清淤河道。"), refs("采购图书两千册。"))[0][0]);
    assertEquals(0, scores(refs("。，"), refs("。，"))[0][0]);
    assertEquals(0, scores(refs(""), refs("", ""))[0][1]);
  }

  @Test
  void sentencesOutsideTheVocabularyAreScoredTooAndTheirTermsAreRare() {
    List<SentenceRef> plan = refs("推进老西门码头修缮工作落实。", COMMON);
    List<SentenceRef> account = refs("老西门码头修缮完工。", "加强领导，推进工作，落实责任。");
    double[][] known = scores(plan, account);
    Vocabulary other = Vocabulary.among(Stream.of(COMMON, "提升服务水平。"));
    double[][] scores = new LexicalSimilarity(other).scores(plan, account);
    assertTrue(scores[0][0] > scores[0][1]);
    assertTrue(scores[0][0] >= known[0][0] / 2);
  }

  @Test
  void emptySidesGiveEmptyScores() {
    assertEquals(0, scores(List.of(), refs("采购图书。")).length);
    assertEquals(0, scores(refs("采购图书。"), List.of())[0].length);
  }

  @Test
  void widthAndLetterCaseDoNotMatter() {
    List<SentenceRef> plan = refs("完成ＯＡ系统升级１２项。", COMMON);
    assertArrayEquals(
        scores(plan, refs("oa系统升级12项已完成。", COMMON))[0],
        scores(refs("完成oa系统升级12项。", COMMON), refs("ＯＡ系统升级１２项已完成。", COMMON))[0],
        1e-9);
  }

  @Test
  void aSentenceOfTwentyThousandEqualCharactersIsNoTrouble() {
    String long1 = "一".repeat(20_000);
    assertTrue(scores(refs(long1), refs(long1 + "。"))[0][0] > 0);
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

  private static List<SentenceRef> refs(String... texts) {
    Section section =
        new Section(
            "s-1",
            1,
            "一、",
            "工作",
            Prose.plain("一、工作"),
            false,
            Role.PLAN,
            TargetYear.of(2023),
            Optional.empty(),
            List.of(),
            List.of(),
            1);
    List<SentenceRef> refs = new ArrayList<>();
    for (String text : texts) {
      String anchor = "s-1-p1-" + (refs.size() + 1);
      refs.add(new SentenceRef(section, new Sentence(anchor, text, new Span(0, text.length()))));
    }
    return refs;
  }
}
