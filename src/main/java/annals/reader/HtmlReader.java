package annals.reader;

import annals.text.Decoding;
import annals.text.Spaces;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads .html: pages saved from a portal or from WeChat, and what word processors export. */
final class HtmlReader {
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([a-z0-9_-]{2,20})");
  private static final Pattern DATA_PICTURE =
      Pattern.compile("data:image/([a-z0-9.+-]{2,10});base64,(.*)", Pattern.DOTALL);
  private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(?:bold|[6-9]00)");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "head", "iframe", "object", "svg");
  private static final Set<String> CONTROLS =
      Set.of("button", "select", "option", "input", "textarea", "label", "form");

  private final PieceCollector pieces = new PieceCollector();

  private HtmlReader() {}

  static SourceDocument.Structured read(byte[] bytes) {
    return new HtmlReader().document(Jsoup.parse(decode(bytes)));
  }

  static String decode(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(4096, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher stated = CHARSET.matcher(head);
    return Decoding.decode(bytes, stated.find() ? Optional.of(stated.group(1)) : Optional.empty())
        .text();
  }

  private SourceDocument.Structured document(Document page) {
    page.select(String.join(",", UNSEEN)).stream()
        .filter(e -> !e.normalName().equals("head"))
        .forEach(Node::remove);
    for (Element control : page.select(String.join(",", CONTROLS))) {
      if (control.text().length() < 40) {
        drop(control);
      }
    }
    for (Element hidden : page.select("[style~=(?i)display\\s*:\\s*none], [hidden]")) {
      drop(hidden);
    }
    for (Element margin : page.select("div[title=header], div[title=footer]")) {
      pieces.dropped("header", "页眉页脚", margin.text());
      margin.remove();
    }
    Element main = MainText.find(page);
    Optional<Element> heading = MainText.title(page, main);
    heading.ifPresent(
        h -> pieces.paragraph(flow(h.text()), new Style(0, true, h.text().length(), true)));
    for (Element outside : MainText.outside(page.body(), main)) {
      if (heading.filter(h -> h == outside || h.parents().contains(outside)).isEmpty()) {
        pieces.dropped("web-page", "网页上正文以外的文字", outside.text());
      } else {
        String rest = outside.text().replace(heading.orElseThrow().text(), " ");
        pieces.dropped("web-page", "网页上正文以外的文字", rest);
      }
    }
    main.traverse(new Blocks(stated(main), main.select("h1").size() <= 1));
    return pieces.close("html");
  }

  private void drop(Element element) {
    if (element.parent() != null) {
      pieces.dropped("web-page", "网页上看不见的或供操作的文字", element.text());
      element.remove();
    }
  }

  private static boolean stated(Element main) {
    return main.select("h2, h3, h4, h5, h6").stream().anyMatch(h -> !Spaces.isBlank(h.text()));
  }

  /** Text whose line breaks mean nothing: between Chinese characters they are not even a space. */
  private static String flow(String text) {
    return text.replaceAll("(?<=[\\u2e80-\\uffef])[ \\t]*[\\r\\n]+[ \\t]*(?=[\\u2e80-\\uffef])", "")
        .replaceAll("[ \\t\\r\\n\\f]+", " ");
  }

  /** Walks through the main text without recursion and ends a paragraph at every block. */
  private final class Blocks implements NodeVisitor {
    private final boolean stated;

    /** Whether one {@code h1} at most is there, which then is the title. */
    private final boolean onlyOne;

    private final List<Integer> numbers = new ArrayList<>();
    private TypedText text = new TypedText();
    private Element tableSkipped;

    /** The number of a list item whose text has not begun. */
    private String pendingNumber = "";

    Blocks(boolean stated, boolean onlyOne) {
      this.stated = stated;
      this.onlyOne = onlyOne;
    }

    @Override
    public void head(Node node, int depth) {
      if (tableSkipped != null) {
        return;
      }
      if (node instanceof TextNode characters) {
        append(flow(characters.getWholeText()), characters);
        return;
      }
      if (!(node instanceof Element element)) {
        return;
      }
      switch (element.normalName()) {
        case "br" -> text.append("\n", 0, false);
        case "img" -> picture(element);
        case "ol" -> numbers.add(Xml.number(element.attr("start"), 1));
        case "ul" -> numbers.add(null);
        case "table" -> {
          if (isTable(element)) {
            flush(element.parent());
            table(element);
            tableSkipped = element;
          }
        }
        default -> {
          if (element.isBlock()) {
            flush(element.parent());
          }
          if (element.normalName().equals("li")) {
            item();
          }
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node == tableSkipped) {
        tableSkipped = null;
        return;
      }
      if (tableSkipped != null || !(node instanceof Element element)) {
        return;
      }
      if (element.isBlock() || element.normalName().equals("body")) {
        flush(element);
      }
      if (List.of("ol", "ul").contains(element.normalName()) && !numbers.isEmpty()) {
        numbers.removeLast();
      }
    }

    private void item() {
      if (!numbers.isEmpty() && numbers.getLast() != null) {
        long outer = numbers.stream().limit(numbers.size() - 1L).filter(Objects::nonNull).count();
        String number = outer > 0 ? "（" + numbers.getLast() + "）" : numbers.getLast() + ".";
        numbers.set(numbers.size() - 1, numbers.getLast() + 1);
        pieces.found(Finding.What.MADE, "automatic-number", "自动编号写成文字", number);
        pendingNumber = number;
      }
    }

    private void append(String characters, TextNode node) {
      boolean begins = text.length() == 0 || text.last() == '\n';
      String kept = begins && characters.startsWith(" ") ? characters.substring(1) : characters;
      int level = 0;
      boolean title = false;
      Element element = node.parent() instanceof Element parent ? parent : null;
      for (int i = 0; i < 6 && element != null && !element.isBlock(); i++) {
        String style = element.attr("style") + " " + element.attr("face");
        boolean bold =
            List.of("b", "strong").contains(element.normalName()) || BOLD.matcher(style).find();
        int own = TypeLevels.level(style, bold);
        level = level == 0 || (own > 0 && own < level) ? own : level;
        title |= TypeLevels.isTitle(style);
        element = element.parent();
      }
      text.append(kept, level, title);
    }

    private void flush(Element block) {
      if (!Spaces.isBlank(text.text())) {
        String name = block == null ? "" : block.normalName();
        TypedText numbered = new TypedText();
        numbered.append(pendingNumber, text.leadLevel(), false);
        numbered.appendAll(text);
        text = numbered;
        pendingNumber = "";
        pieces.paragraph(text.text(), style(name, block));
      }
      text = new TypedText();
    }

    private Style style(String name, Element block) {
      if (name.matches("h[1-6]")) {
        int level = name.charAt(1) - '0';
        return new Style(level, level == 1 && onlyOne, text.length(), true);
      }
      boolean centred =
          block != null
              && (block.attr("align").equalsIgnoreCase("center")
                  || block.attr("style").matches("(?is).*text-align\\s*:\\s*center.*"));
      return stated ? Style.BODY : text.style(centred);
    }

    private void picture(Element image) {
      Matcher data = DATA_PICTURE.matcher(image.attr("src"));
      String alternative = image.attr("alt");
      if (data.matches()) {
        flush(image.parent());
        try {
          byte[] bytes = Base64.getMimeDecoder().decode(data.group(2));
          String ending = data.group(1).toLowerCase(Locale.ROOT).replaceAll("\\+.*", "");
          pieces.picture(bytes, ending, alternative);
          return;
        } catch (IllegalArgumentException damaged) {
          // said below, as of any picture that is not in the file
        }
      }
      pieces.dropped("linked-picture", "不在文件内的图片，未取", "图片 " + alternative);
    }

    private boolean isTable(Element table) {
      return table.select("table").size() == 1
          && table.select("td p, td div, td li").stream().noneMatch(p -> p.text().length() > 200);
    }

    private void table(Element table) {
      List<List<String>> rows = new ArrayList<>();
      boolean merged = false;
      List<Integer> covered = new ArrayList<>();
      for (Element row : table.select("tr")) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
          pass(cells, covered);
          int span = Math.clamp(Xml.number(cell.attr("colspan"), 1), 1, 60);
          int down = Math.clamp(Xml.number(cell.attr("rowspan"), 1), 1, 1000);
          merged |= span > 1 || down > 1;
          for (int i = 0; i < span; i++) {
            while (covered.size() <= cells.size()) {
              covered.add(0);
            }
            covered.set(cells.size(), down - 1);
            cells.add(i == 0 ? flow(cell.text()) : "");
          }
        }
        pass(cells, covered);
        rows.add(cells);
      }
      if (merged) {
        pieces.found(Finding.What.DOUBTED, "merged-cells", "表格有合并单元格，被合并处留空", "表格");
      }
      pieces.table(rows);
    }

    /**
     * Leaves the columns empty that a cell of a row above reaches into.
     *
     * @param covered how many more rows each column is covered for
     */
    private static void pass(List<String> cells, List<Integer> covered) {
      while (cells.size() < covered.size() && covered.get(cells.size()) > 0) {
        covered.set(cells.size(), covered.get(cells.size()) - 1);
        cells.add("");
      }
    }
  }
}
