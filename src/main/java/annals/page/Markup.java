package annals.page;

import annals.text.Utf8Buffer;

/**
 * Builds markup by appending, with escaping. Not safe for several threads; make one for each page.
 */
final class Markup {
  private final Utf8Buffer out;

  Markup() {
    this(1024);
  }

  Markup(int capacity) {
    out = new Utf8Buffer(capacity);
  }

  /** Appends markup as it is. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  Markup raw(Html markup) {
    out.append(markup.utf8());
    return this;
  }

  Markup raw(int number) {
    out.append(number);
    return this;
  }

  /** Appends text, escaped for content and for quoted attribute values. */
  Markup text(String text) {
    return text(text, 0, text.length());
  }

  Markup text(String text, int from, int to) {
    int done = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= '>' || c == '\u007f') {
        String escape = escape(c);
        if (escape != null) {
          out.append(text, done, i).append(escape);
          done = i + 1;
        }
      }
    }
    out.append(text, done, to);
    return this;
  }

  /** Appends {@code name="value"}. */
  Markup attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    return text(value).raw("\"");
  }

  /** Appends a link; plain text if it has no address. */
  Markup link(Link link) {
    if (link.href().isEmpty()) {
      return text(link.text());
    }
    return raw("<a").attribute("href", link.href()).raw(">").text(link.text()).raw("</a>");
  }

  Html html() {
    return out.isEmpty() ? Html.EMPTY : new Html(out.toBytes());
  }

  /** Whether a character cannot stand in markup as it is. */
  static boolean isEscaped(char c) {
    return (c <= '>' || c == '\u007f') && escape(c) != null;
  }

  private static String escape(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\t', '\n', '\r' -> null;
      // What HTML cannot carry is shown as missing rather than dropped.
      default -> c < ' ' || c == '\u007f' ? "\ufffd" : null;
    };
  }
}
