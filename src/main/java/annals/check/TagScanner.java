package annals.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jsoup.parser.Parser;

/**
 * Goes through the start tags of a page without building a tree, at a tenth of a parser's cost. It
 * follows the rules of HTML for comments, attributes and elements whose content is text; it does
 * not know which tags may stand in which, so it may see tags that a browser drops, never the
 * reverse. Each tag is valid only until the next one.
 */
final class TagScanner implements PageReader.Tag {
  private static final List<String> TEXT_ELEMENTS =
      List.of("script", "style", "title", "textarea", "iframe");

  /** The attributes that hold an id or a link, by the length of their name. */
  private static final List<List<String>> WANTED =
      byLength("id", "href", "src", "name", "action", "data", "srcset", "poster", "xlink:href");

  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";
  private static final String TAG_END = ">";
  private static final int FIELDS = 4;

  private final byte[] html;

  /** For each attribute of the tag: begin and end of its name, begin and end of its value. */
  private int[] attributes = new int[8 * FIELDS];

  private int count;
  private int nameStart;
  private int nameEnd;
  private int at;

  private static List<List<String>> byLength(String... names) {
    int longest = Arrays.stream(names).mapToInt(String::length).max().orElse(0);
    return IntStream.rangeClosed(0, longest)
        .mapToObj(n -> Arrays.stream(names).filter(name -> name.length() == n).toList())
        .toList();
  }

  private TagScanner(byte[] html) {
    this.html = html;
  }

  /** Hands over every start tag that has an id or a link. */
  static void scan(byte[] html, Consumer<PageReader.Tag> tags) {
    TagScanner scanner = new TagScanner(html);
    while (scanner.toNextTag()) {
      if (scanner.readAttributes()) {
        tags.accept(scanner);
      }
      scanner.skipText();
    }
  }

  @Override
  public String name() {
    return nameEnd - nameStart == 1 && html[nameStart] == 'a'
        ? "a"
        : string(nameStart, nameEnd).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean has(String attribute) {
    return find(attribute) >= 0;
  }

  @Override
  public String value(String attribute) {
    int found = find(attribute);
    if (found < 0) {
      return "";
    }
    String value = string(attributes[found + 2], attributes[found + 3]);
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  private int find(String attribute) {
    for (int i = 0; i < count; i++) {
      int length = attributes[i * FIELDS + 1] - attributes[i * FIELDS];
      if (length == attribute.length() && matches(attributes[i * FIELDS], attribute)) {
        return i * FIELDS;
      }
    }
    return -1;
  }

  private boolean matches(int from, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if (lower(html[from + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean toNextTag() {
    while (true) {
      while (at < html.length - 1 && html[at] != '<') {
        at++;
      }
      if (at >= html.length - 1) {
        return false;
      }
      if (isLetter(html[at + 1])) {
        nameStart = at + 1;
        at = nameStart;
        while (at < html.length && !endsName(html[at])) {
          at++;
        }
        nameEnd = at;
        return true;
      } else if (startsWith(at, COMMENT)) {
        at = after(COMMENT_END, at + 2);
      } else if (html[at + 1] == '/' || html[at + 1] == '!' || html[at + 1] == '?') {
        at = after(TAG_END, at);
      } else {
        at++;
      }
    }
  }

  /** Reads up to the tag's end; whether there is an id or a link among its attributes. */
  private boolean readAttributes() {
    boolean wanted = false;
    count = 0;
    while (true) {
      while (at < html.length && (isSpace(html[at]) || html[at] == '/')) {
        at++;
      }
      if (at >= html.length) {
        return false;
      }
      if (html[at] == '>') {
        at++;
        return wanted;
      }
      readAttribute();
      wanted |= isWanted(count - 1);
    }
  }

  private void readAttribute() {
    int start = at++;
    while (at < html.length && !endsName(html[at]) && html[at] != '=') {
      at++;
    }
    int end = at;
    while (at < html.length && isSpace(html[at])) {
      at++;
    }
    int valueStart = end;
    int valueEnd = end;
    if (at < html.length && html[at] == '=') {
      at++;
      while (at < html.length && isSpace(html[at])) {
        at++;
      }
      byte quote = at < html.length ? html[at] : 0;
      boolean quoted = quote == '"' || quote == '\'';
      valueStart = quoted ? ++at : at;
      while (at < html.length
          && (quoted ? html[at] != quote : !isSpace(html[at]) && html[at] != '>')) {
        at++;
      }
      valueEnd = at;
      if (quoted && at < html.length) {
        at++;
      }
    }
    if ((count + 1) * FIELDS > attributes.length) {
      attributes = Arrays.copyOf(attributes, 2 * attributes.length);
    }
    int field = FIELDS * count++;
    attributes[field] = start;
    attributes[field + 1] = end;
    attributes[field + 2] = valueStart;
    attributes[field + 3] = valueEnd;
  }

  private boolean isWanted(int attribute) {
    int start = attributes[attribute * FIELDS];
    int length = attributes[attribute * FIELDS + 1] - start;
    List<String> names = length < WANTED.size() ? WANTED.get(length) : List.of();
    for (String name : names) {
      if (matches(start, name)) {
        return true;
      }
    }
    return false;
  }

  /** After the start tag of an element whose content is text, goes to its end tag. */
  private void skipText() {
    int length = nameEnd - nameStart;
    for (String name : TEXT_ELEMENTS) {
      if (name.length() == length && matches(nameStart, name)) {
        int start = nameStart;
        while (at < html.length && !isEndTag(at, start, length)) {
          at++;
        }
        return;
      }
    }
  }

  private boolean isEndTag(int from, int name, int length) {
    if (html[from] != '<' || from + 2 + length >= html.length || html[from + 1] != '/') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(html[from + 2 + i]) != lower(html[name + i])) {
        return false;
      }
    }
    return endsName(html[from + 2 + length]);
  }

  private int after(String end, int from) {
    for (int i = from; i <= html.length - end.length(); i++) {
      if (startsWith(i, end)) {
        return i + end.length();
      }
    }
    return html.length;
  }

  private boolean startsWith(int from, String text) {
    return from + text.length() <= html.length && matches(from, text);
  }

  private static boolean endsName(byte b) {
    return isSpace(b) || b == '>' || b == '/';
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isLetter(byte b) {
    return lower(b) >= 'a' && lower(b) <= 'z';
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private String string(int from, int to) {
    return new String(html, from, to - from, StandardCharsets.UTF_8);
  }
}
