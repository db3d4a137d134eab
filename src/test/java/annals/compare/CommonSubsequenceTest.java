package annals.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonSubsequenceTest {
  @Test
  void isAsLongAsTheTextbookTableSays() {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      int alphabet = 1 + random.nextInt(6);
      int[] a = sequence(random, random.nextInt(200), alphabet);
      int[] b = sequence(random, random.nextInt(200), alphabet);
      assertEquals(textbook(a, b), checked(a, b, CommonSubsequence.of(a, b)));
    }
  }

  @Test
  void staysALongestOneWhenTheTableIsHalved() {
    Random random = new Random(12);
    int[] a = sequence(random, 5000, 40);
    int[] b = sequence(random, 4500, 40);
    assertEquals(textbook(a, b), checked(a, b, CommonSubsequence.of(a, b)));
  }

  @Test
  void emptyAndEqualSequencesNeedNoTable() {
    assertArrayEquals(new int[0], CommonSubsequence.of(new int[0], new int[] {1}));
    assertArrayEquals(new int[] {-1}, CommonSubsequence.of(new int[] {1}, new int[0]));
    int[] same = new int[20_000];
    assertEquals(20_000, checked(same, same, CommonSubsequence.of(same, same)));
  }

  /** The number of partners, having seen that they are equal and rise. */
  private static int checked(int[] a, int[] b, int[] match) {
    int last = -1;
    int length = 0;
    for (int i = 0; i < match.length; i++) {
      if (match[i] >= 0) {
        assertTrue(match[i] > last);
        assertEquals(a[i], b[match[i]]);
        last = match[i];
        length++;
      }
    }
    return length;
  }

  private static int textbook(int[] a, int[] b) {
    int[] row = new int[b.length + 1];
    for (int x : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.length; j++) {
        int above = row[j];
        row[j] = x == b[j - 1] ? diagonal + 1 : Math.max(row[j], row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.length];
  }

  private static int[] sequence(Random random, int length, int alphabet) {
    return random.ints(length, 0, alphabet).toArray();
  }
}
