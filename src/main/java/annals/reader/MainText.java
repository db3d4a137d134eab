package annals.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Where on a web page the text is that it was made for. */
final class MainText {
  /** What WeChat and the usual portal software call it. */
  private static final String KNOWN =
      "#js_content, .rich_media_content, #UCAP-CONTENT, .TRS_UEDITOR, .TRS_Editor, #zoom, #Zoom, "
          + "#zoomcon, .pages_content, .article-content, .article_content, .view_content";

  private static final int ENOUGH = 200;

  private MainText() {}

  /** The known container, else the smallest element that holds nearly all sentences; else body. */
  static Element find(Document page) {
    Element body = page.body();
    Optional<Element> known =
        page.select(KNOWN).stream()
            .filter(element -> element.text().length() >= ENOUGH)
            .max((a, b) -> Integer.compare(weight(a), weight(b)));
    if (known.isPresent()) {
      return known.get();
    }
    Element found = body;
    int all = weight(body);
    while (all > 0) {
      Optional<Element> heaviest =
          found.children().stream().max((a, b) -> Integer.compare(weight(a), weight(b)));
      boolean holds = heaviest.filter(child -> weight(child) * 20 >= all * 19).isPresent();
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

  /** How many sentences and clauses it holds that are no links. */
  private static int weight(Element element) {
    int marks = 0;
    for (TextNode text : element.select("*").textNodes()) {
      boolean link = text.parent() instanceof Element parent && parent.closest("a") != null;
      if (!link) {
        marks += (int) text.text().chars().filter(c -> "。，；：！？".indexOf(c) >= 0).count();
      }
    }
    return marks;
  }
}
