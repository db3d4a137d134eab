package annals.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Traditional characters as simplified ones, one for one, so that one grammar reads 工作總結 and 工作总结.
 * Meant for recognising words, never for what a reader is shown: 後 and 后, 乾 and 干 become one. The
 * table is made of ICU's rules, whose loading takes longer than a small build.
 */
public final class Simplified {
  static final String RULES = "Traditional-Simplified";
  static final char FIRST = '\u4e00';
  static final char LAST = '\u9fff';

  private Simplified() {}

  private static final class Table {
    private static final char[] CHARACTERS = load();

    /** The file is one line: a traditional character and its simplified one, and so on. */
    private static char[] load() {
      char[] characters = new char[LAST - FIRST + 1];
      try (InputStream in = Simplified.class.getResourceAsStream("/annals/text/simplified.txt")) {
        String pairs = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
          characters[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return characters;
    }
  }

  /** A text of the same length; the same object where nothing in it is traditional. */
  public static String of(String text) {
    char[] changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char simple = c >= FIRST && c <= LAST ? Table.CHARACTERS[c - FIRST] : 0;
      if (simple != 0) {
        if (changed == null) {
          changed = text.toCharArray();
        }
        changed[i] = simple;
      }
    }
    return changed == null ? text : new String(changed);
  }
}
