package annals.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.jsoup.nodes.Element;

/**
 * The text of one paragraph of a .docx file: tracked insertions accepted, deletions left out,
 * fields by their result, with the type of every character. For one thread.
 */
final class WordParagraph {
  private final WordFile file;
  private final WordStyles styles;
  private final WordType base;
  private final Map<String, Integer> noteMarks;
  private final TypedText text = new TypedText();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Element> boxes = new ArrayList<>();
  private final StringBuilder deleted = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private final StringBuilder inserted = new StringBuilder();
  private final Deque<Boolean> inCode = new ArrayDeque<>();

  /** A picture inside the paragraph; without bytes if it lies outside the file. */
  record Picture(Optional<WordFile.Embedded> embedded, String description) {}

  /**
   * @param noteMarks number of each note by its kind and id; grows as references are met
   */
  WordParagraph(WordFile file, WordStyles styles, WordType base, Map<String, Integer> noteMarks) {
    this.file = file;
    this.styles = styles;
    this.base = base;
    this.noteMarks = noteMarks;
  }

  void read(Element element) throws IOException, OpenXML4JException {
    inline(element, 0);
  }

  private void inline(Element parent, int depth) throws IOException, OpenXML4JException {
    if (depth > Xml.DEEPEST) {
      return;
    }
    for (Element child : parent.children()) {
      switch (Xml.name(child)) {
        case "r" -> run(child, depth);
        case "del", "moveFrom" -> deleted.append(plain(child));
        case "ins", "moveTo" -> {
          int before = text.length();
          inline(child, depth + 1);
          inserted.append(text.from(before));
        }
        case "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText" -> {}
        default -> inline(child, depth + 1);
      }
    }
  }

  private void run(Element run, int depth) throws IOException, OpenXML4JException {
    Optional<Element> properties = Xml.child(run, "rPr");
    WordType type =
        properties
            .map(
                p -> {
                  String id = Xml.value(p, "rStyle");
                  WordType own = WordType.of(p);
                  return own.over(id.isEmpty() ? base : styles.style(id).type().over(base));
                })
            .orElse(base);
    content(run, type, depth);
  }

  private void content(Element run, WordType type, int depth)
      throws IOException, OpenXML4JException {
    if (depth > Xml.DEEPEST) {
      return;
    }
    for (Element child : run.children()) {
      switch (Xml.name(child)) {
        case "t" -> append(child.wholeText(), type);
        case "delText" -> deleted.append(child.wholeText());
        case "tab", "ptab" -> append(" ", type);
        case "br", "cr" -> append("\n", type);
        case "noBreakHyphen" -> append("-", type);
        case "sym" -> append(symbol(Xml.attribute(child, "char")), type);
        case "footnoteReference" -> note("footnote " + Xml.attribute(child, "id"), type);
        case "endnoteReference" -> note("endnote " + Xml.attribute(child, "id"), type);
        case "fldChar" -> field(Xml.attribute(child, "fldCharType"));
        case "AlternateContent" -> {
          Optional<Element> choice =
              Xml.child(child, "Choice").or(() -> Xml.child(child, "Fallback"));
          if (choice.isPresent()) {
            content(choice.get(), type, depth + 1);
          }
        }
        case "drawing", "pict", "object" -> drawing(child);
        default -> {}
      }
    }
  }

  /** A field's code comes before its result and is no text. */
  private void field(String kind) {
    switch (kind) {
      case "begin" -> inCode.push(true);
      case "separate" -> {
        inCode.poll();
        inCode.push(false);
      }
      default -> inCode.poll();
    }
  }

  private void drawing(Element drawing) throws IOException, OpenXML4JException {
    List<Element> contents = Xml.all(drawing, "txbxContent");
    if (!contents.isEmpty()) {
      boxes.add(contents.getFirst());
    }
    String description =
        Xml.all(drawing, "docPr").stream().findFirst().map(e -> e.attr("descr")).orElse("");
    for (Element blip : Xml.all(drawing, "blip")) {
      pictures.add(new Picture(file.picture(blip.attr("r:embed")), description));
    }
    for (Element data : Xml.all(drawing, "imagedata")) {
      pictures.add(new Picture(file.picture(data.attr("r:id")), data.attr("o:title")));
    }
  }

  private void note(String key, WordType type) {
    int number = noteMarks.computeIfAbsent(key, k -> noteMarks.size() + 1);
    append("［" + number + "］", type);
  }

  private static String symbol(String code) {
    int c = code.matches("[0-9A-Fa-f]{4}") ? Integer.parseInt(code, 16) : 0;
    boolean privateUse = c >= 0xe000 && c <= 0xf8ff;
    return c == 0 || privateUse || Character.isSurrogate((char) c) ? "□" : String.valueOf((char) c);
  }

  private void append(String characters, WordType type) {
    if (inCode.contains(true)) {
      return;
    }
    if (type.hidden()) {
      hidden.append(characters);
      return;
    }
    text.append(characters, type.level(), type.isTitle());
  }

  private static String plain(Element element) {
    StringBuilder plain = new StringBuilder();
    for (Element child : element.getAllElements()) {
      if (Xml.name(child).equals("t") || Xml.name(child).equals("delText")) {
        plain.append(child.wholeText());
      }
    }
    return plain.toString();
  }

  TypedText typed() {
    return text;
  }

  String text() {
    return text.text();
  }

  List<Picture> pictures() {
    return pictures;
  }

  List<Element> boxes() {
    return boxes;
  }

  String deleted() {
    return deleted.toString();
  }

  String hidden() {
    return hidden.toString();
  }

  String inserted() {
    return inserted.toString();
  }
}
