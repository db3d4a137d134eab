package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PinyinTest {
  private static final Path TABLE = Path.of("src/main/resources/annals/text/pinyin.txt");

  private final Transliterator icu = Transliterator.getInstance(Pinyin.RULES);

  @Test
  void a_name_is_spelt_in_syllables_and_words() {
    assertEquals("song wan xian zheng fu ban gong shi", Pinyin.of("松湾县政府办公室"));
    assertEquals("gdp tong ji ju 2ke", Pinyin.of("GDP统计局（2科）"));
    assertEquals("xxx ban gong shi", Pinyin.of("xxx办公室"));
    assertEquals("", Pinyin.of("（、）"));
  }

  @Test
  void what_the_table_does_not_know_is_left_to_the_rules() {
    assertEquals("gdp ju", Pinyin.of("ＧＤＰ局"));
    assertEquals("qiu mu", Pinyin.of("\u3400木"));
  }

  @Test
  void names_are_spelt_as_icu_spells_them() {
    String characters = "重庆藏文秘鲁资源局长办中（）“”·、　aBz09-_.1和";
    Random random = new Random(4);
    for (int round = 0; round < 3000; round++) {
      StringBuilder name = new StringBuilder();
      for (int length = 1 + random.nextInt(8); length > 0; length--) {
        name.append(characters.charAt(random.nextInt(characters.length())));
      }
      String spelt = icu.transliterate(name.toString()).replaceAll("[^a-z0-9]+", " ").strip();
      assertEquals(spelt, Pinyin.of(name.toString()), name.toString());
    }
  }

  /** {@code -Dgolden.update=true} makes it anew. */
  @Test
  void the_table_is_made_of_icus_readings() throws IOException {
    Map<String, StringBuilder> table = new TreeMap<>();
    for (char c = Pinyin.FIRST; c <= Pinyin.LAST; c++) {
      String syllable = icu.transliterate(String.valueOf(c)).strip();
      if (syllable.matches("[a-z]+")) {
        table.computeIfAbsent(syllable, s -> new StringBuilder()).append(c);
      }
    }
    StringBuilder lines = new StringBuilder();
    table.forEach((syllable, characters) -> lines.append(syllable + " " + characters + "\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, lines);
    }
    assertEquals(lines.toString(), Files.readString(TABLE));
  }
}
