package annals.gate;

import java.util.Locale;
import java.util.Set;

/**
 * The visible text of a built page. Inline elements leave no trace in it, as for a reader; blocks
 * are lines.
 */
final class PageText {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
          "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
          "var", "wbr");
  private static final Set<String> UNSEEN = Set.of("script", "style");

  private final String html;
  private final StringBuilder text;

  private PageText(String html) {
    this.html = html;
    this.text = new StringBuilder(html.length());
  }

  static String of(String html) {
    return new PageText(html).read();
  }

  private String read() {
    int at = 0;
    while (at < html.length()) {
      switch (html.charAt(at)) {
        case '<' -> at = tag(at);
        case '&' -> at = entity(at);
        case '\n', '\r' -> {
          text.append(' ');
          at++;
        }
        default -> at = plain(at);
      }
    }
    return text.toString();
  }

  private int plain(int start) {
    int end = start + 1;
    while (end < html.length() && !isSpecial(html.charAt(end))) {
      end++;
    }
    text.append(html, start, end);
    return end;
  }

  private static boolean isSpecial(char c) {
    return c == '<' || c == '&' || c == '\n' || c == '\r';
  }

  private int tag(int at) {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at);
      return end < 0 ? html.length() : end + 3;
    }
    int close = html.indexOf('>', at);
    if (close < 0) {
      return html.length();
    }
    int start = at + 1 < close && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int end = start;
    while (end < close && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    String name = html.substring(start, end).toLowerCase(Locale.ROOT);
    if (!INLINE.contains(name)) {
      text.append('\n');
    }
    if (start == at + 1 && UNSEEN.contains(name)) {
      int over = html.indexOf("</" + name, close);
      return over < 0 ? html.length() : over;
    }
    return close + 1;
  }

  private int entity(int at) {
    int end = html.indexOf(';', at);
    if (end < 0 || end - at > 8) {
      text.append('&');
      return at + 1;
    }
    String name = html.substring(at + 1, end);
    switch (name) {
      case "amp" -> text.append('&');
      case "lt" -> text.append('<');
      case "gt" -> text.append('>');
      case "quot" -> text.append('"');
      case "nbsp" -> text.append(' ');
      case "starf", "bigstar" -> text.append('★');
      default -> number(name);
    }
    return end + 1;
  }

  private void number(String name) {
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      int code =
          name.startsWith("#") ? Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10) : ' ';
      text.appendCodePoint(Character.isValidCodePoint(code) ? code : ' ');
    } catch (NumberFormatException notANumber) {
      text.append(' ');
    }
  }
}
