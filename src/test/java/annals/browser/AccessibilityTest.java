package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.build.TestSite;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What axe-core can see of WCAG 2.0 to 2.2, levels A and AA, and its own best practices. */
@InChromium
class AccessibilityTest {
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The rules that a change of the colour scheme alone can break. */
  private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

  private final Chromium chromium;
  private final DemonstrationSite site;

  AccessibilityTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @ParameterizedTest
  @EnumSource
  void noPageHasAViolationInAnyWidthAndScheme(SamplePage sample) {
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.navigate(site.http(sample.path()));
      page.waitForSelector(sample.sign());
      List<String> violations = new ArrayList<>();
      for (int width : new int[] {1440, 390}) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        violations(page).forEach(v -> violations.add(width + " light " + v));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        violations(page, "rule", OF_COLOUR).forEach(v -> violations.add(width + " dark " + v));
      }
      assertEquals(List.of(), violations);
    }
  }

  @Test
  void whatOpensHasNoViolationEither() {
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.setViewportSize(1024, 900);
      page.navigate(site.http(SamplePage.REPORT.path()));
      page.click("#display summary");
      page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertEquals(List.of(), violations(page), "the display menu and the notes");
      page.setViewportSize(390, 900);
      page.click(".contents summary");
      assertEquals(List.of(), violations(page), "the contents on a narrow screen");
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
        assertEquals(List.of(), violations(page), path);
      }
    }
  }

  private static List<String> violations(Page page) {
    return violations(page, "tag", STANDARDS);
  }

  /**
   * Each as rule, element and what is wrong with it.
   *
   * @param type whether {@code values} are rules or tags of rules
   */
  private static List<String> violations(Page page, String type, List<String> values) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    Object found =
        page.evaluate(
            """
            only => axe.run({runOnly: only, resultTypes: ['violations']}).then(
              found => found.violations.flatMap(
                rule => rule.nodes.map(
                  node => rule.id + ': ' + node.html + ' ' + node.failureSummary)))
            """,
            Map.of("type", type, "values", values));
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
