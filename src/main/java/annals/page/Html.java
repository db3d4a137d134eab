package annals.page;

/** Finished markup: everything in it is escaped, and templates print it as it is. */
public record Html(String markup) {
  public static final Html EMPTY = new Html("");

  public boolean isEmpty() {
    return markup.isEmpty();
  }

  /** The markup itself, which is what a template's {@code raw} filter prints. */
  @Override
  public String toString() {
    return markup;
  }
}
