package annals.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.FollowUp;
import annals.compare.Ledger;
import annals.compare.Outcome;
import annals.compare.PlanItem;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.outline.TargetYear;
import annals.report.Prose;
import annals.report.ReportId;
import annals.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FollowUpPageTest {
  private final Theme theme = Theme.load("zh-CN");
  private final Map<String, Document> pages = SmallArchive.ordinary().documents(theme);

  @Test
  void itemsStandBesideTheirOutcomesWithStateInWords() {
    Document page = pages.get("units/guan/follow-up/2021/index.html");
    Element row =
        page.select(".items tr").stream()
            .filter(r -> r.text().contains("新建乡镇文化站分馆3个"))
            .findFirst()
            .orElseThrow();
    assertEquals("1", row.child(0).text());
    assertTrue(row.child(8).text().contains("乡镇文化站分馆新建3个"));
    assertEquals("计划 3个 实际 3个", row.child(2).text());
    assertEquals("● 有对应表述", row.child(9).text());
    assertEquals("true", row.child(9).child(0).attr("aria-hidden"), "the word is enough to hear");
    assertTrue(page.selectFirst("section.unplanned").text().contains("渔鼓队受邀赴省城参加非遗展演"));
  }

  @Test
  void aPlanWithoutLaterReportSaysWhatItWaitsFor() {
    Document page = pages.get("units/zhongxin/follow-up/2023/index.html");
    String notice = page.selectFirst(".notice").text();
    assertTrue(notice.contains("云溪县文化中心2023年"), notice);
    assertEquals("◌ 尚无后续报告", page.selectFirst(".items tr[id] > :nth-child(10)").text());
    assertTrue(page.select(".items tr[id] > :nth-child(9) a").isEmpty(), "nothing is said yet");
    assertTrue(page.select("section.unplanned").isEmpty());
  }

  @Test
  void anAccountWithoutPlanIsNotCalledUnplanned() {
    Document page = pages.get("units/guan/follow-up/2023/index.html");
    assertTrue(page.selectFirst(".notice").text().contains("档案中没有2022年的报告"));
    assertEquals(0, page.select(".items").size());
    assertTrue(page.select("section.unplanned").isEmpty());
  }

  @Test
  void theBarAddsUpToTheWhole() {
    Document page = pages.get("units/guan/follow-up/2021/index.html");
    List<Element> rects = page.select(".big-bar rect");
    Element last = rects.getLast();
    double end = Double.parseDouble(last.attr("x")) + Double.parseDouble(last.attr("width"));
    assertEquals(100.0, end, 0.001);
    assertEquals("0", rects.getFirst().attr("x"));
  }

  @Test
  void theTableForSpreadsheetsHoldsNoFormulas() {
    byte[] bytes = FollowUpCsv.bytes(new LedgerSheet(theme.labels()).rows(Ledger.of(dangerous())));
    String csv = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(csv.startsWith("\ufeff序号,"));
    String[] lines = csv.split("\r\n", -1);
    assertEquals("", lines[lines.length - 1]);
    assertFalse(csv.replace("\r\n", "").contains("\n"));
    assertTrue(lines[1].contains(",\"'=HYPERLINK(\"\"x\"\",1)\","), lines[1]);
    assertTrue(lines[1].contains(",'@sum,"), lines[1]);
    assertTrue(lines[2].contains(",'+3,"), lines[2]);
    assertTrue(lines[3].contains(",'-1+2,"), lines[3]);
  }

  @Test
  void theJsonHasTheFormOfTheContract() {
    String json = new String(FollowUpJson.bytes(Ledger.of(dangerous())), StandardCharsets.UTF_8);
    String flat = json.replaceAll("\\n\\s*", "");
    assertEquals(
        "{\"planYear\": 2022,\"items\": [{\"id\": \"a1\",\"text\": \"=HYPERLINK(\\\"x\\\",1)\","
            + "\"kind\": \"commitment\",\"state\": \"partly\",\"outcomes\": [{\"text\": \"@sum\","
            + "\"score\": 0.3333}]},{\"id\": \"a2\",\"text\": \"-1+2\",\"kind\": \"statement\","
            + "\"state\": \"not-found\",\"outcomes\": []}],\"unplanned\": [{\"text\": \"+3\"}]}",
        flat);
    assertTrue(json.endsWith("}\n"));
  }

  private static FollowUp dangerous() {
    FollowUp.Item first =
        new FollowUp.Item(
            new PlanItem("a1", ref("=HYPERLINK(\"x\",1)"), PlanItem.Kind.COMMITMENT),
            State.PARTLY,
            List.of(new Outcome(ref("@sum"), 1 / 3.0)));
    FollowUp.Item second =
        new FollowUp.Item(
            new PlanItem("a2", ref("-1+2"), PlanItem.Kind.STATEMENT), State.NOT_FOUND, List.of());
    return new FollowUp(
        2022,
        Optional.of(new ReportId("u", 2021, "work")),
        Optional.of(new ReportId("u", 2022, "work")),
        List.of(first, second),
        List.of(ref("+3")));
  }

  private static SentenceRef ref(String text) {
    Section section =
        new Section(
            "s-1",
            1,
            "一、",
            "计划",
            Prose.plain("一、计划"),
            false,
            Role.PLAN,
            TargetYear.of(2022),
            Optional.empty(),
            List.of(),
            List.of(),
            1);
    return new SentenceRef(section, new Sentence("s-1-p1-1", text, new Span(0, text.length())));
  }
}
