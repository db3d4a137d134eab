package annals.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Skipped where the platform has no library for the model. */
class BgeModelTest {
  private static final List<String> TEXTS =
      List.of(
          "修缮老码头石阶。",
          "老渡口的台阶翻新完工。",
          "招录硕士毕业生两人。",
          "一是坚持以人民为中心，深入开展调查研究，完善联系群众的各项制度，切实解决群众急难愁盼的问题，全年走访企业和农户四百余次，协调解决用水、用电、道路、低保等方面的困难。",
          "。");

  @Test
  void aVectorDoesNotDependOnTheCompanyOfTheTextAndLikeMeaningsLieClose() {
    BgeModel model = model();
    List<byte[]> together = model.vectors(TEXTS).stream().map(Quantizing::bytes).toList();
    List<byte[]> alone = new ArrayList<>();
    for (String text : TEXTS) {
      alone.add(Quantizing.bytes(model.vectors(List.of(text)).getFirst()));
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      assertEquals(BgeModel.DIMENSIONS, alone.get(i).length);
      assertArrayEquals(alone.get(i), together.get(i));
    }
    assertTrue(product(alone.get(0), alone.get(1)) > product(alone.get(0), alone.get(2)));
  }

  private static BgeModel model() {
    try {
      return new BgeModel();
    } catch (LinkageError | RuntimeException e) {
      assumeTrue(false, () -> "no language model here: " + e);
      throw e;
    }
  }

  private static double product(byte[] one, byte[] other) {
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      ones += one[i] * one[i];
      others += other[i] * other[i];
    }
    return product / Math.sqrt(ones * others);
  }
}
