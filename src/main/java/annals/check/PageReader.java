package annals.check;

import annals.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
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

  /** A line and a column; both 0 where they are not known. */
  record Place(int line, int column) {
    static final Place UNKNOWN = new Place(0, 0);
  }

  static boolean canRead(String path) {
    return isPage(path) || path.endsWith(".css");
  }

  private static boolean isPage(String path) {
    return path.endsWith(".html");
  }

  /** Reads a page as browsers do, with all places. */
  static void parse(OutputFile file, Sink sink) {
    if (isPage(file.path())) {
      Document page = Parser.htmlParser().setTrackPosition(true).parseInput(text(file), "");
      page.traverse(
          (node, depth) -> {
            if (node instanceof Element element && element.attributesSize() > 0) {
              read(new ParsedTag(element), placeOf(element), sink);
            }
          });
    } else {
      readStyles(text(file), sink);
    }
  }

  /** Reads a page in a tenth of the time, without places; may find more than {@link #parse}. */
  static void scan(OutputFile file, Sink sink) {
    if (isPage(file.path())) {
      TagScanner.scan(file.bytes(), tag -> read(tag, Place.UNKNOWN, sink));
    } else {
      readStyles(text(file), sink);
    }
  }

  private static String text(OutputFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  /** A start tag; names of attributes in lower case. */
  interface Tag {
    String name();

    boolean has(String attribute);

    /** Entities resolved; empty where the attribute is missing. */
    String value(String attribute);
  }

  private record ParsedTag(Element element) implements Tag {
    @Override
    public String name() {
      return element.normalName();
    }

    @Override
    public boolean has(String attribute) {
      return element.hasAttr(attribute);
    }

    @Override
    public String value(String attribute) {
      return element.attr(attribute);
    }
  }

  private static void read(Tag tag, Place place, Sink sink) {
    String id = tag.value("id");
    if (!id.isEmpty()) {
      sink.id(id, false, place);
    }
    switch (tag.name()) {
      case "a" -> {
        String name = tag.value("name");
        if (!name.isEmpty() && !name.equals(id)) {
          sink.id(name, true, place);
        }
        read(tag, "href", false, place, sink);
      }
      case "area" -> read(tag, "href", false, place, sink);
      case "link" -> read(tag, "href", isLoaded(tag), place, sink);
      case "form" -> read(tag, "action", false, place, sink);
      case "object" -> read(tag, "data", true, place, sink);
      case "use", "image" -> {
        read(tag, "href", true, place, sink);
        read(tag, "xlink:href", true, place, sink);
      }
      case "img", "source" -> {
        read(tag, "src", true, place, sink);
        readSet(tag.value("srcset"), place, sink);
      }
      case "video" -> {
        read(tag, "src", true, place, sink);
        read(tag, "poster", true, place, sink);
      }
      case "script", "iframe", "audio", "embed", "track", "input" ->
          read(tag, "src", true, place, sink);
      default -> {}
    }
  }

  private static void read(Tag tag, String attribute, boolean loaded, Place place, Sink sink) {
    if (tag.has(attribute)) {
      sink.link(tag.value(attribute), loaded, place);
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

  private static boolean isLoaded(Tag link) {
    for (String relation : link.value("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
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

  private static String blanked(MatchResult comment) {
    return comment.group().replaceAll("[^\n]", " ");
  }
}
