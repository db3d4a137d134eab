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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SemanticSimilarityTest {
  private static final List<SentenceRef> PLAN = refs("为老人添置护理床。", "修缮老码头。", "引进硕士研究生，充实队伍。");
  private static final List<SentenceRef> ACCOUNT =
      refs("渡口石阶翻新完工，群众上下船更方便。", "敬老院新增床位三十张。", "全年录用高学历人才九人。", "加强领导。");

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
    assertEquals(
        0, new SemanticSimilarity(vocabulary(), MATTERS).scores(List.of(), ACCOUNT).length);
    assertEquals(
        0, new SemanticSimilarity(vocabulary(), MATTERS).scores(PLAN, List.of())[0].length);
  }

  private static double[][] scores(SentenceVectors vectors) {
    return new SemanticSimilarity(vocabulary(), vectors).scores(PLAN, ACCOUNT);
  }

  private static Vocabulary vocabulary() {
    return Vocabulary.among(Stream.concat(PLAN.stream(), ACCOUNT.stream()).map(SentenceRef::text));
  }

  private static List<SentenceRef> refs(String... texts) {
    List<SentenceRef> refs = new ArrayList<>();
    for (String text : texts) {
      Sentence sentence = new Sentence("s-" + refs.size(), text, new Span(0, text.length()));
      Section section =
          new Section(
              "s-1",
              1,
              "一、",
              "节",
              Prose.plain("一、节"),
              false,
              Role.PLAN,
              TargetYear.of(2024),
              Optional.empty(),
              List.of(),
              List.of(),
              1);
      refs.add(new SentenceRef(section, sentence));
    }
    return refs;
  }
}
