package annals.reader;

import annals.text.Spaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads .docx. For one document. */
final class WordReader {
  private static final int LITTLE_TEXT = 40;

  private final WordFile file;
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final PieceCollector pieces = new PieceCollector();
  private final Map<String, Integer> noteMarks = new LinkedHashMap<>();
  private final List<Element> boxes = new ArrayList<>();
  private boolean stated;
  private String merged = "";
  private String number = "";
  private int insertions;

  private WordReader(WordFile file) throws IOException, OpenXML4JException, UnreadableException {
    this.file = file;
    this.styles = new WordStyles(first(file.related("styles")));
    this.numbering = new WordNumbering(first(file.related("numbering")));
  }

  static SourceDocument.Structured read(byte[] bytes)
      throws IOException, OpenXML4JException, UnreadableException {
    try (WordFile file = WordFile.open(bytes)) {
      return new WordReader(file).read();
    }
  }

  private static Optional<Element> first(List<Document> documents) {
    return documents.stream().findFirst().map(Element.class::cast);
  }

  private SourceDocument.Structured read()
      throws IOException, OpenXML4JException, UnreadableException {
    Document document = file.body();
    Optional<Element> body = Xml.all(document, "body").stream().findFirst();
    if (body.isPresent()) {
      stated = Xml.all(body.get(), "p").stream().anyMatch(p -> statedLevel(p) > 0);
      blocks(body.get(), 0);
    }
    boxes();
    notes("footnotes", "footnote");
    notes("endnotes", "endnote");
    margins("header", "页眉");
    margins("footer", "页脚");
    for (Document comments : file.related("comments")) {
      pieces.dropped("comments", "批注", comments.text());
    }
    if (insertions > 0) {
      pieces.found(
          Finding.What.DOUBTED, "tracked-changes", "有未接受的修订，按全部接受读取，共插入" + insertions + "处", "修订");
    }
    if (file.hasMacros()) {
      pieces.dropped("macros", "宏，不读取也不运行", "宏");
    }
    return pieces.close("docx");
  }

  private int statedLevel(Element paragraph) {
    Optional<Element> properties = Xml.child(paragraph, "pPr");
    int own = properties.map(WordStyles::outlineLevel).orElse(-1);
    return own >= 0
        ? own
        : styles.paragraph(properties.map(p -> Xml.value(p, "pStyle")).orElse("")).level();
  }

  private void blocks(Element parent, int depth) throws IOException, OpenXML4JException {
    if (depth > Xml.DEEPEST) {
      return;
    }
    for (Element child : parent.children()) {
      if (pieces.isFull()) {
        return;
      }
      switch (Xml.name(child)) {
        case "p" -> paragraph(child);
        case "tbl" -> table(child);
        case "sectPr", "sdtPr", "sdtEndPr", "pPr" -> {}
        case "del", "moveFrom" -> pieces.dropped("tracked-deletions", "修订中已删除的文字", child.text());
        default -> blocks(child, depth + 1);
      }
    }
  }

  private void paragraph(Element element) throws IOException, OpenXML4JException {
    Optional<Element> properties = Xml.child(element, "pPr");
    String styleId = properties.map(p -> Xml.value(p, "pStyle")).orElse("");
    if (styles.isContents(styleId)) {
      pieces.dropped("table-of-contents", "自动目录", element.text());
      return;
    }
    WordStyles.WordStyle style = styles.paragraph(styleId);
    WordParagraph paragraph = inline(element, style.type());
    String text = paragraph.text();
    Optional<Element> list = properties.flatMap(p -> Xml.child(p, "numPr")).or(style::list);
    boolean begins = merged.isEmpty();
    if (begins && list.isPresent() && !Spaces.isBlank(text)) {
      number = numbering.next(list.get());
      pieces.found(Finding.What.MADE, "automatic-number", "自动编号写成文字", number);
    }
    text = merged + text;
    if (properties.flatMap(p -> Xml.descendant(p, "rPr", "del")).isPresent()) {
      merged = text;
      return;
    }
    merged = "";
    boolean centred =
        properties
            .filter(p -> Xml.child(p, "jc").isPresent())
            .map(WordStyles::isCentred)
            .orElse(style.centred());
    pieces.paragraph(number + text, look(paragraph, style, statedLevel(element), centred));
    number = "";
    for (WordParagraph.Picture picture : paragraph.pictures()) {
      picture(picture);
    }
  }

  private WordParagraph inline(Element element, WordType type)
      throws IOException, OpenXML4JException {
    WordParagraph paragraph = new WordParagraph(file, styles, type, noteMarks);
    paragraph.read(element);
    pieces.dropped("tracked-deletions", "修订中已删除的文字", paragraph.deleted());
    pieces.dropped("hidden-text", "隐藏文字", paragraph.hidden());
    insertions += paragraph.inserted().isEmpty() ? 0 : 1;
    boxes.addAll(paragraph.boxes());
    return paragraph;
  }

  private Style look(
      WordParagraph paragraph, WordStyles.WordStyle style, int statedLevel, boolean centred) {
    TypedText typed = paragraph.typed();
    boolean title = style.title() || (centred && typed.looksLikeTitle());
    if (stated) {
      int length = number.length() + typed.length();
      return new Style(statedLevel, title, statedLevel > 0 ? length : 0, statedLevel > 0);
    }
    Style look = typed.style(centred);
    int lead = look.lead() > 0 ? number.length() + look.lead() : 0;
    return new Style(look.level(), title, lead, false);
  }

  private void picture(WordParagraph.Picture picture) {
    if (picture.embedded().isPresent()) {
      WordFile.Embedded embedded = picture.embedded().get();
      pieces.picture(embedded.bytes(), embedded.ending(), picture.description());
    } else {
      pieces.dropped("linked-picture", "链接在文件之外的图片，未取", "图片 " + picture.description());
    }
  }

  private void table(Element table) throws IOException, OpenXML4JException {
    List<List<String>> rows = new ArrayList<>();
    List<WordParagraph.Picture> pictures = new ArrayList<>();
    boolean mergedCells = false;
    for (Element row : below(table, "tr")) {
      List<String> cells = new ArrayList<>();
      for (Element cell : below(row, "tc")) {
        Optional<Element> properties = Xml.child(cell, "tcPr");
        int span = properties.map(p -> Xml.number(Xml.value(p, "gridSpan"), 1)).orElse(1);
        StringBuilder text = new StringBuilder();
        for (Element paragraph : Xml.all(cell, "p")) {
          cellText(paragraph, text, pictures);
        }
        cells.add(text.toString());
        mergedCells |= span > 1 || properties.flatMap(p -> Xml.child(p, "vMerge")).isPresent();
        for (int i = 1; i < Math.min(span, 60); i++) {
          cells.add("");
        }
      }
      rows.add(cells);
    }
    if (mergedCells) {
      pieces.found(Finding.What.DOUBTED, "merged-cells", "表格有合并单元格，被合并处留空", "表格");
    }
    pieces.table(rows);
    pictures.forEach(this::picture);
  }

  private void cellText(Element paragraph, StringBuilder text, List<WordParagraph.Picture> pictures)
      throws IOException, OpenXML4JException {
    Optional<Element> properties = Xml.child(paragraph, "pPr");
    WordStyles.WordStyle style =
        styles.paragraph(properties.map(p -> Xml.value(p, "pStyle")).orElse(""));
    WordParagraph read = inline(paragraph, style.type());
    Optional<Element> list = properties.flatMap(p -> Xml.child(p, "numPr")).or(style::list);
    boolean blank = Spaces.isBlank(read.text());
    text.append(text.isEmpty() || blank ? "" : " ");
    text.append(list.isPresent() && !blank ? numbering.next(list.get()) : "").append(read.text());
    pictures.addAll(read.pictures());
  }

  /** The elements of a name below another, content controls and insertions between them or not. */
  private static List<Element> below(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : parent.children()) {
      switch (Xml.name(child)) {
        case "sdt", "sdtContent", "ins", "customXml" -> found.addAll(below(child, name));
        default -> {
          if (Xml.name(child).equals(name)) {
            found.add(child);
          }
        }
      }
    }
    return found;
  }

  /** Text boxes are left out, unless they hold nearly all of the text. */
  private void boxes() throws IOException, OpenXML4JException {
    int length = boxes.stream().mapToInt(box -> box.text().length()).sum();
    boolean all = pieces.textLength() < LITTLE_TEXT && length > LITTLE_TEXT;
    for (Element box : List.copyOf(boxes)) {
      if (all) {
        blocks(box, 0);
      } else {
        pieces.dropped("text-box", "文本框", box.text());
      }
    }
  }

  /** The notes that the text refers to, behind it, with the marks that stand in it. */
  private void notes(String part, String kind)
      throws IOException, OpenXML4JException, UnreadableException {
    for (Document document : file.related(part)) {
      for (Element note : Xml.all(document, kind)) {
        Integer mark = noteMarks.get(kind + " " + Xml.attribute(note, "id"));
        if (mark != null) {
          StringBuilder text = new StringBuilder("［" + mark + "］");
          for (Element paragraph : Xml.all(note, "p")) {
            text.append(inline(paragraph, WordType.UNKNOWN).text().strip());
          }
          pieces.found(Finding.What.MADE, "note-mark", "脚注标记写成文字，注文移到文末", "［" + mark + "］");
          pieces.paragraph(text.toString(), Style.BODY);
        }
      }
    }
  }

  private void margins(String part, String name)
      throws IOException, OpenXML4JException, UnreadableException {
    for (Document document : file.related(part)) {
      pieces.dropped(part, name, document.text());
    }
  }
}
