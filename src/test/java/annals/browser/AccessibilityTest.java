package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.build.TestSite;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What axe-core finds where pages are not as they first appear, or speak English. */
@InChromium
class AccessibilityTest {
  private final Chromium chromium;
  private final DemonstrationSite site;

  AccessibilityTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @Test
  void whatOpensHasNoViolationEither() {
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.setViewportSize(1024, 900);
      page.navigate(site.http(SamplePage.REPORT.path()));
      page.click("#display summary");
      page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertEquals(List.of(), Axe.violations(page), "the display menu and the notes");
      page.setViewportSize(390, 900);
      page.click(".contents summary");
      assertEquals(List.of(), Axe.violations(page), "the contents on a narrow screen");
    }
  }

  @Test
  void anEnglishSiteHasNoViolation(@TempDir Path folder) {
    TestSite.in(
            folder,
            """
            == annals.yaml
            title: Annual reports
            language: en
            == content/office/unit.yaml
            name: 东湖县档案馆
            slug: office
            == content/office/2023.md
            ---
            title: 东湖县档案馆2023年工作总结和2024年工作计划
            ---

            ## 一、2023年工作总结

            全年接待查档2300人次，新接收档案4100卷。

            ## 二、2024年工作计划

            完成库房除湿改造，接收档案5000卷。

            == content/office/2024.md
            ---
            title: 东湖县档案馆2024年工作总结
            ---

            ## 一、2024年工作总结

            库房除湿改造全面完成，接收档案5200卷。
            """)
        .build();
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      for (String path :
          List.of(
              "index.html",
              "units/office/index.html",
              "units/office/2023/index.html",
              "units/office/follow-up/2024/index.html")) {
        page.navigate(folder.resolve("site").resolve(path).toUri().toString());
        assertEquals("en", page.getAttribute("html", "lang"));
        assertEquals(List.of(), Axe.violations(page), path);
      }
    }
  }
}
