package annals.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.output.OutputFile;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scanner against the parser. What they find is compared without repetitions, for a parser
 * opens a link that was not closed again in each block that follows.
 */
class TagScannerTest {
  private static final List<String> PIECES =
      List.of(
          "<p id=\"s-1\">",
          "</p>",
          "<a href='x.html#甲'>",
          "</a>",
          "<A HREF=y.html>",
          "工作",
          "\n",
          " ",
          "<!-- <a href=\"no.html\"> -->",
          "<!---->",
          "<br/>",
          "<img src=a.png alt=\"a>b\">",
          "<b>",
          "</b>",
          "<script src=\"a.js\">if (a<b) document.write('<p id=\"x\">')</script>",
          "< 5",
          "a < b",
          "<style>p > a { }</style>",
          "<textarea name=n><p id=t></textarea>",
          "<span id=q data-a=\"1\"\n class='c d'>",
          "</span>",
          "<a name=old href=\"?a=1&amp;b=2\">",
          "<input disabled id=\"&#x7532;\" value='\"'>",
          "&lt;p id=z&gt;",
          "<link rel=\"stylesheet\" href=\"s.css\" >",
          "<a id = \"spaced\" href = z.html >",
          "<svg><use xlink:href=\"#i\"/></svg>");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<a",
        "<a href",
        "<a href=",
        "<a href=\"x",
        "<!--",
        "<!-->",
        "<!--><p id=a>",
        "<!DOCTYPE html><p id=a>",
        "<p id=a id=b>",
        "<p id>",
        "<p id=''>",
        "<p/id=a>",
        "<script><p id=a>",
        "<SCRIPT></Script><p id=a>",
        "<title><p id=b></title><p id=a>",
        "<?xml version=\"1.0\"?><p id=a>",
      })
  void odd_pages_are_read_as_the_parser_reads_them(String html) {
    assertEquals(parsed(html), scanned(html));
  }

  @Test
  void random_pages_are_read_as_the_parser_reads_them() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<title>题</title>\n<body>");
      for (int j = random.nextInt(30); j > 0; j--) {
        html.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertEquals(parsed(html.toString()), scanned(html.toString()), html.toString());
    }
  }

  private static SortedSet<String> parsed(String html) {
    Found found = new Found();
    PageReader.parse(file(html), found);
    return found.all;
  }

  private static SortedSet<String> scanned(String html) {
    Found found = new Found();
    PageReader.scan(file(html), found);
    return found.all;
  }

  private static OutputFile file(String html) {
    return new OutputFile("a.html", html.getBytes(UTF_8));
  }

  private static final class Found implements PageReader.Sink {
    private final SortedSet<String> all = new TreeSet<>();

    @Override
    public void id(String id, boolean old, PageReader.Place place) {
      all.add((old ? "name " : "id ") + id);
    }

    @Override
    public void link(String url, boolean loaded, PageReader.Place place) {
      all.add((loaded ? "load " : "link ") + url);
    }
  }
}
