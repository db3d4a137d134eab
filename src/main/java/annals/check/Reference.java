package annals.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a link written in a file of the site means. */
sealed interface Reference {
  /**
   * To a file of the site.
   *
   * @param path relative to the site's root, decoded
   * @param anchor the id on that page, decoded; empty for the page as a whole
   */
  record ToFile(String path, String anchor) implements Reference {}

  /** To an id on the same page. */
  record ToAnchor(String anchor) implements Reference {}

  /** Away from the site over the network: {@code https://…}, {@code //…}. */
  record ToNetwork() implements Reference {}

  /** Something that is no place: {@code mailto:}, {@code data:}, the top of the page. */
  record ToNothing() implements Reference {}

  /** To a folder, where only a web server finds {@code index.html}. */
  record ToFolder() implements Reference {}

  /** From the server's root, or out of the site. */
  record ToElsewhere() implements Reference {}

  String TEXT_FRAGMENT = ":~:";

  /**
   * Understands a link.
   *
   * @param page the path of the file in which it stands, relative to the site's root
   * @param url as written, entities resolved
   */
  static Reference of(String page, String url) {
    String link = url.strip();
    if (link.startsWith("#")) {
      String anchor = anchor(link);
      return anchor.isEmpty() || anchor.equals("top") ? new ToNothing() : new ToAnchor(anchor);
    }
    if (link.startsWith("//")) {
      return new ToNetwork();
    }
    if (link.startsWith("/")) {
      return new ToElsewhere();
    }
    if (hasScheme(link)) {
      return link.regionMatches(true, 0, "http", 0, 4) || link.regionMatches(true, 0, "ftp", 0, 3)
          ? new ToNetwork()
          : new ToNothing();
    }
    String path = link.split("[?#]", 2)[0];
    if (path.isEmpty() && link.startsWith("?")) {
      return new ToFile(page, anchor(link));
    }
    return resolve(page, path, anchor(link));
  }

  /** Letters, digits, {@code + - .} and then a colon. */
  private static boolean hasScheme(String link) {
    for (int i = 0; i < link.length(); i++) {
      char c = link.charAt(i);
      if (c == ':') {
        return i > 0;
      }
      if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
        return false;
      }
    }
    return false;
  }

  private static Reference resolve(String page, String link, String anchor) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : page.substring(0, page.lastIndexOf('/') + 1).split("/")) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    String last = "";
    for (String segment : decode(link).split("/", -1)) {
      last = segment;
      switch (segment) {
        case "", "." -> {}
        case ".." -> {
          if (segments.pollLast() == null) {
            return new ToElsewhere();
          }
        }
        default -> segments.add(segment);
      }
    }
    return switch (last) {
      case "", ".", ".." -> new ToFolder();
      default -> new ToFile(String.join("/", segments), anchor);
    };
  }

  /** The id that a link asks for, decoded; empty where it asks for none. */
  static String anchor(String link) {
    int at = link.indexOf('#');
    if (at < 0) {
      return "";
    }
    String fragment = link.substring(at + 1);
    int textFragment = fragment.indexOf(TEXT_FRAGMENT);
    return decode(textFragment < 0 ? fragment : fragment.substring(0, textFragment));
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
