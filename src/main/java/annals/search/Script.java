package annals.search;

import annals.output.OutputFile;
import java.nio.charset.StandardCharsets;

/** Scripts that hand data over to {@code search.js}: {@code annals.receive("name",…);}. */
final class Script {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private Script() {}

  /**
   * A file of bits. It is in UTF-16 with a byte order mark, which browsers trust before any header:
   * there the units of {@link BitWriter} take two bytes, in UTF-8 three.
   */
  static OutputFile ofBits(String name, BitWriter bits) {
    byte[] head =
        (BYTE_ORDER_MARK + "annals.receive(\"" + name + "\",\"")
            .getBytes(StandardCharsets.UTF_16LE);
    byte[] units = bits.utf16();
    byte[] tail = "\");\n".getBytes(StandardCharsets.UTF_16LE);
    byte[] bytes = new byte[head.length + units.length + tail.length];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(units, 0, bytes, head.length, units.length);
    System.arraycopy(tail, 0, bytes, head.length + units.length, tail.length);
    return new OutputFile(IndexFormat.path(name), bytes);
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
