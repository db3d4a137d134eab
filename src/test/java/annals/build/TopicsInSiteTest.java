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

/** What units of a year write about in common. */
class TopicsInSiteTest {
  @TempDir Path root;
  private TestSite site;

  @BeforeEach
  void writeThreeUnits() {
    site = TestSite.in(root, "== annals.yaml\ntitle: 档案\n");
    report("shui", "水利站", "（一）扎实推进乡村振兴", "修好三条机耕路，装了路灯。", "（一）继续推进乡村振兴", "再修两条路。");
    report("nong", "农技站", "（一）助力乡村振兴", "推广新稻种，亩产高了一成。", "（一）建好育秧棚", "建两座育秧棚。");
    report("wen", "文化站", "（一）办好春节文艺演出", "演出八场。乡村振兴的故事排成小戏，乡村振兴题材占一半。", "（一）添置音响", "买一套音响。");
  }

  private void report(
      String slug, String name, String done, String account, String next, String plan) {
    site.write("content/" + slug + "/unit.yaml", "name: " + name + "\nslug: " + slug + "\n");
    site.write(
        "content/" + slug + "/2023.md",
        """
        ---
        title: %s2023年工作总结和2024年工作计划
        year: 2023
        ---

        ## 一、2023年工作总结

        ### %s

        %s

        ## 二、存在的问题

        ### （一）存在的不足

        忙时人手不够。

        ## 三、2024年工作计划

        ### %s

        %s
        """
            .formatted(name, done, account, next, plan));
  }

  private Document page(String path) {
    return Jsoup.parse(site.page(path));
  }

  private List<String> topics() {
    return page("years/2023/index.html").select(".topics tbody th a").eachText();
  }

  @Test
  void aTopicIsWhatHeadingsOfSeveralUnitsShare() {
    assertTrue(site.build().written().isPresent());
    assertEquals(List.of("乡村振兴"), topics());
    Document topic = page("years/2023/topics/xiang-cun-zhen-xing/index.html");
    assertEquals(3, topic.select(".of-topic tbody tr").size());
    assertEquals(
        List.of(
            "../../../../units/shui/2023/index.html#s-1-1",
            "../../../../units/shui/2023/index.html#s-3-1"),
        topic.select("tr:has(th:contains(水利站)) .where a").eachAttr("href"));
    assertEquals(
        List.of("../../../../units/wen/2023/index.html#s-1-1-p1-2"),
        topic.select("tr:has(th:contains(文化站)) .where a").eachAttr("href"),
        "only the text tells of it");
  }

  @Test
  void headingsThatFitEveryReportAreNoTopics() {
    assertTrue(site.build().written().isPresent());
    assertFalse(String.join(" ", topics()).matches(".*(问题|不足|总结|计划|工作).*"), topics()::toString);
  }

  @Test
  void aSiteNamesTopicsOfItsOwn() {
    site.write(
        "annals.yaml",
        """
        title: 档案
        topics:
          三农: [乡村, 稻种, 育秧]
          演出: []
        """);
    assertTrue(site.build().written().isPresent());
    assertEquals(List.of("三农"), topics(), "演出 is one unit's alone");
    Document topic = page("years/2023/topics/san-nong/index.html");
    assertEquals(
        "（一）建好育秧棚", topic.select("tr:has(th:contains(农技站)) td:last-child .where a").text());
  }

  @Test
  void whatCannotBeATopicIsSaid() {
    site.write("annals.yaml", "title: 档案\ntopics:\n  农: [村]\n");
    BuildReport report = site.build();
    assertTrue(report.written().isEmpty());
    assertEquals(
        List.of("annals.yaml:3:3 yaml-value"),
        report.diagnostics().stream()
            .filter(d -> d.code().equals("yaml-value"))
            .map(d -> d.position() + " " + d.code())
            .toList());
  }

  @Test
  void aYearOfOneUnitHasNoTopics() {
    site.write(
        "content/shui/2022.md",
        "---\ntitle: 水利站2022年工作总结\nyear: 2022\n---\n\n## 一、2022年工作总结\n\n### （一）推进乡村振兴\n\n修路。\n");
    assertTrue(site.build().written().isPresent());
    assertTrue(page("years/2022/index.html").select(".year-topics").isEmpty());
    assertFalse(site.has("years/2022/topics/xiang-cun-zhen-xing/index.html"));
  }
}
