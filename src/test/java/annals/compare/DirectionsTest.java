package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionsTest {
  private static byte[] random(int dimensions, Random random) {
    byte[] vector = new byte[dimensions];
    random.nextBytes(vector);
    return vector;
  }

  private static double cosine(byte[] a, byte[] b) {
    double product = 0;
    double aSquares = 0;
    double bSquares = 0;
    for (int k = 0; k < a.length; k++) {
      product += a[k] * b[k];
      aSquares += a[k] * a[k];
      bSquares += b[k] * b[k];
    }
    return product / Math.sqrt(aSquares * bSquares);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 511, 512})
  void cosinesAreThoseOfTheVectorsInAnyNumberOfDimensions(int dimensions) {
    Random random = new Random(dimensions);
    for (int round = 0; round < 200; round++) {
      byte[] a = random(dimensions, random);
      byte[] b = random(dimensions, random);
      a[0] |= 1; // not all are 0
      b[0] |= 1;
      Directions one = Directions.of(List.of(a));
      Directions other = Directions.of(List.of(b));
      assertEquals(cosine(a, b), one.cosine(0, other, 0), 1e-3);
      assertEquals(one.cosine(0, other, 0), other.cosine(0, one, 0));
    }
  }

  @Test
  void vectorsAlongOneCoordinateMeetAtTheEndsOfTheScale() {
    byte[][] vectors = {{0, 127}, {0, -128}, {127, 0}, {-128, 0}};
    Directions all = Directions.of(List.of(vectors));
    assertEquals(-1, all.cosine(0, all, 1));
    assertEquals(1, all.cosine(1, all, 1));
    assertEquals(0, all.cosine(0, all, 2));
    assertEquals(-1, all.cosine(2, all, 3));
    assertEquals(1, all.cosine(3, all, 3));
  }
}
