package annals.check;

import annals.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

  /**
   * @param places whether to find out lines and columns, which takes half as much time again
   */
  static void read(OutputFile file, boolean places, Sink sink) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    if (isPage(file.path())) {
      Document page = Parser.htmlParser().setTrackPosition(places).parseInput(text, "");
      page.traverse(
          (node, depth) -> {
            if (node instanceof Element element && element.attributesSize() > 0) {
              read(element, places ? placeOf(element) : Place.UNKNOWN, sink);
            }
          });
    } else {
      readStyles(text, sink);
    }
  }

  private static void read(Element element, Place place, Sink sink) {
    String id = element.attr("id");
    if (!id.isEmpty()) {
      sink.id(id, false, place);
    }
    switch (element.normalName()) {
      case "a" -> {
        String name = element.attr("name");
        if (!name.isEmpty() && !name.equals(id)) {
          sink.id(name, true, place);
        }
        read(element, "href", false, place, sink);
      }
      case "area" -> read(element, "href", false, place, sink);
      case "link" -> read(element, "href", isLoaded(element), place, sink);
      case "form" -> read(element, "action", false, place, sink);
      case "object" -> read(element, "data", true, place, sink);
      case "use", "image" -> {
        read(element, "href", true, place, sink);
        read(element, "xlink:href", true, place, sink);
      }
      case "img", "source" -> {
        read(element, "src", true, place, sink);
        readSet(element.attr("srcset"), place, sink);
      }
      case "video" -> {
        read(element, "src", true, place, sink);
        read(element, "poster", true, place, sink);
      }
      case "script", "iframe", "audio", "embed", "track", "input" ->
          read(element, "src", true, place, sink);
      default -> {}
    }
  }

  private static void read(
      Element element, String attribute, boolean loaded, Place place, Sink sink) {
    if (element.hasAttr(attribute)) {
      sink.link(element.attr(attribute), loaded, place);
    }
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

  private static boolean isLoaded(Element link) {
    for (String relation : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
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
