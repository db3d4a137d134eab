package annals.check;

import annals.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** Finds the ids and links in the files that can hold some: HTML pages and style sheets. */
final class PageReader {
  private static final Pattern CSS_LINK =
      Pattern.compile("(?:url\\(\\s*|@import\\s+)(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"')]+))");
  private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Set<String> LOADED_RELATIONS =
      Set.of(
          "stylesheet",
          "icon",
          "apple-touch-icon",
          "mask-icon",
          "manifest",
          "preload",
          "prefetch",
          "modulepreload",
          "preconnect",
          "dns-prefetch");

  private PageReader() {}

  /** Told of what stands in a file, in the order of the text. Lines and columns are 1-based. */
  interface Sink {
    /** An id, or a name of the old kind that serves as one. */
    void id(String id, boolean old, Place place);

    /**
     * @param loaded whether a browser loads it by itself to show the page
     */
    void link(String url, boolean loaded, Place place);
  }

  /** A line and a column; both 0 where they were not asked for. */
  record Place(int line, int column) {
    static final Place UNKNOWN = new Place(0, 0);
  }

  static boolean canRead(String path) {
    return isPage(path) || path.endsWith(".css");
  }

  private static boolean isPage(String path) {
    return path.endsWith(".html");
  }

  /** Reads a file by jsoup, with the places of what it finds. */
  static void read(OutputFile file, Sink sink) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    if (isPage(file.path())) {
      Document page = Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
      page.traverse(
          (node, depth) -> {
            if (node instanceof Element element && element.attributesSize() > 0) {
              read(
                  element.normalName(),
                  name ->
                      element.hasAttr(name) ? Optional.of(element.attr(name)) : Optional.empty(),
                  placeOf(element),
                  sink);
            }
          });
    } else {
      readStyles(text, sink);
    }
  }

  /** Reads a file without places, many times as fast. */
  static void scan(OutputFile file, Sink sink) {
    if (isPage(file.path())) {
      new TagScanner(file.bytes()).visit(tag -> read(tag.name(), tag::value, Place.UNKNOWN, sink));
    } else {
      readStyles(new String(file.bytes(), StandardCharsets.UTF_8), sink);
    }
  }

  /** The attributes of an element by name. */
  private interface Attributes {
    Optional<String> get(String name);
  }

  private static void read(String element, Attributes attributes, Place place, Sink sink) {
    String id = attributes.get("id").orElse("");
    if (!id.isEmpty()) {
      sink.id(id, false, place);
    }
    switch (element) {
      case "a" -> {
        String name = attributes.get("name").orElse("");
        if (!name.isEmpty() && !name.equals(id)) {
          sink.id(name, true, place);
        }
        link(attributes, "href", false, place, sink);
      }
      case "area" -> link(attributes, "href", false, place, sink);
      case "link" ->
          link(attributes, "href", isLoaded(attributes.get("rel").orElse("")), place, sink);
      case "form" -> link(attributes, "action", false, place, sink);
      case "object" -> link(attributes, "data", true, place, sink);
      case "use", "image" -> {
        link(attributes, "href", true, place, sink);
        link(attributes, "xlink:href", true, place, sink);
      }
      case "img", "source" -> {
        link(attributes, "src", true, place, sink);
        readSet(attributes.get("srcset").orElse(""), place, sink);
      }
      case "video" -> {
        link(attributes, "src", true, place, sink);
        link(attributes, "poster", true, place, sink);
      }
      case "script", "iframe", "audio", "embed", "track", "input" ->
          link(attributes, "src", true, place, sink);
      default -> {}
    }
  }

  private static void link(
      Attributes attributes, String name, boolean loaded, Place place, Sink sink) {
    attributes.get(name).ifPresent(url -> sink.link(url, loaded, place));
  }

  /** {@code a.png 1x, b.png 2x}. */
  private static void readSet(String candidates, Place place, Sink sink) {
    for (String candidate : candidates.split(",")) {
      String url = candidate.strip().split("\\s", 2)[0];
      if (!url.isEmpty()) {
        sink.link(url, true, place);
      }
    }
  }

  private static boolean isLoaded(String relations) {
    for (String relation : relations.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (LOADED_RELATIONS.contains(relation)) {
        return true;
      }
    }
    return false;
  }

  private static Place placeOf(Element element) {
    Range.Position start = element.sourceRange().start();
    return new Place(start.lineNumber(), start.columnNumber());
  }

  private static void readStyles(String css, Sink sink) {
    String code = CSS_COMMENT.matcher(css).replaceAll(PageReader::blanked);
    Matcher links = CSS_LINK.matcher(code);
    int line = 1;
    int lineStart = 0;
    int at = 0;
    while (links.find()) {
      for (; at < links.start(); at++) {
        if (code.charAt(at) == '\n') {
          line++;
          lineStart = at + 1;
        }
      }
      for (int group = 1; group <= links.groupCount(); group++) {
        if (links.group(group) != null) {
          sink.link(links.group(group), true, new Place(line, links.start() - lineStart + 1));
        }
      }
    }
  }

  private static String blanked(java.util.regex.MatchResult comment) {
    return comment.group().replaceAll("[^\n]", " ");
  }
}
