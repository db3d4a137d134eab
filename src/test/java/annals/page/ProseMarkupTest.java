package annals.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.Repetition.Kind;
import annals.compare.Repetition.Stretch;
import annals.outline.Sentence;
import annals.report.Mark;
import annals.report.Prose;
import annals.text.Sentences;
import annals.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ProseMarkupTest {
  private static final String ALPHABET = "建成xx座书屋，<&\"。！D\u3000";

  private final ProseMarkup prose =
      new ProseMarkup(
          new Labels(Map.of("mask.x", "X", "mask.run", "R", "mask.D", "D", "mask.A", "A")));

  @Test
  void formattingAcrossSentencesIsClosedAndOpenedAgain() {
    Prose text = new Prose("一是学。二是做。", List.of(new Mark.Strong(new Span(2, 6))));
    assertEquals(
        "<span id=\"a-1\">一是<strong>学。</strong></span>"
            + "<span id=\"a-2\"><strong>二是</strong>做。</span>",
        markup(text).replace("<strong></strong>", ""));
  }

  @Test
  void repeatedStretchesAreOpenedAnewInsideSentencesAndFormatting() {
    Prose text = new Prose("一是学xx次。二是做。", List.of(new Mark.Strong(new Span(2, 8))));
    List<Stretch> stretches =
        List.of(new Stretch(new Span(1, 4), Kind.BEFORE), new Stretch(new Span(6, 9), Kind.NUMBER));
    ProseMarkup marked =
        new ProseMarkup(
            new Labels(Map.of("mask.x", "X")), Addresses.WEB, Map.of(text.text(), stretches));
    Markup out = new Markup();
    marked.write(out, text);
    assertEquals(
        "一<span class=\"rep\">是</span><strong><span class=\"rep\">学"
            + "<span class=\"mask\" title=\"X\">x</span></span>"
            + "<span class=\"mask\" title=\"X\">x</span>次"
            + "<span class=\"rep-number\">。二</span></strong>"
            + "<span class=\"rep-number\">是</span>做。",
        new String(out.html().utf8(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void onlyTheWebAndMailCanBeFollowed() {
    Prose text =
        new Prose(
            "甲乙丙",
            List.of(
                new Mark.Link(new Span(0, 1), "https://example.org/?a=1&b=\"2\""),
                new Mark.Link(new Span(1, 2), "javascript:alert(1)"),
                new Mark.Link(new Span(2, 3), "JAVASCRIPT:alert(1)")));
    Element body = Jsoup.parseBodyFragment(markup(text)).body();
    assertEquals(List.of("https://example.org/?a=1&b=\"2\""), body.select("a").eachAttr("href"));
    assertFalse(markup(text).contains("href=\"javascript"));
  }

  @Test
  void picturesAreNamedAndNotLoaded() {
    Prose text = new Prose("见图一。", List.of(new Mark.Image(new Span(1, 3), "a.png")));
    Element body = Jsoup.parseBodyFragment(markup(text)).body();
    assertTrue(body.select("img").isEmpty());
    assertEquals("图一", body.selectFirst(".picture").text());
  }

  @Test
  void charactersThatHtmlCannotCarryAreShownAsMissing() {
    assertTrue(markup(Prose.plain("甲\u0000乙\u0007。")).contains("甲\ufffd乙\ufffd。"));
  }

  @Test
  void anyNestedFormattingKeepsTheTextAndItsSentences() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String text = text(random);
      List<Mark> marks = new ArrayList<>();
      nest(random, new Span(0, text.length()), marks, 4);
      marks.sort(
          Comparator.<Mark>comparingInt(mark -> mark.span().start())
              .thenComparing(mark -> -mark.span().end()));
      Prose made = new Prose(text, marks);
      Element body = Jsoup.parseBodyFragment(markup(made)).body();
      assertEquals(text, body.wholeText());
      List<String> sentences = Sentences.split(text).stream().map(span -> span.of(text)).toList();
      assertEquals(sentences, body.select("span[id]").stream().map(Element::wholeText).toList());
      assertEquals(strong(text, marks), strong(body, text.length()));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5 + random.nextInt(40); i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** Adds marks inside a span that nest or follow one another. */
  private static void nest(Random random, Span within, List<Mark> marks, int depth) {
    int at = within.start();
    while (depth > 0 && at < within.end()) {
      int start = at + random.nextInt(within.end() - at);
      int end = start + 1 + random.nextInt(within.end() - start);
      Span span = new Span(start, end);
      marks.add(random.nextBoolean() ? new Mark.Strong(span) : new Mark.Emphasis(span));
      nest(random, span, marks, depth - 2);
      at = end;
    }
  }

  /** Which characters are strong, by the marks. */
  private static List<Boolean> strong(String text, List<Mark> marks) {
    List<Boolean> strong = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      int at = i;
      strong.add(
          marks.stream()
              .anyMatch(
                  mark ->
                      mark instanceof Mark.Strong
                          && mark.span().start() <= at
                          && at < mark.span().end()));
    }
    return strong;
  }

  /** Which characters are strong, by the markup. */
  private static List<Boolean> strong(Element body, int length) {
    List<Boolean> strong = new ArrayList<>();
    body.traverse(
        (node, depth) -> {
          if (node instanceof org.jsoup.nodes.TextNode text) {
            boolean inside =
                text.parent() instanceof Element parent && parent.closest("strong") != null;
            for (int i = 0; i < text.getWholeText().length(); i++) {
              strong.add(inside);
            }
          }
        });
    return strong;
  }

  @Test
  void sharedStretchesAreTheLongestThereAre() {
    assertEquals(List.of(new Span(2, 9)), ProseMarkup.shared("新建乡镇文化站分馆", "乡镇文化站分馆新建3个", 3));
    assertEquals(List.of(), ProseMarkup.shared("甲乙", "甲乙", 3));
  }

  @Test
  void signsAtTheEndsAreNoPartOfWhatIsShared() {
    String text = "上半年主体封顶，年底，完成评审，全程提速。";
    assertEquals(
        List.of("主体封顶"),
        ProseMarkup.shared(text, "大楼主体封顶，工期，未到评审，。", 3).stream()
            .map(span -> span.of(text))
            .toList());
  }

  private String markup(Prose text) {
    List<Sentence> sentences = new ArrayList<>();
    for (Span span : Sentences.split(text.text())) {
      sentences.add(new Sentence("a-" + (sentences.size() + 1), span.of(text.text()), span));
    }
    Markup out = new Markup();
    prose.write(out, text, sentences, (markup, sentence) -> {});
    return out.html().toString();
  }

  @Test
  void numbersAreSharedWholeOrNotAtAll() {
    String text = "采用信息112条，离120条还差8条。";
    assertEquals(
        List.of("采用信息", "120条"),
        ProseMarkup.shared(text, "采用信息120条以上。", 3).stream().map(span -> span.of(text)).toList());
  }
}
