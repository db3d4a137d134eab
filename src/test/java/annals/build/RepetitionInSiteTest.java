package annals.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say of text that stands in several units' reports. */
class RepetitionInSiteTest {
  private static final String SET_PHRASE = "在县委和县政府的坚强领导下紧紧围绕年初确定的各项目标任务";

  /** Long enough for fingerprints to fall into it. */
  private static final String COPIED =
      """
      年初把全县的水井逐口登记，凡是水位低于警戒线的都装上了自动记录的仪器，由村里的水管员每月抄一次表。
      六月起对沿河的养鱼户挨家走访，劝说其中九户改在岸上建池，拆下来的网箱统一运到镇上的回收站。
      入秋以后修补了三条干渠的裂缝，换掉锈坏的闸门，渠水到田头的时间比往年早了四天。
      年底请下游两个村的代表一起看了账本，谁家用了多少水、交了多少钱，一户一户念给大家听。
      """
          .replace("\n", "");

  private static final List<String> OWN =
      List.of(
          "水库大坝的灌浆比计划早完工，验收组给了良好。",
          "路面坑槽当天发现当天补，夜里施工避开了早高峰。",
          "门诊大厅添了轮椅和雨伞，老人挂号有人陪着走。",
          "校车换了新的座椅，司机每学期体检一次才能上岗。",
          "菜市场的排水沟加了盖板，下雨天不再积水发臭。");

  @TempDir Path root;
  private TestSite site;

  @BeforeEach
  void writeFiveUnits() {
    site = TestSite.in(root, "== annals.yaml\ntitle: 档案\n");
    for (int unit = 0; unit < OWN.size(); unit++) {
      site.write("content/u" + unit + "/unit.yaml", "name: 单位" + unit + "\nslug: u" + unit + "\n");
      for (int year = 2022; year <= 2023; year++) {
        write(unit, year, OWN.get(unit) + (year == 2022 ? "头一年。" : "又一年。"));
      }
    }
  }

  private void write(int unit, int year, String text) {
    site.write(
        "content/u" + unit + "/" + year + ".md",
        "---\ntitle: 单位%d%d年工作总结\nyear: %d\n---\n\n## 一、%d年工作总结\n\n%s。\n\n%s\n"
            .formatted(unit, year, year, year, SET_PHRASE, text));
  }

  private Document report(int unit, int year) {
    return Jsoup.parse(site.page("units/u" + unit + "/" + year + "/index.html"));
  }

  private static String marked(Document page, String selector) {
    return String.join("", page.select(selector).eachText());
  }

  @Test
  void setPhrasesOfManyUnitsDoNotCount() {
    assertTrue(site.build().written().isPresent());
    Document page = report(0, 2023);
    assertEquals(SET_PHRASE + "。", marked(page, ".rep-phrase"));
    assertFalse(page.select(".rep:not(.rep-phrase)").text().contains(SET_PHRASE.substring(0, 8)));
  }

  @Test
  void whatAnotherUnitWroteBeforeIsShownWithItsSource() {
    write(0, 2022, OWN.get(0) + "\n\n" + COPIED);
    write(3, 2023, OWN.get(3) + "\n\n" + COPIED);
    assertTrue(site.build().written().isPresent());
    Document page = report(3, 2023);
    assertEquals(COPIED, marked(page, ".rep-elsewhere"));
    assertEquals(1, page.select("#repetition a[href='../../u0/2022/index.html']").size());
    assertTrue(page.select(".facts .repeated").text().contains("与其他单位"));
    assertTrue(report(0, 2022).select(".rep-elsewhere").isEmpty(), "the source was there first");
    Document ofYear = Jsoup.parse(site.page("years/2023/repetition/index.html"));
    assertEquals("单位3", ofYear.selectFirst("tbody th a").text());
    assertEquals(1, ofYear.select("td.from a[href='../../../units/u0/2022/index.html']").size());
  }

  @Test
  void aLongTextThatManyUnitsShareIsNoSetPhrase() {
    for (int unit = 0; unit < OWN.size(); unit++) {
      write(unit, 2023, OWN.get(unit) + "\n\n" + COPIED);
    }
    assertTrue(site.build().written().isPresent());
    assertEquals(COPIED, marked(report(2, 2023), ".rep-elsewhere"));
  }

  @Test
  void aUnitsFirstReportSaysNothingOfRepetition() {
    assertTrue(site.build().written().isPresent());
    assertTrue(report(0, 2022).select("#repetition, .facts .repeated").isEmpty());
    assertFalse(site.has("years/2022/repetition/index.html"));
  }
}
