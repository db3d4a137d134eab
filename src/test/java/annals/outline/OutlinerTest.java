package annals.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.markdown.MarkdownReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlinerTest {
  private static Outline outline(String body) {
    String markdown = "---\ntitle: 县水利站2023年工作总结\n---\n\n" + body;
    return Outliner.outline(new MarkdownReader().read("r.md", markdown).report()).outline();
  }

  @Test
  void paragraphsAndSentencesAreNumberedInsideTheirSection() {
    Section section = outline("## 一、情况\n\n甲。乙。\n\n丙。\n").sections().getFirst();
    assertEquals("s-1-p1", section.body().get(0).anchor());
    assertEquals("s-1-p1-2", section.body().get(0).sentences().get(1).anchor());
    assertEquals("s-1-p2-1", section.body().get(1).sentences().get(0).anchor());
  }

  @Test
  void theLeadHasAnchorsOfItsOwn() {
    assertEquals("s-0-p1", outline("开头。\n\n## 一、情况\n").lead().getFirst().anchor());
  }

  @Test
  void aRunInHeadingIsASentenceToo() {
    Section section = outline("## 一、情况\n\n### （一）修渠12公里。\n").sections().getFirst();
    Section child = section.children().getFirst();
    assertEquals("修渠12公里", child.heading());
    assertTrue(child.runIn());
    assertEquals("（一）修渠12公里。", child.headingSentence().orElseThrow().text());
    assertEquals(child.anchor(), child.headingSentence().orElseThrow().anchor());
  }

  @Test
  void pointsAreFoundInsideAParagraph() {
    Passage passage =
        outline("## 一、情况\n\n抓好两件事。一是修渠。全年12公里。二是清淤。统一是非标准。\n")
            .sections()
            .getFirst()
            .body()
            .getFirst();
    assertEquals(
        List.of("一是修渠", "二是清淤"), passage.points().stream().map(p -> p.mark() + p.lead()).toList());
    assertEquals(
        "一是修渠。全年12公里。", passage.points().getFirst().span().of("抓好两件事。一是修渠。全年12公里。二是清淤。统一是非标准。"));
  }

  @Test
  void numbersInAParagraphOpenPoints() {
    Passage passage =
        outline("## 一、情况\n\n1.推动落实。增长1.5%。2.解决关切。\n").sections().getFirst().body().getFirst();
    assertEquals(List.of("1.", "2."), passage.points().stream().map(Point::mark).toList());
  }

  @Test
  void anchorsStayWhenTextIsAppendedAndAreUnique() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String body = randomBody(random);
      List<String> before = anchors(outline(body));
      List<String> after = anchors(outline(body + "\n新增一段。再一句。\n\n## 九十、后记\n\n完。\n"));
      assertEquals(before.size(), new HashSet<>(before).size(), body);
      assertEquals(after.size(), new HashSet<>(after).size(), body);
      assertTrue(after.containsAll(before), body);
    }
  }

  private static String randomBody(Random random) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      int level = 2 + random.nextInt(4);
      String number =
          switch (random.nextInt(5)) {
            case 0 -> "一、";
            case 1 -> "（" + "一二三".charAt(random.nextInt(3)) + "）";
            case 2 -> random.nextInt(1, 5) + ".";
            case 3 -> "（" + random.nextInt(1, 5) + "）";
            default -> "";
          };
      body.append("#".repeat(level)).append(' ').append(number).append("标题。\n\n");
      for (int p = random.nextInt(3); p > 0; p--) {
        body.append("一句。两句。\n\n");
      }
    }
    return body.toString();
  }

  private static List<String> anchors(Outline outline) {
    List<String> anchors = new ArrayList<>();
    outline.lead().forEach(p -> anchors.add(p.anchor()));
    outline
        .walk()
        .forEach(
            section -> {
              anchors.add(section.anchor());
              for (Passage passage : section.body()) {
                anchors.add(passage.anchor());
                passage.sentences().forEach(s -> anchors.add(s.anchor()));
              }
            });
    return anchors;
  }
}
