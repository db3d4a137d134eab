package annals.page;

import annals.outline.Passage;
import annals.outline.Sentence;
import annals.report.Block;
import annals.report.Prose;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes the blocks of a body: paragraphs, lists, tables, quotations. */
final class BlockMarkup {
  private final Labels labels;
  private final ProseMarkup prose;

  BlockMarkup(Labels labels) {
    this(labels, Addresses.WEB);
  }

  BlockMarkup(Labels labels, Addresses addresses) {
    this(labels, new ProseMarkup(labels, addresses));
  }

  BlockMarkup(Labels labels, ProseMarkup prose) {
    this.labels = labels;
    this.prose = prose;
  }

  /** Writes a passage with its anchor and, if it is a paragraph, its sentences. */
  void passage(Markup out, Passage passage, BiConsumer<Markup, Sentence> before) {
    switch (passage.block()) {
      case Block.Paragraph paragraph -> {
        out.raw("<p id=\"").text(passage.anchor()).raw("\">");
        prose.write(out, paragraph.prose(), passage.sentences(), before);
        out.raw("</p>\n");
      }
      case Block.Table table -> {
        out.raw("<div class=\"scroll\"")
            .attribute("id", passage.anchor())
            .raw(" role=\"region\" tabindex=\"0\"")
            .attribute("aria-label", labels.text("report.table"))
            .raw(">\n");
        table(out, table);
        out.raw("</div>\n");
      }
      case Block.Heading heading -> anchored(out, passage.anchor(), heading);
      case Block.Listing listing -> anchored(out, passage.anchor(), listing);
      case Block.Quote quote -> anchored(out, passage.anchor(), quote);
      case Block.CodeBlock code -> anchored(out, passage.anchor(), code);
      case Block.Rule rule -> anchored(out, passage.anchor(), rule);
      case Block.Html html -> anchored(out, passage.anchor(), html);
    }
  }

  /** Writes a block that has no anchor on its page. */
  void unanchored(Markup out, Block block) {
    block(out, block);
  }

  private void anchored(Markup out, String anchor, Block block) {
    out.raw("<div class=\"block\"").attribute("id", anchor).raw(">\n");
    block(out, block);
    out.raw("</div>\n");
  }

  private void block(Markup out, Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> paragraph(out, paragraph.prose());
      case Block.Heading heading -> paragraph(out, heading.prose());
      case Block.Listing listing -> listing(out, listing);
      case Block.Quote quote -> {
        out.raw("<blockquote>\n");
        quote.blocks().forEach(inner -> block(out, inner));
        out.raw("</blockquote>\n");
      }
      case Block.Table table -> table(out, table);
      case Block.CodeBlock code ->
          out.raw("<pre tabindex=\"0\"><code>").text(code.literal()).raw("</code></pre>\n");
      case Block.Rule rule -> out.raw("<hr>\n");
      case Block.Html html -> out.raw(html.html()).raw("\n");
    }
  }

  private void paragraph(Markup out, Prose text) {
    out.raw("<p>");
    prose.write(out, text);
    out.raw("</p>\n");
  }

  private void listing(Markup out, Block.Listing listing) {
    out.raw(listing.ordered() ? "<ol" : "<ul");
    if (listing.ordered() && listing.start() != 1) {
      out.attribute("start", Integer.toString(listing.start()));
    }
    out.raw(">\n");
    for (List<Block> item : listing.items()) {
      out.raw("<li>");
      item.forEach(inner -> block(out, inner));
      out.raw("</li>\n");
    }
    out.raw(listing.ordered() ? "</ol>\n" : "</ul>\n");
  }

  private void table(Markup out, Block.Table table) {
    out.raw("<table>\n<thead><tr>");
    row(out, table.head(), table.alignments(), "th scope=\"col\"", "th");
    out.raw("</tr></thead>\n<tbody>\n");
    for (List<Prose> row : table.rows()) {
      out.raw("<tr>");
      row(out, row, table.alignments(), "td", "td");
      out.raw("</tr>\n");
    }
    out.raw("</tbody>\n</table>\n");
  }

  private void row(
      Markup out, List<Prose> cells, List<Block.Alignment> alignments, String open, String close) {
    for (int i = 0; i < cells.size(); i++) {
      Block.Alignment alignment = i < alignments.size() ? alignments.get(i) : Block.Alignment.NONE;
      out.raw("<").raw(open).raw(alignmentClass(alignment)).raw(">");
      prose.write(out, cells.get(i));
      out.raw("</").raw(close).raw(">");
    }
  }

  private static String alignmentClass(Block.Alignment alignment) {
    return switch (alignment) {
      case NONE, LEFT -> "";
      case CENTER -> " class=\"center\"";
      case RIGHT -> " class=\"right\"";
    };
  }
}
