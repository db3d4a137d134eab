package annals.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes into text the way old office files need it: a byte order mark decides; else strict
 * UTF-8; else GB18030, which holds GB2312 and GBK. ISO-8859-1 is never guessed.
 */
public final class Decoding {
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final Charset GB18030 = Charset.forName("GB18030");

  private Decoding() {}

  /**
   * A decoded file.
   *
   * @param text the text, without byte order mark
   * @param charset how it was read
   * @param damaged how many places could not be read and stand as U+FFFD
   */
  public record Decoded(String text, Charset charset, int damaged) {}

  /**
   * The same for bytes that name their encoding, as HTML does. The name is believed only where the
   * bytes themselves do not say; gb2312 and gbk mean GB18030, which holds both.
   */
  public static Decoded decode(byte[] bytes, Optional<String> stated) {
    Decoded found = decode(bytes);
    boolean big5 =
        stated.filter(name -> name.toLowerCase(Locale.ROOT).startsWith("big5")).isPresent();
    return big5 && found.charset().equals(GB18030) ? lenient(bytes, 0, BIG5) : found;
  }

  public static Decoded decode(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return lenient(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16BE);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new Decoded(text, StandardCharsets.UTF_8, 0);
    } catch (CharacterCodingException notUtf8) {
      Decoded utf8 = lenient(bytes, 0, StandardCharsets.UTF_8);
      Decoded gb = lenient(bytes, 0, GB18030);
      return mostlyUtf8(bytes, utf8) ? utf8 : gb;
    }
  }

  /**
   * A UTF-8 file with a few flipped bytes is still UTF-8: read as GB18030 all of it would be
   * garbled.
   */
  private static boolean mostlyUtf8(byte[] bytes, Decoded utf8) {
    long multibyte = 0;
    for (byte b : bytes) {
      if ((b & 0xc0) == 0xc0) {
        multibyte++;
      }
    }
    return multibyte > 20 && utf8.damaged() * 10L < multibyte;
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    int damaged = (int) text.chars().filter(c -> c == '\ufffd').count();
    return new Decoded(text, charset, damaged);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
