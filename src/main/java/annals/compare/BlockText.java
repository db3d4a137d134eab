package annals.compare;

import annals.report.Block;
import annals.report.Prose;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader sees of a block, as one text: items, quoted blocks and table rows each on a line.
 */
final class BlockText {
  private BlockText() {}

  static String of(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.prose().text();
      case Block.Paragraph paragraph -> paragraph.prose().text();
      case Block.Listing listing ->
          listing.items().stream().map(BlockText::lines).collect(Collectors.joining("\n"));
      case Block.Quote quote -> lines(quote.blocks());
      case Block.Table table ->
          Stream.concat(Stream.of(table.head()), table.rows().stream())
              .map(BlockText::row)
              .collect(Collectors.joining("\n"));
      case Block.CodeBlock code -> code.literal();
      case Block.Rule rule -> "";
      case Block.Html html -> "";
    };
  }

  private static String lines(List<Block> blocks) {
    return blocks.stream().map(BlockText::of).collect(Collectors.joining("\n"));
  }

  private static String row(List<Prose> cells) {
    return cells.stream().map(Prose::text).collect(Collectors.joining("\t"));
  }
}
