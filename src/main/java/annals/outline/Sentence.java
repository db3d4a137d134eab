package annals.outline;

import annals.text.Span;

/**
 * A sentence of a passage or of a run-in heading.
 *
 * @param anchor its id in the page, such as {@code s-1-2-p3-2}
 * @param text its plain text
 * @param span where it stands in the plain text of its passage (or heading)
 */
public record Sentence(String anchor, String text, Span span) {}
