package annals.report;

import annals.text.Span;

/**
 * Stand-off formatting of a {@link Prose}: which part of its plain text is what. Marks nest or
 * follow one another and never cross.
 */
public sealed interface Mark {
  Span span();

  record Strong(Span span) implements Mark {}

  record Emphasis(Span span) implements Mark {}

  record Code(Span span) implements Mark {}

  /** A link; {@code target} as written in the source. */
  record Link(Span span, String target) implements Mark {}

  /** A picture; the span covers its alternative text. */
  record Image(Span span, String target) implements Mark {}

  /** A hard line break in front of the (empty) span. */
  record Break(Span span) implements Mark {}
}
