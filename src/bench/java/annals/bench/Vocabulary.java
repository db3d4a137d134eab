package annals.bench;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invented Chinese words that occur about as unevenly as real ones: the frequency of the word of
 * rank r falls as 1/(r + 2.7), after Zipf and Mandelbrot. Words are made of the 3,755 characters of
 * the first level of GB 2312, themselves of uneven frequency, so that characters and bigrams spread
 * as in running text. Immutable; the same seed gives the same words.
 */
final class Vocabulary {
  private static final int WORDS = 24_000;
  private static final int LEVEL_1_ROWS = 40;
  private static final int FIRST_ROW = 0xb0;
  private static final int FIRST_CELL = 0xa1;
  private static final int CELLS = 94;
  private static final int LEVEL_1_CHARACTERS = 3755;

  private final List<String> words;
  private final Zipf ranks;

  private Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    this.ranks = new Zipf(words.size(), 1.0, 2.7);
  }

  static Vocabulary of(Random random) {
    List<String> characters = new ArrayList<>(level1());
    Collections.shuffle(characters, random);
    Zipf spread = new Zipf(characters.size(), 0.75, 20);
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < WORDS) {
      int length = List.of(2, 2, 2, 2, 2, 2, 2, 3, 4, 4).get(random.nextInt(10));
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < length; i++) {
        word.append(characters.get(spread.next(random)));
      }
      words.add(word.toString());
    }
    return new Vocabulary(List.copyOf(words));
  }

  /** A word, common ones more often. */
  String next(Random random) {
    return words.get(ranks.next(random));
  }

  Set<String> words() {
    return Set.copyOf(words);
  }

  /** A part of the vocabulary such as one office uses for its own matters, rare words included. */
  Vocabulary ofOneUnit(Random random, int size) {
    Set<String> own = new LinkedHashSet<>();
    while (own.size() < size) {
      own.add(words.get(random.nextInt(words.size())));
    }
    return new Vocabulary(List.copyOf(own));
  }

  private static List<String> level1() {
    byte[] codes = new byte[2 * LEVEL_1_CHARACTERS];
    int at = 0;
    for (int row = 0; row < LEVEL_1_ROWS; row++) {
      for (int cell = 0; cell < CELLS && at < codes.length; cell++) {
        codes[at++] = (byte) (FIRST_ROW + row);
        codes[at++] = (byte) (FIRST_CELL + cell);
      }
    }
    return new String(codes, Charset.forName("GB18030")).codePoints().mapToObj(Character::toString).toList();
  }

  /** Ranks from 0 on, with a frequency that falls as 1/(rank + 1 + offset)^exponent. */
  private static final class Zipf {
    private final double[] cumulated;

    Zipf(int size, double exponent, double offset) {
      cumulated = new double[size];
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += Math.pow(i + 1 + offset, -exponent);
        cumulated[i] = sum;
      }
    }

    int next(Random random) {
      double point = random.nextDouble() * cumulated[cumulated.length - 1];
      int found = java.util.Arrays.binarySearch(cumulated, point);
      return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
    }
  }
}
