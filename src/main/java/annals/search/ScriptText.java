package annals.search;

/**
 * Builds a script that hands data over: {@code annals.receive("name",…);}. In UTF-16 with a byte
 * order mark, which every browser trusts before any header, since two bytes a character are what
 * Chinese text and {@link BitWriter}'s units need.
 */
final class ScriptText {
  private final StringBuilder script = new StringBuilder("annals.receive(");
  private boolean first = true;

  ScriptText(String name) {
    string(name);
  }

  ScriptText string(CharSequence text) {
    separate();
    appendLiteral(text, script);
    return this;
  }

  ScriptText number(int number) {
    separate();
    script.append(number);
    return this;
  }

  ScriptText numbers(int[] numbers) {
    separate();
    script.append('[');
    for (int i = 0; i < numbers.length; i++) {
      script.append(i == 0 ? "" : ",").append(numbers[i]);
    }
    script.append(']');
    return this;
  }

  /** What a {@link BitWriter} has written. */
  ScriptText units(CharSequence units) {
    separate();
    script.append('"').append(units).append('"');
    return this;
  }

  byte[] utf16() {
    script.append(");\n");
    byte[] bytes = new byte[2 + 2 * script.length()];
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xfe;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      bytes[2 + 2 * i] = (byte) c;
      bytes[3 + 2 * i] = (byte) (c >> 8);
    }
    return bytes;
  }

  private void separate() {
    if (first) {
      first = false;
    } else {
      script.append(',');
    }
  }

  /** A string literal of ES2017 that no text can break out of, a script element's end included. */
  static void appendLiteral(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c == '<') {
        out.append('\\').append(c);
      } else if (c < 0x20
          || c >= 0x7f && c < 0xa0
          || c == '\u2028'
          || c == '\u2029'
          || c == '\ufeff'
          || Character.isSurrogate(c)) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 15, 16));
        }
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
