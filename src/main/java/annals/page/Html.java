package annals.page;

import java.nio.charset.StandardCharsets;

/**
 * Finished markup: everything in it is escaped, and templates print it as it is. It is held as
 * UTF-8, the form in which it leaves. Immutable.
 */
public final class Html {
  public static final Html EMPTY = new Html(new byte[0]);

  private final byte[] utf8;

  /**
   * @param utf8 kept as it is; not to be changed afterwards
   */
  Html(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Text as markup, for content and for quoted attribute values. */
  public static String escaped(String text) {
    return text.chars().noneMatch(c -> Markup.isEscaped((char) c))
        ? text
        : new Markup().text(text).html().toString();
  }

  public boolean isEmpty() {
    return utf8.length == 0;
  }

  /** The markup as bytes; not to be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** The markup itself. */
  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
