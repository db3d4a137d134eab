package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
  void aDamagedUtf8FileStaysUtf8AndIsCounted() {
    byte[] bytes = TEXT.repeat(20).getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xff;
    Decoding.Decoded decoded = Decoding.decode(bytes);
    assertEquals(StandardCharsets.UTF_8, decoded.charset());
    assertEquals(true, decoded.damaged() > 0 && decoded.damaged() < 4);
  }
}
