package annals.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A running text and where it begins in its file.
 *
 * @param line 1-based
 * @param column 1-based column of its first character, as far as it can be told without the markup
 */
public record PlacedProse(Prose prose, int line, int column) {
  /** All running text of a block, in reading order. */
  public static Stream<PlacedProse> in(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          Stream.of(new PlacedProse(heading.prose(), heading.line(), heading.level() + 2));
      case Block.Paragraph paragraph ->
          Stream.of(new PlacedProse(paragraph.prose(), paragraph.line(), 1));
      case Block.Listing list ->
          list.items().stream().flatMap(List::stream).flatMap(PlacedProse::in);
      case Block.Quote quote -> quote.blocks().stream().flatMap(PlacedProse::in);
      case Block.Table table ->
          Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream))
              .map(cell -> new PlacedProse(cell, table.line(), 1));
      case Block.CodeBlock code -> Stream.empty();
      case Block.Rule rule -> Stream.empty();
      case Block.Html html -> Stream.empty();
    };
  }
}
