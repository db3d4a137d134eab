package annals.page;

/**
 * A link. An empty {@code href} means plain text: the page itself, or something that has no page.
 */
public record Link(String text, String href) {
  public static final Link NONE = new Link("", "");

  public static Link plain(String text) {
    return new Link(text, "");
  }
}
