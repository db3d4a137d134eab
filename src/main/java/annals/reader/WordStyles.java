package annals.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The styles of a .docx file, each with what it inherits. */
final class WordStyles {
  private static final int LONGEST_CHAIN = 20;

  /**
   * A style.
   *
   * @param level by its outline level or its name; 0 for none
   * @param list the {@code w:numPr} it brings, if any
   */
  record WordStyle(
      WordType type, int level, boolean title, boolean centred, Optional<Element> list) {
    static final WordStyle NONE =
        new WordStyle(WordType.UNKNOWN, 0, false, false, Optional.empty());
  }

  private final Map<String, Element> elements = new HashMap<>();
  private final Map<String, WordStyle> styles = new HashMap<>();
  private final WordType usual;
  private String usualParagraph = "";

  WordStyles(Optional<Element> root) {
    root.ifPresent(
        styleSheet ->
            Xml.all(styleSheet, "style")
                .forEach(
                    style -> {
                      String id = Xml.attribute(style, "styleId");
                      elements.putIfAbsent(id, style);
                      if (Xml.attribute(style, "default").matches("1|true")
                          && Xml.attribute(style, "type").equals("paragraph")) {
                        usualParagraph = id;
                      }
                    }));
    this.usual =
        root.flatMap(r -> Xml.all(r, "rPrDefault").stream().findFirst())
            .flatMap(e -> Xml.child(e, "rPr"))
            .map(WordType::of)
            .orElse(WordType.UNKNOWN);
  }

  /** The style with an id; that of ordinary paragraphs for the empty id. */
  WordStyle paragraph(String id) {
    return style(id.isEmpty() ? usualParagraph : id);
  }

  WordStyle style(String id) {
    WordStyle known = styles.get(id);
    if (known == null) {
      known = resolve(id, LONGEST_CHAIN);
      styles.put(id, known);
    }
    return known;
  }

  private WordStyle resolve(String id, int left) {
    Element element = elements.get(id);
    if (element == null || left == 0) {
      return new WordStyle(usual, 0, false, false, Optional.empty());
    }
    String basis = Xml.value(element, "basedOn");
    WordStyle base = resolve(basis, left - 1);
    WordType type = Xml.child(element, "rPr").map(WordType::of).orElse(WordType.UNKNOWN);
    Optional<Element> properties = Xml.child(element, "pPr");
    String name = Xml.value(element, "name");
    int level = properties.map(WordStyles::outlineLevel).orElse(-1);
    if (level < 0) {
      level = StyleNames.level(name) > 0 ? StyleNames.level(name) : -1;
    }
    boolean title = StyleNames.isTitle(name);
    boolean centred = properties.map(WordStyles::isCentred).orElse(base.centred());
    return new WordStyle(
        type.over(base.type()),
        level >= 0 ? level : title ? 0 : base.level(),
        title || base.title(),
        centred,
        properties.flatMap(p -> Xml.child(p, "numPr")).or(base::list));
  }

  /** Whether it is a style of tables of contents. */
  boolean isContents(String id) {
    Element element = elements.get(id);
    return element != null && StyleNames.isContents(Xml.value(element, "name"));
  }

  /** 1 to 9; 0 for running text; -1 if not stated. */
  static int outlineLevel(Element properties) {
    int level = Xml.number(Xml.value(properties, "outlineLvl"), -1);
    return level < 0 ? -1 : level > 8 ? 0 : level + 1;
  }

  static boolean isCentred(Element properties) {
    return Xml.value(properties, "jc").equals("center");
  }
}
