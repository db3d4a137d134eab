package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairHeapTest {
  private record Pair(float average, int first, int second) {}

  @Test
  void pairsComeMostAlikeFirstThenByTheirNumbers() {
    Random random = new Random(7);
    List<Pair> pairs = new ArrayList<>();
    PairHeap heap = new PairHeap();
    for (int i = 0; i < 5000; i++) {
      Pair pair = new Pair(random.nextInt(20) / 19f, random.nextInt(50), random.nextInt(50));
      pairs.add(pair);
      heap.add(pair.average, pair.first, pair.second);
    }
    pairs.sort(
        Comparator.comparing(Pair::average)
            .reversed()
            .thenComparing(Pair::first)
            .thenComparing(Pair::second));
    for (Pair pair : pairs) {
      assertEquals(pair, new Pair(heap.average(), heap.first(), heap.second()));
      heap.remove();
    }
    assertTrue(heap.isEmpty());
  }
}
