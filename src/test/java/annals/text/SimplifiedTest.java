package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SimplifiedTest {
  private static final Path TABLE = Path.of("src/main/resources/annals/text/simplified.txt");

  @Test
  void theWordsOfTitlesAndHeadingsBecomeSimplified() {
    assertEquals("二零零四年施政报告", Simplified.of("二零零四年施政報告"));
    assertEquals("工作总结、存在问题及来年计划", Simplified.of("工作總結、存在問題及來年計劃"));
  }

  @Test
  void aTextWithoutTraditionalCharactersIsLeftAlone() {
    String text = "全年建成3座。\ud83d\ude00 abc";
    assertSame(text, Simplified.of(text));
  }

  /** {@code -Dgolden.update=true} makes it anew. */
  @Test
  void theTableIsMadeOfIcusRules() throws IOException {
    Transliterator icu = Transliterator.getInstance(Simplified.RULES);
    StringBuilder pairs = new StringBuilder();
    for (char c = Simplified.FIRST; c <= Simplified.LAST; c++) {
      String simple = icu.transliterate(String.valueOf(c));
      if (simple.length() == 1 && simple.charAt(0) != c) {
        pairs.append(c).append(simple);
      }
    }
    pairs.append('\n');
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, pairs);
    }
    assertEquals(Files.readString(TABLE), pairs.toString());
  }
}
