package annals.search;

import annals.output.OutputFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Scripts that hand data over to {@code search.js}: {@code annals.receive("name",…);}. */
final class Script {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /**
   * Stands before a unit that could not stand in a file itself, whose highest bit is then turned.
   */
  private static final char ESCAPE = '\ue000';

  private static final int ESCAPED_BIT = 0x8000;

  private Script() {}

  /**
   * A file of bits. It is in UTF-16 with a byte order mark, which browsers trust before any header:
   * there the units of {@link BitWriter} take two bytes, in UTF-8 three.
   */
  static OutputFile ofBits(String name, BitWriter bits) {
    bits.align();
    byte[] head =
        (BYTE_ORDER_MARK + "annals.receive(\"" + name + "\",\"")
            .getBytes(StandardCharsets.UTF_16LE);
    byte[] tail = "\");\n".getBytes(StandardCharsets.UTF_16LE);
    int escapes = 0;
    for (int i = 0; i < bits.length(); i++) {
      escapes += needsEscape(bits.unit(i)) ? 1 : 0;
    }
    byte[] bytes = new byte[head.length + 2 * (bits.length() + escapes) + tail.length];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).put(head);
    for (int i = 0; i < bits.length(); i++) {
      char unit = bits.unit(i);
      if (needsEscape(unit)) {
        out.putChar(ESCAPE).putChar((char) (unit ^ ESCAPED_BIT));
      } else {
        out.putChar(unit);
      }
    }
    out.put(tail);
    return new OutputFile(IndexFormat.path(name), bytes);
  }

  /** What ends a string literal, what decoders replace or drop, and the escape itself. */
  private static boolean needsEscape(char unit) {
    return Character.isSurrogate(unit)
        || unit == '"'
        || unit == '\\'
        || unit == '\n'
        || unit == '\r'
        || unit == '\u2028'
        || unit == '\u2029'
        || unit == '\0'
        || unit == '\ufeff'
        || unit == '\ufffe'
        || unit == ESCAPE;
  }

  /** A file in UTF-8 that holds a literal. */
  static OutputFile ofLiteral(String name, CharSequence literal) {
    String script = "annals.receive(\"" + name + "\"," + literal + ");\n";
    return new OutputFile(IndexFormat.path(name), script.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends a string literal of ES2017 that no text can break out of. */
  static void appendString(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (isPlain(c)) {
        out.append(c);
      } else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 15, 16));
        }
      }
    }
    out.append('"');
  }

  private static boolean isPlain(char c) {
    return c >= 0x20
        && c != '<'
        && (c < 0x7f || c >= 0xa0)
        && c != '\u2028'
        && c != '\u2029'
        && c != '\ufeff'
        && !Character.isSurrogate(c);
  }
}
