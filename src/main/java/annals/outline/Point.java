package annals.outline;

import annals.text.Span;

/**
 * A unit of thought below the section: 一是…, 第一，… or 1.… inside a passage.
 *
 * @param mark the words that open it, such as 一是
 * @param lead its first sentence without the mark and the full stop
 * @param span from the mark to the next point or the passage's end
 */
public record Point(String mark, String lead, Span span) {}
