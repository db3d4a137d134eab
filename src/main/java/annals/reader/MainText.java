package annals.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Where on a web page the text is that it was made for. */
final class MainText {
  /** What WeChat and the usual portal software call it. */
  private static final String KNOWN =
      "#js_content, .rich_media_content, #UCAP-CONTENT, .TRS_UEDITOR, .TRS_Editor, #zoom, #Zoom, "
          + "#zoomcon, .pages_content, .article-content, .article_content, .view_content";

  private static final int ENOUGH = 200;
  private static final String MARKS = "。，；：！？";

  private MainText() {}

  /** The known container, else the smallest element that holds nearly all sentences; else body. */
  static Element find(Document page) {
    Element body = page.body();
    Map<Element, Integer> weights = weights(body);
    Comparator<Element> byWeight = Comparator.comparingInt(e -> weights.getOrDefault(e, 0));
    Optional<Element> known =
        page.select(KNOWN).stream()
            .filter(element -> element.text().length() >= ENOUGH)
            .max(byWeight);
    if (known.isPresent()) {
      return known.get();
    }
    Element found = body;
    int all = weights.getOrDefault(body, 0);
    while (all > 0) {
      Optional<Element> heaviest = found.children().stream().max(byWeight);
      boolean holds =
          heaviest.filter(child -> weights.getOrDefault(child, 0) * 20 >= all * 19).isPresent();
      if (!holds || !isContainer(heaviest.orElseThrow())) {
        break;
      }
      found = heaviest.orElseThrow();
    }
    return isWholeFile(page) ? body : found;
  }

  /** Word processors export nothing but the text. */
  private static boolean isWholeFile(Document page) {
    return page.select("meta[name=generator]").attr("content").matches("(?i).*(office|word|wps).*");
  }

  /** The heading of the page where it stands outside the main text. */
  static Optional<Element> title(Document page, Element main) {
    return page
        .select("#activity-name, .rich_media_title, h1, .title, #title, .article-title, .con_title")
        .stream()
        .filter(e -> e != main && !e.parents().contains(main) && !main.parents().contains(e))
        .filter(e -> e.text().length() >= 4 && e.text().length() <= 80)
        .findFirst();
  }

  /** The elements beside the main text and beside what it stands in. */
  static List<Element> outside(Element body, Element main) {
    List<Element> outside = new ArrayList<>();
    Element inside = main;
    while (inside != body && inside.parent() != null) {
      for (Node sibling : inside.parent().childNodes()) {
        if (sibling instanceof Element element && element != inside) {
          outside.add(element);
        } else if (sibling instanceof TextNode text && !text.isBlank()) {
          outside.add(new Element("span").text(text.text()));
        }
      }
      inside = inside.parent();
    }
    return outside;
  }

  private static boolean isContainer(Element element) {
    return element.isBlock()
        && !List.of("p", "table", "tr", "td", "li", "ul", "ol").contains(element.normalName());
  }

  /** How many marks of sentences and clauses each element holds that are not in links. */
  private static Map<Element, Integer> weights(Element body) {
    Map<Element, Integer> weights = new IdentityHashMap<>();
    body.traverse(
        new NodeVisitor() {
          private int links;

          @Override
          public void head(Node node, int depth) {
            links += isLink(node) ? 1 : 0;
            if (node instanceof TextNode text
                && links == 0
                && node.parent() instanceof Element parent) {
              int marks =
                  (int) text.getWholeText().chars().filter(c -> MARKS.indexOf(c) >= 0).count();
              weights.merge(parent, marks, Integer::sum);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            links -= isLink(node) ? 1 : 0;
            if (node instanceof Element element && element != body && element.parent() != null) {
              weights.merge(element.parent(), weights.getOrDefault(element, 0), Integer::sum);
            }
          }
        });
    return weights;
  }

  private static boolean isLink(Node node) {
    return node instanceof Element element && element.normalName().equals("a");
  }
}
