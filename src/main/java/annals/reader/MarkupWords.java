package annals.reader;

import java.util.EnumSet;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a page or of a part of an office file, whatever they are there for.
 *
 * @param text a line for each paragraph and for each row of a table; of a part without paragraphs,
 *     as the properties are, for each element
 */
record MarkupWords(String text, Set<WholeText.Hidden> hidden) {
  private static final Set<String> PARAGRAPHS = Set.of("p", "h", "div", "body");
  private static final Set<String> LINES =
      Set.of(
          "p",
          "h",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "dt",
          "dd",
          "pre",
          "br",
          "cr",
          "line-break",
          "table",
          "tbl",
          "title",
          "meta",
          "option",
          "comment",
          "annotation");
  private static final Set<String> CELLS = Set.of("tc", "table-cell", "td", "th");
  private static final Set<String> ROWS = Set.of("tr", "table-row");

  static MarkupWords of(Document document) {
    boolean written = document.stream().anyMatch(element -> PARAGRAPHS.contains(Xml.name(element)));
    Collector collector = new Collector(!written);
    document.traverse(collector);
    return new MarkupWords(collector.text.toString(), collector.hidden);
  }

  private static final class Collector implements NodeVisitor {
    private final boolean eachElement;
    private final StringBuilder text = new StringBuilder();
    private final Set<WholeText.Hidden> hidden = EnumSet.noneOf(WholeText.Hidden.class);
    private int cells;

    Collector(boolean eachElement) {
      this.eachElement = eachElement;
    }

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case DataNode script -> {}
        case Comment comment -> text.append('\n').append(comment.getData()).append('\n');
        case TextNode words -> text.append(words.getWholeText().replaceAll("[\r\n]+", " "));
        case Element element -> begins(element);
        default -> {}
      }
    }

    private void begins(Element element) {
      String name = Xml.name(element);
      if (CELLS.contains(name)) {
        cells++;
        text.append('|');
      } else if (name.equals("tab") || name.equals("s")) {
        text.append(' ');
      } else {
        ends(name);
      }
      switch (name) {
        case "meta" -> text.append(element.attr("content"));
        case "comment", "annotation" -> notes(element, WholeText.Hidden.COMMENTS);
        case "delText", "deletion" -> notes(element, WholeText.Hidden.DELETED_TEXT);
        default -> {}
      }
    }

    private void notes(Element element, WholeText.Hidden what) {
      if (element.hasText()) {
        hidden.add(what);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = Xml.name(element);
        if (CELLS.contains(name)) {
          cells--;
        } else if (ROWS.contains(name)) {
          text.append("|\n");
        } else {
          ends(name);
        }
      }
    }

    /** Inside a cell paragraphs stay in its line. */
    private void ends(String name) {
      boolean begun = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
      if (begun && (eachElement || LINES.contains(name))) {
        text.append(cells > 0 ? ' ' : '\n');
      }
    }
  }
}
