package annals.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.output.WriteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBuilderTest {
  private static final String SITE =
      """
      == annals.yaml
      title: 试验档案
      == content/水利站/unit.yaml
      name: 县水利站
      slug: shuili
      order: 1
      == content/水利站/2022.md
      ---
      title: 县水利站2022年工作总结和2023年工作计划
      ---

      ## 一、2022年工作总结

      全年清淤12公里。

      ## 二、存在的问题

      一是人手不足。

      ## 三、2023年工作计划

      修建白石渠泵站3座，年底前通水。编制《灌区用水手册》。
      == content/水利站/2023.md
      ---
      title: 县水利站2023年工作总结和2024年工作计划
      ---

      ## 一、2023年工作总结

      白石渠3座泵站11月建成通水。开展山洪演练6次。

      ## 二、存在的问题

      一是人手仍然不足。

      ## 三、2024年工作计划

      新装水表2000只。
      == content/灌溉所/unit.yaml
      name: 县灌溉所
      slug: guangai
      predecessors:
        - {unit: 水利站, year: 2024, how: 合并}
      == content/灌溉所/2024.md
      ---
      title: 县灌溉所2024年工作总结
      ---

      ## 一、2024年工作总结

      全年新装水表1800只，比计划少200只。
      """;

  @TempDir Path root;

  private static List<String> errors(BuildReport report) {
    return report.diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .map(Diagnostic::code)
        .toList();
  }

  @Test
  void everyPageTypeIsThere() {
    TestSite site = TestSite.in(root, SITE);
    assertEquals(List.of(), errors(site.build()));
    for (String page :
        List.of(
            "index.html",
            "404.html",
            "manifest.json",
            "data/reports.json",
            "search/index.html",
            "units/index.html",
            "units/shuili/index.html",
            "units/shuili/2022/index.html",
            "units/shuili/follow-up/2023/index.html",
            "units/shuili/follow-up/2023/follow-up.csv",
            "units/shuili/follow-up/2023/follow-up.json",
            "units/shuili/compare/index.html",
            "units/shuili/compare/2022-2023/index.html",
            "years/index.html",
            "years/2023/index.html")) {
      assertTrue(site.has(page), page);
    }
  }

  @Test
  void aReportCopiedWithLastYearsWordsIsAnErrorOfItsOwn() {
    TestSite site = TestSite.in(root, SITE);
    site.write(
        "content/水利站/2024.md",
        site.source("content/水利站/2023.md").replaceFirst("---\n", "---\nyear: 2024\n"));
    assertEquals(List.of("year-twice"), errors(site.build()));
  }

  @Test
  void aGovernmentsReportAndAnOfficesOfOneUnitStandApart() {
    TestSite site = TestSite.in(root, SITE);
    site.write(
        "content/水利站/2023-government.md",
        """
        ---
        title: 2023年政府工作报告
        kind: government
        ---

        ## 一、2022年工作回顾

        全年清淤12公里。

        ## 二、2023年工作安排

        修建泵站3座。
        """);
    assertEquals(List.of(), errors(site.build()));
    assertTrue(site.has("units/shuili/follow-up/2023/index.html"));
    assertTrue(site.has("units/shuili/follow-up/2023-government/index.html"));
  }

  @Test
  void aPlanMeetsTheLaterAccountOfItsYear() {
    TestSite site = TestSite.in(root, SITE);
    site.build();
    String followUp = site.page("units/shuili/follow-up/2023/follow-up.json");
    assertTrue(followUp.contains("白石渠3座泵站11月建成通水。"), followUp);
    assertTrue(followUp.contains("\"not-found\""), "the handbook is not spoken of");
    assertTrue(followUp.contains("开展山洪演练6次。"), "the exercise was not planned");
  }

  @Test
  void aPlanIsFollowedIntoTheUnitThatTookOver() {
    TestSite site = TestSite.in(root, SITE);
    site.build();
    String followUp = site.page("units/shuili/follow-up/2024/follow-up.json");
    assertTrue(followUp.contains("全年新装水表1800只"), followUp);
    assertTrue(site.page("units/guangai/2024/index.html").contains("新装水表2000只"));
    assertTrue(site.has("units/guangai/compare/2023-2024/index.html"));
  }

  @Test
  void aPlanWithoutLaterReportWaits() {
    TestSite site = TestSite.in(root, SITE);
    site.delete("content/灌溉所/2024.md");
    site.build();
    String page = site.page("units/shuili/follow-up/2024/index.html");
    assertTrue(page.contains("尚无后续报告"), page);
    assertTrue(site.page("units/shuili/follow-up/2024/follow-up.json").contains("no-later-report"));
  }

  @Test
  void twoBuildsAndAnyNumberOfThreadsGiveTheSameBytes() {
    TestSite site = TestSite.in(root, SITE);
    site.build(root.resolve("a"), 1);
    site.build(root.resolve("b"), 4);
    assertEquals(TestSite.files(root.resolve("a")), TestSite.files(root.resolve("b")));
  }

  @Test
  void aSecondBuildWritesNothing() {
    TestSite site = TestSite.in(root, SITE);
    WriteResult first = site.build().written().orElseThrow();
    WriteResult second = site.build().written().orElseThrow();
    assertEquals(0, second.written());
    assertEquals(first.written(), second.unchanged());
  }

  @Test
  void anErrorLeavesTheSiteAsItWas() {
    TestSite site = TestSite.in(root, SITE);
    site.build();
    Map<String, String> before = TestSite.files(root.resolve("site"));
    site.write("content/水利站/2024.md", "---\ntitle: 县水利站2024年工作总结\nyear: 2019\n---\n\n## 一、总结\n");
    site.write("content/水利站/2025.md", "---\ntitle: [\n---\n\n## 一、2025年工作总结\n");
    BuildReport report = site.build();
    assertEquals(List.of("year-conflict", "yaml"), errors(report), "all of them in one run");
    assertTrue(report.written().isEmpty());
    assertEquals(before, TestSite.files(root.resolve("site")));
  }

  @Test
  void aBrokenLinkInAReportIsAnError() {
    TestSite site = TestSite.in(root, SITE);
    site.write(
        "content/水利站/2024.md",
        "---\ntitle: 县水利站2024年工作总结\n---\n\n## 一、2024年工作总结\n\n见[附表](nowhere.html)。\n");
    assertEquals(List.of("broken-link"), errors(site.build()));
  }

  @Test
  void aLinkToAnotherReportLeadsToItsPageAndItsAnchorIsChecked() {
    TestSite site = TestSite.in(root, SITE);
    String text = "---\ntitle: 县水利站2024年工作总结\n---\n\n## 一、2024年工作总结\n\n见[去年](2023.md#s-1)。\n";
    site.write("content/水利站/2024.md", text);
    assertEquals(List.of(), errors(site.build()));
    assertTrue(
        site.page("units/shuili/2024/index.html").contains("href=\"../2023/index.html#s-1\"")
            || site.page("units/shuili/2024/index.html")
                .contains("href=\"../../../units/shuili/2023/index.html#s-1\""));
    site.write("content/水利站/2024.md", text.replace("#s-1", "#s-9"));
    assertEquals(List.of("broken-anchor"), errors(site.build()));
  }

  @Test
  void theWordsOfADraftStandNowhere() {
    TestSite site = TestSite.in(root, SITE);
    site.write(
        "content/水利站/2024.md", "---\ntitle: 草稿标题\ndraft: true\n---\n\n## 一、2024年工作总结\n\n草稿里的话。\n");
    site.build();
    TestSite.files(root.resolve("site"))
        .forEach((path, text) -> assertFalse(text.contains("草稿"), path));
    assertFalse(site.has("units/shuili/2024/index.html"));
  }

  @Test
  void aReportThatIsGoneTakesItsPagesWithIt() {
    TestSite site = TestSite.in(root, SITE);
    site.build();
    site.delete("content/灌溉所/2024.md");
    WriteResult result = site.build().written().orElseThrow();
    assertTrue(result.deleted() > 0);
    assertFalse(site.has("units/guangai/2024/index.html"));
  }

  @Test
  void filesThatNoBuildMadeAreKept() throws IOException {
    TestSite site = TestSite.in(root, SITE);
    site.build();
    Files.writeString(root.resolve("site/notes.txt"), "自己的文件");
    BuildReport report = site.build();
    assertEquals("自己的文件", Files.readString(root.resolve("site/notes.txt")));
    assertEquals(1, report.written().orElseThrow().kept());
  }

  @Test
  void aReportOfSeveralInOneYearKeepsAPageForTheYear() {
    TestSite site = TestSite.in(root, SITE);
    site.write(
        "content/水利站/2023-party.md",
        "---\ntitle: 县水利站2023年党建工作总结\n---\n\n## 一、2023年党建工作情况\n\n学习12次。\n");
    assertEquals(List.of(), errors(site.build()));
    assertTrue(site.has("units/shuili/2023-work/index.html"));
    assertTrue(site.has("units/shuili/2023-party/index.html"));
    assertTrue(site.has("units/shuili/2023/index.html"));
  }

  @Test
  void aSitesOwnThemeOverlaysTheDefaultOne() {
    TestSite site = TestSite.in(root, SITE);
    site.build();
    String before = site.page("404.html");
    site.write("annals.yaml", "title: 试验档案\ntheme: own\n");
    site.write(
        "themes/own/templates/not-found.peb", "<!DOCTYPE html><html><body>自己的页面</body></html>");
    assertEquals(List.of(), errors(site.build()));
    assertNotEquals(before, site.page("404.html"));
    assertTrue(site.page("404.html").contains("自己的页面"));
  }

  @Test
  void anEmptyArchiveSaysWhatIsMissing() {
    TestSite site = TestSite.in(root, "== annals.yaml\ntitle: 空\n");
    assertEquals(List.of("content-missing"), errors(site.build()));
  }
}
