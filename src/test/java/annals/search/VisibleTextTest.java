package annals.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.markdown.MarkdownReader;
import annals.report.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  private static List<String> of(String markdown) {
    return new MarkdownReader()
        .read("r.md", markdown).report().blocks().stream()
            .flatMap(block -> VisibleText.paragraphs(block).stream())
            .toList();
  }

  @Test
  void markupInsideAParagraphIsNotSeen() {
    assertEquals(List.of("推进一体化建设，见办法。"), of("推进**一体**化*建*设，见[办法](a.md)。\n"));
  }

  @Test
  void itemsCellsAndLinesOfCodeAreParagraphs() {
    assertEquals(List.of("甲", "乙", "丙"), of("- 甲\n- 乙\n  - 丙\n"));
    assertEquals(List.of("项目", "数", "渠", "3"), of("| 项目 | 数 |\n|---|---|\n| 渠 | 3 |\n"));
    assertEquals(List.of("一", "二"), of("```\n一\n\n二\n```\n"));
    assertEquals(List.of("引", "文"), of("> 引\n>\n> 文\n"));
  }

  @Test
  void blocksOfHtmlAreParagraphsAndTheirTagsAreNotSeen() {
    Block html = new Block.Html("<div><p>甲<b>乙</b></p><table><tr><td>丙<td>丁</table></div>戊", 1);
    assertEquals(List.of("甲乙", "丙", "丁", "戊"), VisibleText.paragraphs(html));
  }

  @Test
  void whatNoPageCanShowIsReplaced() {
    assertEquals("甲\ufffd乙\ufffd😀\ufffd", VisibleText.clean("甲\u0001乙\ud83d😀\ude00"));
  }
}
