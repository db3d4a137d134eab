package annals.text;

/**
 * A half-open range of a text in UTF-16 code units.
 *
 * @param start 0-based index of the first code unit
 * @param end index just behind the last one; at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public String of(String text) {
    return text.substring(start, end);
  }

  public int length() {
    return end - start;
  }
}
