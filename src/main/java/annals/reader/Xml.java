package annals.reader;

import annals.text.Decoding;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * XML of office formats, read leniently: entities of a document type are never expanded and nothing
 * is fetched. Names are compared without prefix.
 */
final class Xml {
  /** Deeper nesting than this is no document; it is cut off where readers recurse. */
  static final int DEEPEST = 200;

  private Xml() {}

  static Document parse(byte[] bytes) {
    return Parser.xmlParser().parseInput(Decoding.decode(bytes).text(), "");
  }

  static String name(Element element) {
    String tag = element.tagName();
    return tag.substring(tag.indexOf(':') + 1);
  }

  /** The child elements with a name. */
  static List<Element> children(Element element, String name) {
    return element.children().stream().filter(child -> name(child).equals(name)).toList();
  }

  static Optional<Element> child(Element element, String name) {
    for (Element child : element.children()) {
      if (name(child).equals(name)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The descendant along a path of names. */
  static Optional<Element> descendant(Element element, String... path) {
    Optional<Element> found = Optional.of(element);
    for (String name : path) {
      found = found.flatMap(e -> child(e, name));
    }
    return found;
  }

  /** All descendants with a name, in order. */
  static List<Element> all(Element element, String name) {
    return element.getAllElements().stream().filter(e -> name(e).equals(name)).toList();
  }

  /** An attribute with the prefix of its element, else one with any prefix or none; else empty. */
  static String attribute(Element element, String name) {
    String tag = element.tagName();
    String own = element.attr(tag.substring(0, tag.indexOf(':') + 1) + name);
    if (!own.isEmpty()) {
      return own;
    }
    for (var attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.substring(key.indexOf(':') + 1).equals(name)) {
        return attribute.getValue();
      }
    }
    return "";
  }

  /** The attribute {@code val} of a child; empty if there is none. */
  static String value(Element element, String child) {
    return child(element, child).map(e -> attribute(e, "val")).orElse("");
  }

  /** Whether a child is there that switches a property on: {@code <w:b/>}, not with val 0. */
  static Optional<Boolean> toggle(Element element, String child) {
    return child(element, child)
        .map(e -> !List.of("0", "false", "off", "none").contains(attribute(e, "val")));
  }

  static int number(String text, int otherwise) {
    return text.matches("-?[0-9]{1,8}") ? Integer.parseInt(text) : otherwise;
  }
}
