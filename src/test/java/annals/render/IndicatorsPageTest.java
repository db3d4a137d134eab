package annals.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class IndicatorsPageTest {
  private static final String PAGE = "units/guan/indicators/index.html";

  private final Map<String, Document> pages =
      new SmallArchive()
          .unit("guan", "云溪县图书馆", "")
          .report("guan", 2021, "work", report(2021, "印发文件342件，办件xx件。", "全年文件控制在310件以内。"))
          .report("guan", 2022, "work", report(2022, "印发文件318件，办件208件。", "发文不超过305件。"))
          .report("guan", 2024, "work", report(2024, "印发文件301件，办件251件，<b>。", ""))
          .unit("yin", "云溪县印刷所", "")
          .report("yin", 2022, "work", report(2022, "印发文件8件。", ""))
          .documents(Theme.load("zh-CN"));

  @Test
  void aTableHasPlannedAndReachedByYearEachLinkedToItsSentence() {
    Document page = pages.get(PAGE);
    Element table = page.selectFirst("section:has(> h3:contains(印发文件)) table");
    assertEquals(
        List.of("2021 — 342件 印发文件342件", "2022 310件以内 全年文件控制在310件以内 318件 印发文件318件"),
        table.select("tbody tr").eachText().subList(0, 2));
    assertEquals(4, table.select("tbody tr").size());
    for (Element link : page.select("table a, svg a")) {
      String[] address = link.attr("href").split("#");
      Document report = pages.get("units/guan" + address[0].substring(2));
      assertNotNull(report, link::outerHtml);
      assertNotNull(report.getElementById(address[1]), link::outerHtml);
    }
  }

  @Test
  void aMaskedNumberIsAGapInTheLineAndStandsInTheTableAsWritten() {
    Element chart = chart("办件");
    assertEquals(1, chart.select(".masked").size());
    assertEquals(2, chart.select("circle.reached").size());
    assertEquals(0, chart.select(".run").size());
    assertEquals(1, chart.select(".leap").size(), "2023 has no report");
    assertTrue(pages.get(PAGE).select("table").text().contains("xx件"));
    assertFalse(pages.get(PAGE).select("svg").outerHtml().contains(">0"));
  }

  @Test
  void theDrawingIsAnImageWithAllItsNumbersInWordsAndNoStyles() {
    Element chart = chart("印发文件");
    assertEquals(
        "印发文件：2021年实际342件、2022年计划310件以内、2022年实际318件、2023年计划不超过305件、2024年实际301件",
        chart.selectFirst("[role=img]").attr("aria-label"));
    assertTrue(chart.select("a").stream().allMatch(a -> a.attr("tabindex").equals("-1")));
    assertTrue(pages.get(PAGE).select("main [style]").isEmpty());
  }

  @Test
  void theUnitsPageShowsTheLongestOnesAndLeadsToTheirTables() {
    Document unit = pages.get("units/guan/index.html");
    Element link = unit.selectFirst(".unit-indicators figcaption a");
    assertEquals("印发文件", link.text());
    String[] address = link.attr("href").split("#");
    assertEquals("indicators/index.html", address[0]);
    assertNotNull(pages.get(PAGE).getElementById(address[1]));
    assertEquals("全部指标（2项）", unit.selectFirst(".unit-indicators .more").text());
  }

  @Test
  void aUnitWithoutIndicatorsHasNoPageAndNoLink() {
    assertFalse(pages.containsKey("units/yin/indicators/index.html"));
    assertTrue(pages.get("units/yin/index.html").select(".unit-indicators").isEmpty());
  }

  private Element chart(String name) {
    return pages.get(PAGE).selectFirst("figure:has(figcaption a:contains(" + name + ")) svg");
  }

  private static String report(int year, String summary, String plan) {
    return "# 云溪县图书馆%d年工作总结和%d年工作计划\n\n## 一、%d年工作总结\n\n%s\n\n## 二、%d年工作计划\n\n%s\n"
        .formatted(year, year + 1, year, summary, year + 1, plan);
  }
}
