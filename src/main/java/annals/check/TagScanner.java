package annals.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.parser.Parser;

/**
 * Walks over the start tags of a page and their attributes without building its tree: the quick
 * half of the link check, for every page of a build passes through it. Comments, end tags and the
 * contents of script and style elements are skipped. On pages that a template engine writes it sees
 * what jsoup sees (a test holds one against the other); jsoup reads again whatever page seems
 * amiss.
 */
final class TagScanner {
  private static final Attribute[] ATTRIBUTES = Attribute.values();
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] SCRIPT = ascii("script");
  private static final byte[] STYLE = ascii("style");

  private final byte[] page;
  private int at;

  TagScanner(byte[] page) {
    this.page = page;
  }

  /** The attributes of one start tag that can hold ids or links. */
  static final class Tag {
    private String name = "";
    private final String[] values = new String[ATTRIBUTES.length];

    String name() {
      return name;
    }

    /** The value of an attribute that is looked at. */
    Optional<String> value(String attribute) {
      for (Attribute known : ATTRIBUTES) {
        if (known.name.equals(attribute)) {
          return Optional.ofNullable(values[known.ordinal()]);
        }
      }
      return Optional.empty();
    }
  }

  /** The attributes that are looked at. */
  private enum Attribute {
    ID("id"),
    HREF("href"),
    SRC("src"),
    REL("rel"),
    NAME("name"),
    ACTION("action"),
    DATA("data"),
    SRCSET("srcset"),
    POSTER("poster"),
    XLINK("xlink:href");

    private final String name;
    private final byte[] word;

    Attribute(String name) {
      this.name = name;
      this.word = ascii(name);
    }
  }

  /**
   * Told of every start tag that has one of these attributes. The tag is valid during the call
   * only.
   */
  interface Visitor {
    void tag(Tag tag);
  }

  void visit(Visitor visitor) {
    Tag tag = new Tag();
    while (nextTag()) {
      int nameStart = at;
      while (at < page.length && !isSpace(page[at]) && page[at] != '>' && page[at] != '/') {
        at++;
      }
      int nameEnd = at;
      boolean found = attributes(tag);
      if (found) {
        tag.name = lower(nameStart, nameEnd);
        visitor.tag(tag);
        Arrays.fill(tag.values, null);
      }
      skipRawText(nameStart, nameEnd);
    }
  }

  /** Moves behind the next {@code <} that begins a start tag. */
  private boolean nextTag() {
    while (at < page.length) {
      if (page[at++] != '<' || at >= page.length) {
        continue;
      }
      if (isLetter(page[at])) {
        return true;
      }
      if (page[at] == '!' && startsWith(at + 1, ascii("--"))) {
        int end = indexOf(COMMENT_END, at + 3);
        at = end < 0 ? page.length : end + COMMENT_END.length;
      }
    }
    return false;
  }

  /** Reads attributes up to the end of the tag; whether any of those looked at is among them. */
  private boolean attributes(Tag tag) {
    boolean found = false;
    while (at < page.length && page[at] != '>') {
      if (isSpace(page[at]) || page[at] == '/') {
        at++;
        continue;
      }
      int start = at;
      while (at < page.length && !isSpace(page[at]) && "=>/".indexOf(page[at]) < 0) {
        at++;
      }
      Attribute attribute = attribute(start, at);
      skipSpaces();
      String value = "";
      if (at < page.length && page[at] == '=') {
        at++;
        skipSpaces();
        value = value(attribute != null);
      } else if (at == start) {
        at++;
      }
      if (attribute != null && tag.values[attribute.ordinal()] == null) {
        tag.values[attribute.ordinal()] = value;
        found = true;
      }
    }
    at++;
    return found;
  }

  private String value(boolean wanted) {
    int start = at;
    int end;
    if (at < page.length && (page[at] == '"' || page[at] == '\'')) {
      byte quote = page[at];
      start = ++at;
      while (at < page.length && page[at] != quote) {
        at++;
      }
      end = at++;
    } else {
      while (at < page.length && !isSpace(page[at]) && page[at] != '>') {
        at++;
      }
      end = at;
    }
    if (!wanted) {
      return "";
    }
    String value =
        new String(page, start, Math.min(end, page.length) - start, StandardCharsets.UTF_8);
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  private Attribute attribute(int start, int end) {
    for (Attribute attribute : ATTRIBUTES) {
      if (equals(attribute.word, start, end)) {
        return attribute;
      }
    }
    return null;
  }

  /** Inside script and style nothing is a tag. */
  private void skipRawText(int nameStart, int nameEnd) {
    byte[] name =
        equals(SCRIPT, nameStart, nameEnd)
            ? SCRIPT
            : equals(STYLE, nameStart, nameEnd) ? STYLE : null;
    if (name == null) {
      return;
    }
    while (at < page.length) {
      if (page[at] == '<'
          && at + 1 < page.length
          && page[at + 1] == '/'
          && equals(name, at + 2, Math.min(page.length, at + 2 + name.length))) {
        return;
      }
      at++;
    }
  }

  private boolean equals(byte[] word, int start, int end) {
    if (end - start != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte b = page[start + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWith(int from, byte[] word) {
    return from + word.length <= page.length && equals(word, from, from + word.length);
  }

  private int indexOf(byte[] word, int from) {
    for (int i = from; i + word.length <= page.length; i++) {
      if (startsWith(i, word)) {
        return i;
      }
    }
    return -1;
  }

  private String lower(int start, int end) {
    return new String(page, start, end - start, StandardCharsets.UTF_8)
        .toLowerCase(java.util.Locale.ROOT);
  }

  private void skipSpaces() {
    while (at < page.length && isSpace(page[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
