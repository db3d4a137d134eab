package annals.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick scan sees what jsoup sees. */
class PageReaderTest {
  private static List<String> events(String html, boolean quick) {
    List<String> events = new ArrayList<>();
    PageReader.Sink sink =
        new PageReader.Sink() {
          @Override
          public void id(String id, boolean old, PageReader.Place place) {
            events.add((old ? "name " : "id ") + id);
          }

          @Override
          public void link(String url, boolean loaded, PageReader.Place place) {
            events.add((loaded ? "loads " : "links ") + url);
          }
        };
    OutputFile file = new OutputFile("a.html", html.getBytes(StandardCharsets.UTF_8));
    if (quick) {
      PageReader.scan(file, sink);
    } else {
      PageReader.parse(file, sink);
    }
    return events;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body><a id=\"s-1\" href=\"../b/index.html#s-2\">甲</a><p id='s-3'>乙</p></body>",
        "<body><a href=\"a.html?x=1&amp;y=2\">&lt;a href=\"no\"&gt;</a></body>",
        "<body><!-- <a href=\"no.html\"> --><a href=yes.html>甲</a></body>",
        "<head><script src=\"a.js\">var s = '<a href=\"no\">';</script></head>",
        "<head><style>a { } /* <a href=no> */</style><link rel=\"stylesheet\" href=\"a.css\"></head>",
        "<body><A HREF='Upper.html' ID=x>甲</A><img alt=\"a > b\" src=\"i.png\" srcset=\"a.png 1x, b.png 2x\"></body>",
        "<body><a name=\"old\" id=\"new\" href=\"\">甲</a><form action=\"s/index.html\"></form></body>",
        "<body><br/><a\nhref = \"x.html\"\n class=a>甲</a><svg><use xlink:href=\"#i\"></use></svg></body>",
        "<body><a href=\"a\" href=\"b\">甲</a> 1 < 2 <3 </p> <video src=v poster=p></video></body>"
      })
  void onTrickyPages(String html) {
    assertEquals(events(html, false), events(html, true));
  }

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
  void onOddAndBrokenPages(String html) {
    assertEquals(events(html, false), events(html, true));
  }

  @Test
  void onWellFormedPagesOfAnyMake() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      StringBuilder html = new StringBuilder("<body>");
      for (int j = random.nextInt(20); j > 0; j--) {
        String quote = random.nextBoolean() ? "\"" : "'";
        html.append(
            switch (random.nextInt(6)) {
              case 0 -> "<p id=" + quote + "p" + j + quote + ">文<b>字</b></p>";
              case 1 -> "<a class=x href=" + quote + "u&amp;" + j + quote + ">链</a>";
              case 2 -> "<!-- <p id=no> - -- -->";
              case 3 -> "<script>if (a < b && c > d) { x = '</p><a href=no>'; }</script>";
              case 4 -> "<img data-x=" + quote + "a>b" + quote + " src=" + quote + j + quote + "/>";
              default -> "文本 a < b & c &amp; d\n";
            });
      }
      html.append("</body>");
      assertEquals(events(html.toString(), false), events(html.toString(), true), html.toString());
    }
  }

  @Test
  void aPageCutAnywhereIsReadToItsEnd() {
    String html = "<body><a id=\"x\" href='y'>甲</a><!-- c --><script src=z>1</script></body>";
    for (int end = 0; end < html.length(); end++) {
      events(html.substring(0, end), true);
    }
    assertEquals(3, events(html, true).size());
  }
}
