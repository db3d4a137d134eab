package annals.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes into text the way old office files need it: a byte order mark decides; else strict
 * UTF-8; else GB18030, which holds GB2312 and GBK. Where that makes no readable text, Big5 and
 * UTF-16 without mark are tried. ISO-8859-1 is never guessed.
 */
public final class Decoding {
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Of the characters of a text that is read rightly, at least this share is common. */
  private static final double CLEAR = 0.3;

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
    if (!big5 || !found.charset().equals(GB18030)) {
      return found;
    }
    Decoded asStated = lenient(bytes, 0, BIG5);
    return Legibility.share(asStated.text()) >= Legibility.share(found.text()) ? asStated : found;
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
      return text.indexOf('\0') < 0
          ? new Decoded(text, StandardCharsets.UTF_8, 0)
          : clearer(new Decoded(text, StandardCharsets.UTF_8, 0), bytes);
    } catch (CharacterCodingException notUtf8) {
      Decoded utf8 = lenient(bytes, 0, StandardCharsets.UTF_8);
      return mostlyUtf8(bytes, utf8) ? utf8 : clearer(lenient(bytes, 0, GB18030), bytes);
    }
  }

  /** The likely reading, unless another one is far easier to read. */
  private static Decoded clearer(Decoded likely, byte[] bytes) {
    Decoded best = likely;
    boolean blank = likely.text().indexOf('\0') >= 0;
    double share = blank ? 0 : Legibility.share(likely.text());
    if (share >= CLEAR) {
      return best;
    }
    for (Charset charset :
        List.of(BIG5, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, GB18030)) {
      Decoded other = lenient(bytes, 0, charset);
      double otherShare = Legibility.share(other.text());
      boolean foreign = other.text().chars().anyMatch(c -> c >= 0x80);
      if (foreign && otherShare >= CLEAR && otherShare > share && other.text().indexOf('\0') < 0) {
        best = other;
        share = otherShare;
      }
    }
    return best;
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
