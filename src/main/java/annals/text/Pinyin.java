package annals.text;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Chinese names in Latin letters: pinyin without tones, one reading for each character, after
 * ICU4J. The readings of the usual characters come from a table made of ICU's, since loading its
 * rules takes longer than a small build; the rules serve for whatever the table does not know.
 */
public final class Pinyin {
  static final String RULES = "Han-Latin; Latin-ASCII; Any-Lower";
  static final char FIRST = '\u4e00';
  static final char LAST = '\u9fff';

  /** Words in which the first character has another reading than by itself; ICU knows no more. */
  private static final Map<String, String> WORDS = Map.of("重庆", "chong", "藏文", "zang", "秘鲁", "bi");

  private static final String SEPARATORS = "（）、，。：；！？《》“”‘’—…·　";

  private Pinyin() {}

  private static final class Table {
    private static final String[] SYLLABLES = load();

    private static String[] load() {
      String[] syllables = new String[LAST - FIRST + 1];
      try (InputStream in = Pinyin.class.getResourceAsStream("/annals/text/pinyin.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int space = line.indexOf(' ');
          String syllable = line.substring(0, space);
          for (int i = space + 1; i < line.length(); i++) {
            syllables[line.charAt(i) - FIRST] = syllable;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return syllables;
    }
  }

  private static final class Rules {
    private static final Transliterator TRANSLITERATOR = Transliterator.getInstance(RULES);
  }

  /**
   * The name as syllables and words of lower-case ASCII letters and digits, a space between them
   * but none between a syllable and a digit; empty if nothing of it can be spelt.
   */
  public static String of(String name) {
    StringBuilder latin = new StringBuilder();
    boolean afterSyllable = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean known = c >= FIRST && c <= LAST && Table.SYLLABLES[c - FIRST] != null;
      String word = name.substring(i, Math.min(i + 2, name.length()));
      if (endsInLetter(latin) && (known || afterSyllable && isLetter(c))) {
        latin.append(' ');
      }
      afterSyllable = known;
      if (c < 0x80) {
        latin.append(c);
      } else if (known) {
        latin.append(WORDS.getOrDefault(word, Table.SYLLABLES[c - FIRST]));
      } else if (SEPARATORS.indexOf(c) >= 0) {
        latin.append(' ');
      } else {
        return words(Rules.TRANSLITERATOR.transliterate(name));
      }
    }
    return words(latin.toString());
  }

  private static boolean endsInLetter(StringBuilder latin) {
    return !latin.isEmpty() && isLetter(latin.charAt(latin.length() - 1));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String words(String latin) {
    return latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
