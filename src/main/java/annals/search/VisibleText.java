package annals.search;

import annals.report.Block;
import annals.report.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a reader sees of a block, as paragraphs: stretches of text that a match may not leave. An
 * item of a list, a cell of a table and a line of code are paragraphs of their own.
 */
final class VisibleText {
  private VisibleText() {}

  static List<String> paragraphs(Block block) {
    List<String> paragraphs = new ArrayList<>();
    collect(block, paragraphs);
    return List.copyOf(paragraphs);
  }

  private static void collect(Block block, List<String> out) {
    switch (block) {
      case Block.Heading heading -> add(heading.prose(), out);
      case Block.Paragraph paragraph -> add(paragraph.prose(), out);
      case Block.Listing listing ->
          listing.items().forEach(item -> item.forEach(inner -> collect(inner, out)));
      case Block.Quote quote -> quote.blocks().forEach(inner -> collect(inner, out));
      case Block.Table table -> {
        table.head().forEach(cell -> add(cell, out));
        table.rows().forEach(row -> row.forEach(cell -> add(cell, out)));
      }
      case Block.CodeBlock code -> code.literal().lines().forEach(line -> add(line, out));
      case Block.Rule rule -> {}
      case Block.Html html -> {
        for (Node node : Jsoup.parseBodyFragment(html.html()).body().childNodes()) {
          collect(node, out);
        }
      }
    }
  }

  /** Elements that hold blocks are opened; one that holds text alone is a paragraph. */
  private static void collect(Node node, List<String> out) {
    if (node instanceof TextNode text) {
      add(text.text(), out);
    } else if (node instanceof Element element) {
      if (element.children().stream().anyMatch(Element::isBlock)) {
        element.childNodes().forEach(child -> collect(child, out));
      } else {
        add(element.text(), out);
      }
    }
  }

  private static void add(Prose prose, List<String> out) {
    add(prose.text(), out);
  }

  private static void add(String text, List<String> out) {
    if (!text.isBlank()) {
      out.add(clean(text));
    }
  }

  /**
   * The text with what no page can show, characters below the tab (the index uses some of them as
   * separators) and lone surrogates, as U+FFFD.
   */
  static String clean(String text) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c < '\t' || !pair && Character.isSurrogate(c)) {
        if (cleaned == null) {
          cleaned = new StringBuilder(text);
        }
        cleaned.setCharAt(i, '\ufffd');
      } else if (pair) {
        i++;
      }
    }
    return cleaned == null ? text : cleaned.toString();
  }
}
