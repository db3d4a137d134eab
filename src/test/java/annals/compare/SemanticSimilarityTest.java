package annals.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SemanticSimilarityTest {
  private static final List<SentenceRef> PLAN =
      Reports.sentences("为老人添置护理床。", "修缮老码头。", "引进硕士研究生，充实队伍。");
  private static final List<SentenceRef> ACCOUNT =
      Reports.sentences("渡口石阶翻新完工，群众上下船更方便。", "敬老院新增床位三十张。", "全年录用高学历人才九人。", "加强领导。");

  /** One direction for each matter, told by words that stand for it. */
  private static final SentenceVectors MATTERS =
      texts ->
          texts.stream()
              .map(
                  text ->
                      new byte[] {
                        (byte) (text.matches(".*(老人|护理|敬老院|床).*") ? 100 : 3),
                        (byte) (text.matches(".*(码头|渡口|石阶).*") ? 100 : 3),
                        (byte) (text.matches(".*(硕士|研究生|人才|录用).*") ? 100 : 3),
                        (byte) (text.length() % 7)
                      })
              .toList();

  @Test
  void whatMeansTheSameIsFoundWithoutASharedWord() {
    double[][] scores = scores(MATTERS);
    assertTrue(scores[1][0] > scores[1][1] && scores[1][0] > scores[1][2], "码头");
    assertTrue(scores[0][1] > scores[0][0] && scores[0][1] > scores[0][2], "护理床");
    assertTrue(scores[2][2] > scores[2][0] && scores[2][2] > scores[2][1], "硕士");
  }

  @Test
  void onlyTheProportionsOfVectorsCount() {
    double[][] scores = scores(MATTERS);
    double[][] halved =
        scores(
            texts ->
                MATTERS.of(texts).stream()
                    .map(v -> new byte[] {(byte) -v[0], (byte) -v[1], (byte) -v[2], (byte) -v[3]})
                    .toList());
    for (int i = 0; i < scores.length; i++) {
      assertArrayEquals(scores[i], halved[i], 1e-6);
    }
  }

  @Test
  void scoresLieBetweenNothingAndOneWhateverTheVectors() {
    for (double[] row : scores(texts -> texts.stream().map(t -> new byte[4]).toList())) {
      for (double score : row) {
        assertTrue(score >= 0 && score <= 1, () -> "score " + score);
      }
    }
    assertEquals(0, similarity(MATTERS, MeaningMemory.NONE).scores(List.of(), ACCOUNT).length);
    assertEquals(0, similarity(MATTERS, MeaningMemory.NONE).scores(PLAN, List.of())[0].length);
  }

  /** Keeps in memory, and counts what it could tell. */
  private static final class Remembering implements MeaningMemory {
    private final Map<String, float[]> kept = new HashMap<>();
    private int told;

    @Override
    public Optional<float[]> recall(String key, int size) {
      Optional<float[]> found = Optional.ofNullable(kept.get(key)).filter(s -> s.length == size);
      told += found.isPresent() ? 1 : 0;
      return found;
    }

    @Override
    public void keep(String key, float[] sums) {
      kept.put(key, sums);
    }

    @Override
    public void forgetOthers() {
      throw new AssertionError("that is for whoever compared everything");
    }
  }

  private static final SentenceVectors NEVER_ASKED =
      texts -> {
        throw new AssertionError("asked for " + texts);
      };

  @Test
  void whatIsRememberedIsNotWorkedOutAgainAndScoresAreTheSame() {
    Remembering memory = new Remembering();
    double[][] computed = similarity(MATTERS, memory).scores(PLAN, ACCOUNT);
    double[][] remembered = similarity(NEVER_ASKED, memory).scores(PLAN, ACCOUNT);
    assertEquals(1, memory.told);
    assertTrue(Arrays.deepEquals(computed, remembered));
    assertTrue(Arrays.deepEquals(scores(MATTERS), remembered));
  }

  @Test
  void otherSentencesOrTheSameInAnotherPlaceAreNotRemembered() {
    Remembering memory = new Remembering();
    similarity(MATTERS, memory).scores(PLAN, ACCOUNT);
    similarity(MATTERS, memory).scores(PLAN.reversed(), ACCOUNT);
    similarity(MATTERS, memory).scores(PLAN, ACCOUNT.subList(0, 3));
    similarity(MATTERS, memory).scores(ACCOUNT, PLAN);
    similarity(MATTERS, memory).scores(Reports.sentences("为老人添置护理床。修缮老码头。"), ACCOUNT);
    similarity(MATTERS, memory).scores(Reports.sentences("为老人添置护理床。", "修缮老码头。"), ACCOUNT);
    assertEquals(0, memory.told);
    assertEquals(6, memory.kept.size());
  }

  @Test
  void wordsThatBecomeCommonElsewhereInTheUnitChangeTheScoresOfWhatIsRemembered() {
    Remembering memory = new Remembering();
    double[][] before = similarity(MATTERS, memory).scores(PLAN, PLAN);
    Vocabulary wordier = Vocabulary.among(Collections.nCopies(40, "修缮老码头。").stream());
    double[][] after = new SemanticSimilarity(wordier, NEVER_ASKED, memory).scores(PLAN, PLAN);
    assertFalse(Arrays.deepEquals(before, after));
    assertTrue(
        Arrays.deepEquals(
            new SemanticSimilarity(wordier, MATTERS, MeaningMemory.NONE).scores(PLAN, PLAN),
            after));
  }

  /** What is remembered is for one way of working it out: whoever changes that says so. */
  @Test
  void withEachChangeOfTheFeaturesOfMeaningTheirEditionIsRaised() {
    FeatureTable table = PairFeatures.of(PLAN, ACCOUNT, vocabulary(), Optional.of(MATTERS));
    StringBuilder values = new StringBuilder();
    for (Feature feature : Feature.values()) {
      if (feature.isSemantic()) {
        values.append(String.format(Locale.ROOT, " %.4f", table.get(1, 0, feature)));
      }
    }
    assertEquals(
        "1: 0.9997 1.2229 1.5527 1.4142 0.9997 1.2229 1.5527 1.4142 0.9988 0.9958 0.9901 0.2062"
            + " 0.3333 -0.0806",
        MeaningFeatures.EDITION + ":" + values);
  }

  private static double[][] scores(SentenceVectors vectors) {
    return similarity(vectors, MeaningMemory.NONE).scores(PLAN, ACCOUNT);
  }

  private static SemanticSimilarity similarity(SentenceVectors vectors, MeaningMemory memory) {
    return new SemanticSimilarity(vocabulary(), vectors, memory);
  }

  private static Vocabulary vocabulary() {
    return Vocabulary.among(Stream.concat(PLAN.stream(), ACCOUNT.stream()).map(SentenceRef::text));
  }
}
