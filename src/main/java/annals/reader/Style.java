package annals.reader;

/**
 * What the look of a paragraph says about its part in the document. These are hints: numbers in the
 * text weigh more.
 *
 * @param level 1 to 9 for a heading, 0 for none
 * @param title whether it looks like the title of the whole
 * @param lead how many characters at its beginning are set in the type of a heading while the rest
 *     is not; 0 for none, the paragraph's length where all of it is
 * @param stated whether the level comes from a heading style or an outline level, not from type
 */
public record Style(int level, boolean title, int lead, boolean stated) {
  public static final Style BODY = new Style(0, false, 0, false);

  /** A heading by its style, as HTML's {@code h2} is. */
  public static Style heading(int level, int length) {
    return new Style(level, false, length, true);
  }
}
