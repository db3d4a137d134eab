package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CutTest {
  @Test
  void whatPromisesTheBestF1IsShownAndNoMore() {
    double[][] scores = {{0.9, 0.3, 0.01}, {0.8, 0.02, 0.01}};
    assertTrue(Cut.of(scores) > 0.3);
  }

  @Test
  void wherePlansAreVagueTheSameScoreIsEnoughThatIsNotElsewhere() {
    double[][] concrete = {{0.9, 0.2, 0}, {0, 0.95, 0.2}, {0.2, 0, 0.9}};
    double[][] vague = {{0.25, 0.02, 0}, {0, 0.3, 0.01}, {0.02, 0, 0.2}};
    assertTrue(Cut.of(inAnAccount(concrete, 12)) > 0.2);
    assertTrue(Cut.of(inAnAccount(vague, 12)) <= 0.2);
  }

  @Test
  void whereTheReportsAnswerEachOtherMoreIsAskedForThanThePromiseAlone() {
    double[][] clear = {{0.9, 0.42, 0}, {0.45, 0.95, 0}, {0, 0.44, 0.9}, {0.44, 0, 0.43}};
    double[][] dim = {{0.3, 0.2, 0}, {0, 0.3, 0.2}, {0.2, 0, 0.3}};
    assertTrue(Cut.of(inAnAccount(clear, 12)) > 0.45);
    assertTrue(Cut.of(inAnAccount(dim, 12)) < 0.3);
  }

  @Test
  void moreThanAnItemIsShownDoesNotCount() {
    double[][] scores = {{0.3, 0.3, 0.3, 0.3, 0.29, 0.29, 0.29, 0.29}};
    assertEquals(0.3 * 0.3 * 2.6, Cut.of(inAnAccount(scores, 12)), 0.001);
  }

  @Test
  void nothingIsShownOfAlmostNothing() {
    assertEquals(0.1, Cut.of(inAnAccount(new double[][] {{0.02, 0.01}}, 12)), 1e-9);
    assertTrue(Cut.of(new double[0][]) > 0);
    assertTrue(Cut.of(new double[][] {{}, {}}) > 0);
  }

  @Test
  void inAShortAccountTheNearestIsNotNearEnough() {
    double[][] scores = {{0.24, 0.19}, {0.02, 0.2}, {0.01, 0.02}};
    assertEquals(0.25, Cut.of(inAnAccount(scores, 11)), 1e-9);
    assertTrue(Cut.of(inAnAccount(scores, 12)) < 0.19);
  }

  /** The same scores in an account of so many sentences; the others have nothing to do with it. */
  private static double[][] inAnAccount(double[][] scores, int sentences) {
    return Arrays.stream(scores).map(row -> Arrays.copyOf(row, sentences)).toArray(double[][]::new);
  }
}
