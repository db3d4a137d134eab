package annals.text;

/**
 * A year or a span of years named in a text.
 *
 * @param span where it stands
 * @param from the first year
 * @param to the last year; equal to {@code from} for a single one
 */
public record YearMention(Span span, int from, int to) {
  public boolean isRange() {
    return to > from;
  }
}
