package annals.gate;

import annals.text.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The visible text of a built page. Inline elements leave no trace in it, as for a reader; blocks
 * are lines. Reads the page's UTF-8 as it is: most of a page is markup, which is not worth
 * decoding.
 */
final class PageText {
  private static final long[] INLINE =
      names(
          "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub"
              + " sup time u var wbr");
  private static final long[] UNSEEN = names("script style");
  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");

  /** Names of elements that matter here are no longer. */
  private static final int LONGEST_NAME = 8;

  private static final int LONGEST_ENTITY = 8;

  private final byte[] html;
  private final Utf8Buffer text;

  private PageText(byte[] html) {
    this.html = html;
    this.text = new Utf8Buffer(html.length / 2);
  }

  /**
   * @param html in UTF-8
   */
  static String of(byte[] html) {
    return new PageText(html).read();
  }

  private static long[] names(String names) {
    return Stream.of(names.split(" "))
        .map(PageText::ascii)
        .mapToLong(name -> name(name, 0, name.length))
        .sorted()
        .toArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A name in lower case as one number; 0 for one that is longer than all that matter. */
  private static long name(byte[] from, int start, int end) {
    if (end - start > LONGEST_NAME) {
      return 0;
    }
    long name = 0;
    for (int i = start; i < end; i++) {
      name = name << Byte.SIZE | Character.toLowerCase(from[i]) & 0xff;
    }
    return name;
  }

  private String read() {
    int at = 0;
    while (at < html.length) {
      switch (html[at]) {
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
    while (end < html.length && !isSpecial(html[end])) {
      end++;
    }
    text.append(html, start, end);
    return end;
  }

  private static boolean isSpecial(byte b) {
    return b == '<' || b == '&' || b == '\n' || b == '\r';
  }

  private int tag(int at) {
    if (startsWith(COMMENT, at)) {
      int end = find(COMMENT_END, at);
      return end < 0 ? html.length : end + COMMENT_END.length;
    }
    int close = find('>', at, html.length);
    if (close < 0) {
      return html.length;
    }
    int start = at + 1 < close && html[at + 1] == '/' ? at + 2 : at + 1;
    int end = start;
    while (end < close && isLetterOrDigit(html[end])) {
      end++;
    }
    long name = name(html, start, end);
    if (Arrays.binarySearch(INLINE, name) < 0) {
      text.append('\n');
    }
    if (start == at + 1 && Arrays.binarySearch(UNSEEN, name) >= 0) {
      byte[] endTag = ascii("</" + new String(html, start, end - start, StandardCharsets.US_ASCII));
      int over = find(endTag, close);
      return over < 0 ? html.length : over;
    }
    return close + 1;
  }

  private static boolean isLetterOrDigit(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }

  private boolean startsWith(byte[] what, int at) {
    return at + what.length <= html.length
        && Arrays.equals(html, at, at + what.length, what, 0, what.length);
  }

  private int find(byte[] what, int from) {
    for (int i = from; i + what.length <= html.length; i++) {
      if (html[i] == what[0] && startsWith(what, i)) {
        return i;
      }
    }
    return -1;
  }

  private int find(char ascii, int from, int to) {
    for (int i = from; i < to; i++) {
      if (html[i] == ascii) {
        return i;
      }
    }
    return -1;
  }

  private int entity(int at) {
    int end = find(';', at, Math.min(html.length, at + LONGEST_ENTITY + 1));
    if (end < 0) {
      text.append('&');
      return at + 1;
    }
    String name = new String(html, at + 1, end - at - 1, StandardCharsets.UTF_8);
    switch (name) {
      case "amp" -> text.append('&');
      case "lt" -> text.append('<');
      case "gt" -> text.append('>');
      case "quot" -> text.append('"');
      case "nbsp" -> text.append(' ');
      case "starf", "bigstar" -> text.append("★");
      default -> number(name);
    }
    return end + 1;
  }

  private void number(String name) {
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      int code =
          name.startsWith("#") ? Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10) : ' ';
      text.append(Character.isValidCodePoint(code) ? Character.toString(code) : " ");
    } catch (NumberFormatException notANumber) {
      text.append(' ');
    }
  }
}
