package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecodingTest {
  private static final String TEXT = "全年办结镕字第12件，䶮江站正常。";

  @Test
  void readsUtf8WithAndWithoutMark() {
    assertEquals(TEXT, Decoding.decode(TEXT.getBytes(StandardCharsets.UTF_8)).text());
    assertEquals(TEXT, Decoding.decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)).text());
  }

  @Test
  void readsGb18030WithoutBeingTold() {
    assertEquals(TEXT, Decoding.decode(TEXT.getBytes(Charset.forName("GB18030"))).text());
  }

  @Test
  void readsUtf16ByItsMark() {
    assertEquals(TEXT, Decoding.decode(TEXT.getBytes(StandardCharsets.UTF_16)).text());
  }

  @Test
  void readsUtf16WithoutItsMark() {
    String lines = "全区各部门认真落实年度计划，完成了各项工作任务。\n".repeat(6);
    assertEquals(lines, Decoding.decode(lines.getBytes(StandardCharsets.UTF_16LE)).text());
    assertEquals(lines, Decoding.decode(lines.getBytes(StandardCharsets.UTF_16BE)).text());
  }

  @Test
  void readsBig5WhenTheBytesMakeNoTextInGb18030() {
    String text = "政府會繼續審慎理財，嚴格控制開支，並與市民溝通。".repeat(4);
    byte[] bytes = text.getBytes(Charset.forName("Big5-HKSCS"));
    assertEquals(text, Decoding.decode(bytes).text());
  }

  @Test
  void aStatedBig5IsBelievedOnlyWhereItMakesText() {
    String text = "全区各部门认真落实年度计划，完成了各项工作任务。".repeat(4);
    byte[] bytes = text.getBytes(Charset.forName("GB18030"));
    assertEquals(text, Decoding.decode(bytes, Optional.of("big5")).text());
  }

  @Test
  void tellsTextFromWhatTheWrongEncodingMakesOfIt() {
    String text = "全区各部门认真落实年度计划，完成了各项工作任务。".repeat(8);
    String garbled = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("GB18030"));
    assertEquals(true, Legibility.isLegible(text));
    assertEquals(true, Legibility.isLegible("An English text, with “quotes” in it. ".repeat(20)));
    assertEquals(false, Legibility.isLegible(garbled));
  }

  @Test
  void aDamagedUtf8FileStaysUtf8AndIsCounted() {
    byte[] bytes = TEXT.repeat(20).getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xff;
    Decoding.Decoded decoded = Decoding.decode(bytes);
    assertEquals(StandardCharsets.UTF_8, decoded.charset());
    assertEquals(true, decoded.damaged() > 0 && decoded.damaged() < 4);
  }
}
