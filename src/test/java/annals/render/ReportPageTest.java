package annals.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.outline.Passage;
import annals.outline.Sentence;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private final Theme theme = Theme.load("zh-CN");
  private final Map<String, Document> pages = SmallArchive.ordinary().documents(theme);

  @Test
  void sentencesAndTheirSurroundingsAddUpToTheParagraph() {
    int seen = 0;
    for (UnitArchive archive : SmallArchive.ordinary().archives()) {
      for (ReportRecord record : archive.reports()) {
        Document page = pages.get(path(archive, record));
        List<Passage> passages =
            record.outline().walk().flatMap(section -> section.body().stream()).toList();
        for (Passage passage : passages) {
          if (passage.sentences().isEmpty()) {
            continue;
          }
          Element paragraph = page.getElementById(passage.anchor()).clone();
          paragraph.select("a.sign").remove();
          String whole = ((annals.report.Block.Paragraph) passage.block()).prose().text();
          assertEquals(whole, paragraph.wholeText());
          for (Sentence sentence : passage.sentences()) {
            assertEquals(sentence.text(), page.getElementById(sentence.anchor()).wholeText());
            seen++;
          }
        }
      }
    }
    assertTrue(seen >= 20, "only " + seen + " sentences");
  }

  private static String path(UnitArchive archive, ReportRecord record) {
    long ofYear =
        archive.reports().stream().filter(r -> r.id().year() == record.id().year()).count();
    String year = record.id().year() + (ofYear > 1 ? "-" + record.id().kind() : "");
    return "units/" + archive.unit().slug() + "/" + year + "/index.html";
  }

  @Test
  void besideAPlanSentenceStandsWhatTheLaterReportSays() {
    Document page = pages.get("units/guan/2020/index.html");
    Element sentence = sentence(page, "新建乡镇文化站分馆3个。");
    Element sign = sentence.previousElementSibling();
    assertEquals("1：有对应表述", sign.attr("aria-label"));
    Element note = page.getElementById(sign.attr("href").substring(1));
    assertTrue(note.text().contains("乡镇文化站分馆新建3个，全部挂牌开放。"), note.text());
    assertTrue(note.selectFirst("q a").attr("href").startsWith("../2021-work/index.html#s-1"));
    assertEquals("#" + sentence.id(), note.selectFirst("a").attr("href"));
  }

  @Test
  void besideASummarySentenceStandsThePlanThatItAnswers() {
    Document page = pages.get("units/guan/2021-work/index.html");
    Element sentence = sentence(page, "剧场灯光音响改造完成，5月投入使用。");
    Element sign = sentence.previousElementSibling();
    Element note = page.getElementById(sign.attr("href").substring(1));
    assertTrue(note.text().contains("完成剧场灯光音响改造，上半年投入使用。"), note.text());
    Element unplanned = sentence(page, "渔鼓队受邀赴省城参加非遗展演2场，获得优秀节目奖1个。");
    assertEquals("计划外新增", unplanned.previousElementSibling().attr("aria-label"));
  }

  @Test
  void aPredecessorsPlanIsFollowedIntoTheSuccessorsReport() {
    Document page = pages.get("units/guan/2021-work/index.html");
    Element sentence = sentence(page, "一季度完成与图书馆的人员、资产、账户合并。");
    String href = sentence.previousElementSibling().attr("href");
    String quoted = page.getElementById(href.substring(1)).selectFirst("q a").attr("href");
    assertTrue(quoted.contains("../../zhongxin/2022/index.html#"), quoted);
    assertTrue(pages.containsKey("units/guan/follow-up/2022/index.html"));
    assertFalse(pages.containsKey("units/zhongxin/follow-up/2022/index.html"));
  }

  @Test
  void aPlanThatWaitsHasSignsAndNoNotes() {
    Document page = pages.get("units/zhongxin/2022/index.html");
    Element sign = sentence(page, "建成少儿阅览专区，面积200平方米。").previousElementSibling();
    assertTrue(sign.hasClass("no-later-report"));
    assertTrue(page.select(".role-plan .notes").isEmpty());
  }

  @Test
  void theYearSwitcherStaysInTheSameSection() {
    Document page = pages.get("units/guan/2020/index.html");
    Element plan = page.getElementById("s-3");
    assertEquals("2021", plan.attr("data-same"), "where it has the same anchor");
    Element link = plan.selectFirst(".about .same a");
    assertEquals("2021", link.text());
    assertEquals(
        List.of("2020", "2021", "2023"), page.select(".switch ul:not(.siblings) a").eachText());
  }

  @Test
  void runInHeadingsAreHeadings() {
    Document page = pages.get("units/guan/2020/index.html");
    Element heading = page.selectFirst("#s-3-1 .run-in > h3");
    assertEquals("（一）抓好阵地。", heading.wholeText());
    assertEquals("p", heading.nextElementSibling().tagName());
  }

  @Test
  void placeholdersAreMarkedInsideTheirFormatting() {
    Document page = pages.get("units/guan/2020/index.html");
    Element mask = page.selectFirst(".body .mask");
    assertEquals("xx", mask.text());
    assertEquals("strong", mask.parent().tagName());
    assertFalse(mask.attr("title").isEmpty());
  }

  @Test
  void aMissingPartIsNamed() {
    Document page = pages.get("units/guan/2023/index.html");
    assertTrue(page.select(".report-head .hint").text().contains("没有计划部分"));
  }

  private static Element sentence(Document page, String text) {
    return page.select(".body p > span[id], .body h3 > span[id]").stream()
        .filter(s -> s.wholeText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sentence " + text));
  }
}
