package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search page of an archive with more units and years than stand in a short list. */
@InChromium
class LargeArchiveSearchTest {
  private static final int UNITS = 25;
  private static final int FIRST_YEAR = 1996;
  private static final int LAST_YEAR = 2024;
  private static final String VALUES = "[data-facet=unit] .facet";

  private final Chromium chromium;
  private BrowserContext reader;
  private Page page;

  LargeArchiveSearchTest(Chromium chromium) {
    this.chromium = chromium;
  }

  @BeforeEach
  void open(@TempDir Path folder) {
    TestSite site = TestSite.in(folder, "== annals.yaml\ntitle: Annual reports\nlanguage: en\n");
    for (int unit = 1; unit <= UNITS; unit++) {
      site.write(
          "content/u%02d/unit.yaml".formatted(unit),
          "name: 虚构第%d所\nslug: u%02d\n".formatted(unit, unit));
      int first = unit == 1 ? FIRST_YEAR : LAST_YEAR;
      for (int year = first; year <= LAST_YEAR; year++) {
        site.write(
            "content/u%02d/%d.md".formatted(unit, year),
            """
            ---
            title: 虚构第%d所%d年工作总结
            ---

            ## 一、%d年工作总结

            水渠清淤%d米。
            """
                .formatted(unit, year, year, year));
      }
    }
    site.build();
    reader = chromium.reader();
    page = reader.newPage();
    page.setViewportSize(1366, 900);
    page.navigate(folder.resolve("site/search/index.html").toUri() + "?q=水渠");
    page.waitForSelector(VALUES);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void theUnitsWithMostReportsComeFirstAndTheOthersOnRequest() {
    Locator values = page.locator(VALUES);
    assertEquals(8, values.count());
    assertTrue(values.first().innerText().startsWith("虚构第1所"));
    assertEquals("29", values.first().locator(".facet-count").innerText());
    Locator more = page.locator("[data-facet=unit] .facet-more");
    assertEquals("All 25…", more.innerText());
    assertEquals("false", more.getAttribute("aria-expanded"));
    more.click();
    assertEquals(UNITS, values.count());
    assertEquals("true", more.getAttribute("aria-expanded"));
    assertEquals(
        values.nth(8).getAttribute("data-key"),
        page.evaluate("document.activeElement.dataset.key"),
        "the focus is on the first of the others");
    more.click();
    assertEquals(8, values.count());
  }

  @Test
  void aLongListIsLookedThroughByName() {
    Locator look = page.locator("[data-facet=unit] .facet-look");
    assertTrue(look.isVisible());
    look.fill("第2");
    page.waitForFunction("document.querySelectorAll('" + VALUES + "').length === 7");
    for (String name : page.locator(VALUES).allInnerTexts()) {
      assertTrue(name.contains("第2"), name);
    }
    look.fill("没有");
    page.waitForFunction("document.querySelectorAll('" + VALUES + "').length === 0");
    assertEquals("No such unit among the results", page.innerText("[data-facet=unit] ul"));
    look.fill("");
    page.waitForFunction("document.querySelectorAll('" + VALUES + "').length === 8");
    look.fill("第25");
    page.waitForFunction("document.querySelectorAll('" + VALUES + "').length === 1");
    page.click(VALUES);
    page.waitForFunction("location.search.includes('unit=u25')");
    page.waitForFunction("document.getElementById('search-status').textContent === 'Reports: 1'");
  }

  @Test
  void theChartOfManyYearsFitsTheScreenAndCanBeReachedOnANarrowOne() {
    page.waitForSelector("#search-years a");
    assertEquals(LAST_YEAR - FIRST_YEAR + 1, page.locator("#search-years a").count());
    List<?> labels =
        (List<?>)
            page.evaluate(
                """
                () => [...document.querySelectorAll('#search-years .label:not(.unlabelled)')]
                  .map(e => [e.textContent, e.getBoundingClientRect()])
                  .map(([text, box], i, all) =>
                    i > 0 && all[i - 1][1].left + 24 > box.left ? 'overlaps: ' + text : text)
                """);
    assertTrue(labels.size() > 5, labels::toString);
    assertTrue(labels.contains(String.valueOf(LAST_YEAR)), labels::toString);
    assertFalse(labels.toString().contains("overlaps"), labels::toString);
    page.setViewportSize(390, 800);
    assertEquals(
        true,
        page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"),
        "no side scroll");
    page.focus("[data-key=bar-2024]");
    page.keyboard().press("Enter");
    page.waitForFunction("location.search.includes('year=2024')");
    page.waitForFunction("document.getElementById('search-status').textContent === 'Reports: 25'");
  }

  @Test
  void anEnglishSiteSearchesInEnglishAndPassesAxe() {
    page.waitForSelector("#search-years a");
    assertEquals("Reports: 53", page.innerText("#search-status"));
    assertEquals(
        "2024: reports 25, sections 25", page.locator("#search-years .vh").last().textContent());
    for (int width : new int[] {1366, 500}) {
      page.setViewportSize(width, 900);
      page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertEquals(List.of(), Axe.violations(page), width + " px");
    }
  }
}
