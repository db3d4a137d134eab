package annals.reader;

import annals.text.Spaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads .odt. For one document. */
final class OdtReader {
  private static final int LARGEST = 32 << 20;
  private static final int LARGEST_OF_ALL = 128 << 20;
  private static final int MOST_ENTRIES = 10_000;

  private final Map<String, byte[]> parts;
  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, Element> listStyles = new HashMap<>();
  private final Map<String, NumberedList> lists = new HashMap<>();
  private final PieceCollector pieces = new PieceCollector();
  private final List<String> notes = new ArrayList<>();
  private boolean stated;

  private OdtReader(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  static SourceDocument.Structured read(byte[] bytes) throws IOException, UnreadableException {
    return new OdtReader(parts(bytes)).read();
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws IOException, UnreadableException {
    Map<String, byte[]> parts = new HashMap<>();
    long all = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!name.equals("content.xml")
            && !name.equals("styles.xml")
            && !name.startsWith("Pictures/")) {
          continue;
        }
        byte[] part = zip.readNBytes(LARGEST + 1);
        all += part.length;
        if (part.length > LARGEST || all > LARGEST_OF_ALL || parts.size() > MOST_ENTRIES) {
          throw new UnreadableException(
              "document-too-large",
              "unpacked, " + name + " is larger than 32 MiB",
              "if it is a report at all, save its text as .txt");
        }
        parts.put(name, part);
      }
    }
    if (!parts.containsKey("content.xml")) {
      throw new IOException("there is no content.xml");
    }
    return parts;
  }

  private SourceDocument.Structured read() {
    Document content = Xml.parse(parts.get("content.xml"));
    Optional<Document> sheet = Optional.ofNullable(parts.get("styles.xml")).map(Xml::parse);
    sheet.ifPresent(this::collect);
    collect(content);
    sheet.ifPresent(this::margins);
    Optional<Element> body =
        Xml.all(content, "body").stream().findFirst().flatMap(b -> Xml.child(b, "text"));
    if (body.isPresent()) {
      stated = Xml.all(body.get(), "h").stream().anyMatch(h -> !Spaces.isBlank(h.text()));
      blocks(body.get(), 0, "", 0);
    }
    notes.forEach(note -> pieces.paragraph(note, Style.BODY));
    return pieces.close("odt");
  }

  private void collect(Element root) {
    Xml.all(root, "style").forEach(s -> styles.put(Xml.attribute(s, "name"), s));
    Xml.all(root, "list-style").forEach(s -> listStyles.put(Xml.attribute(s, "name"), s));
  }

  private void margins(Document sheet) {
    Xml.all(sheet, "header").forEach(e -> pieces.dropped("header", "页眉", e.text()));
    Xml.all(sheet, "footer").forEach(e -> pieces.dropped("footer", "页脚", e.text()));
  }

  private void blocks(Element parent, int depth, String list, int listLevel) {
    if (depth > Xml.DEEPEST) {
      return;
    }
    for (Element child : parent.children()) {
      switch (Xml.name(child)) {
        case "p", "h" -> paragraph(child, "");
        case "table" -> table(child);
        case "tracked-changes" -> {
          pieces.dropped("tracked-deletions", "修订中已删除的文字", child.text());
        }
        case "list" -> list(child, depth, list, listLevel);
        case "sequence-decls", "forms", "variable-decls", "user-field-decls" -> {}
        case "table-of-content", "illustration-index" ->
            pieces.dropped("table-of-contents", "自动目录", child.text());
        default -> blocks(child, depth + 1, list, listLevel);
      }
    }
  }

  private void list(Element element, int depth, String outer, int level) {
    String named = Xml.attribute(element, "style-name");
    String name = named.isEmpty() ? outer : named;
    NumberedList numbers =
        lists.computeIfAbsent(name, key -> new NumberedList(levels(listStyles.get(key))));
    if (level == 0
        && !Xml.attribute(element, "continue-numbering").equals("true")
        && Xml.attribute(element, "continue-list").isEmpty()) {
      numbers = new NumberedList(levels(listStyles.get(name)));
      lists.put(name, numbers);
    }
    for (Element item : element.children()) {
      boolean numbered = Xml.name(item).equals("list-item");
      for (Element child : item.children()) {
        switch (Xml.name(child)) {
          case "p", "h" -> {
            boolean blank = Spaces.isBlank(child.text());
            int start = Xml.number(Xml.attribute(item, "start-value"), -1);
            if (start >= 0 && numbered) {
              numbers.restart(level, start);
            }
            paragraph(child, numbered && !blank ? numbers.next(level) : "");
            numbered = false;
          }
          case "list" -> {
            if (depth < Xml.DEEPEST) {
              list(child, depth + 1, name, level + 1);
            }
          }
          default -> blocks(child, depth + 1, name, level);
        }
      }
    }
  }

  private static List<NumberedList.Level> levels(Element style) {
    List<NumberedList.Level> levels = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      levels.add(new NumberedList.Level(NumberFormat.NONE, "", 1, false));
    }
    if (style != null) {
      for (Element level : style.children()) {
        int index = Xml.number(Xml.attribute(level, "level"), 0) - 1;
        if (index >= 0 && index < levels.size()) {
          levels.set(index, level(level, index));
        }
      }
    }
    return levels;
  }

  private static NumberedList.Level level(Element level, int index) {
    NumberFormat format =
        Xml.name(level).equals("list-level-style-number")
            ? NumberFormat.of(level.attr("style:num-format"))
            : NumberFormat.BULLET;
    String text = level.attr("loext:num-list-format");
    if (text.isEmpty()) {
      text = level.attr("style:num-list-format");
    }
    if (text.isEmpty()) {
      int shown = Math.max(1, Xml.number(level.attr("text:display-levels"), 1));
      StringBuilder all = new StringBuilder(level.attr("style:num-prefix"));
      for (int i = Math.max(0, index - shown + 1); i <= index; i++) {
        all.append('%').append(i + 1).append(i < index ? "." : "");
      }
      text = all.append(level.attr("style:num-suffix")).toString();
    } else {
      text = text.replaceAll("%([0-9])%", "%$1");
    }
    return new NumberedList.Level(
        format, text, Xml.number(level.attr("text:start-value"), 1), false);
  }

  private void paragraph(Element element, String number) {
    String style = Xml.attribute(element, "style-name");
    TypedText text = new TypedText();
    if (!number.isEmpty()) {
      pieces.found(Finding.What.MADE, "automatic-number", "自动编号写成文字", number);
    }
    text.append(number, level(style), isTitle(style));
    List<Element> frames = new ArrayList<>();
    inline(element, style, text, frames, 0);
    pieces.paragraph(text.text(), look(element, style, text));
    frames.forEach(this::frame);
  }

  private Style look(Element element, String style, TypedText text) {
    if (Xml.name(element).equals("h")) {
      int level = Xml.number(Xml.attribute(element, "outline-level"), 1);
      return new Style(Math.min(9, level), false, text.length(), true);
    }
    boolean title = chain(style).stream().anyMatch(s -> Xml.attribute(s, "name").equals("Title"));
    Style look = text.style(property(style, "paragraph-properties", "text-align").equals("center"));
    return stated || title ? new Style(0, title || look.title(), 0, false) : look;
  }

  private void inline(
      Element parent, String style, TypedText text, List<Element> frames, int depth) {
    if (depth > Xml.DEEPEST) {
      return;
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode characters) {
        text.append(
            characters.getWholeText().replaceAll("[ \\t\\r\\n]+", " "),
            level(style),
            isTitle(style));
      } else if (node instanceof Element child) {
        switch (Xml.name(child)) {
          case "s" ->
              text.append(
                  " ".repeat(Math.clamp(Xml.number(Xml.attribute(child, "c"), 1), 1, 200)),
                  0,
                  false);
          case "tab" -> text.append(" ", level(style), isTitle(style));
          case "line-break" -> text.append("\n", level(style), isTitle(style));
          case "note" -> note(child, text);
          case "frame", "custom-shape" -> frames.add(child);
          case "annotation" -> pieces.dropped("comments", "批注", child.text());
          case "span" -> {
            String own = Xml.attribute(child, "style-name");
            inline(child, own.isEmpty() ? style : own + "|" + style, text, frames, depth + 1);
          }
          default -> inline(child, style, text, frames, depth + 1);
        }
      }
    }
  }

  private void note(Element note, TypedText text) {
    String mark = "［" + (notes.size() + 1) + "］";
    text.append(mark, 0, false);
    pieces.found(Finding.What.MADE, "note-mark", "脚注标记写成文字，注文移到文末", mark);
    notes.add(mark + Xml.child(note, "note-body").map(Element::text).orElse(""));
  }

  private void frame(Element frame) {
    String description =
        Xml.child(frame, "desc").or(() -> Xml.child(frame, "title")).map(Element::text).orElse("");
    for (Element image : Xml.children(frame, "image")) {
      String name = Xml.attribute(image, "href");
      byte[] bytes = parts.get(name);
      if (bytes == null) {
        pieces.dropped("linked-picture", "不在文件内的图片，未取", "图片 " + description);
      } else {
        pieces.picture(bytes, name.substring(name.lastIndexOf('.') + 1), description);
      }
    }
    Xml.child(frame, "text-box").ifPresent(box -> pieces.dropped("text-box", "文本框", box.text()));
  }

  private void table(Element table) {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : Xml.all(table, "table-row")) {
      List<String> cells = new ArrayList<>();
      for (Element cell : row.children()) {
        int repeated = Xml.number(Xml.attribute(cell, "number-columns-repeated"), 1);
        for (int i = 0; i < Math.clamp(repeated, 1, 60); i++) {
          cells.add(cell.text());
        }
      }
      rows.add(cells);
    }
    if (!Xml.all(table, "covered-table-cell").isEmpty()) {
      pieces.found(Finding.What.DOUBTED, "merged-cells", "表格有合并单元格，被合并处留空", "表格");
    }
    pieces.table(rows);
  }

  private int level(String style) {
    String font = property(style, "text-properties", "font-name-asian");
    boolean bold = property(style, "text-properties", "font-weight-asian").equals("bold");
    return TypeLevels.level(font, bold);
  }

  private boolean isTitle(String style) {
    return TypeLevels.isTitle(property(style, "text-properties", "font-name-asian"));
  }

  /** A property of a chain of styles, the innermost first, parted by bars. */
  private String property(String style, String group, String name) {
    for (String one : style.split("\\|")) {
      for (Element element : chain(one)) {
        String value = Xml.child(element, group).map(p -> Xml.attribute(p, name)).orElse("");
        if (!value.isEmpty()) {
          return value;
        }
      }
    }
    return "";
  }

  private List<Element> chain(String style) {
    List<Element> chain = new ArrayList<>();
    Element element = styles.get(style);
    while (element != null && chain.size() < 20) {
      chain.add(element);
      element = styles.get(Xml.attribute(element, "parent-style-name"));
    }
    return chain;
  }
}
