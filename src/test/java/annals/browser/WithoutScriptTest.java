package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages read well where scripts do not run. */
@InChromium
class WithoutScriptTest {
  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  WithoutScriptTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page = reader.newPage();
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void aReportShowsItsTextContentsAndNotes() {
    page.navigate(site.address(Door.FILE, SamplePage.REPORT.path()));
    allVisible("#text p[id]");
    allVisible("#text h2, #text h3, #text h4");
    allVisible(".contents a");
    allVisible(".notes li");
    allVisible(".switch a");
    page.click(".contents a[href='#s-3']");
    assertTrue(page.url().endsWith("#s-3"));
    assertTrue(page.locator("#s-3 > h2").boundingBox().y < 200, "the section is at the top");
  }

  @Test
  void onANarrowScreenToo() {
    page.setViewportSize(390, 800);
    page.navigate(site.address(Door.FILE, SamplePage.REPORT.path()));
    allVisible("#text p[id]");
    allVisible(".contents a");
    allVisible(".notes li");
  }

  @Test
  void theHomePageShowsTheMatrixAndLeadsToReports() {
    page.navigate(site.address(Door.FILE, SamplePage.HOME.path()));
    allVisible(".matrix tbody th[scope=row]");
    Locator cells = page.locator(".matrix tbody td a");
    assertTrue(cells.count() > 30, "reports in the matrix: " + cells.count());
    cells.first().click();
    page.waitForSelector("body.report");
    page.click(".crumbs a >> nth=0");
    page.waitForSelector("body.home");
  }

  @Test
  void theSearchPageListsUnitsAndYearsAndSaysWhatIsMissing() {
    page.navigate(site.address(Door.FILE, SamplePage.SEARCH.path()));
    assertTrue(page.locator("noscript, .notice").first().innerText().contains("脚本"));
    allVisible("#search-browse a");
    assertTrue(page.locator("#search-browse a[href*='units/']").count() >= 11);
    assertTrue(page.locator("#search-browse a[href*='years/']").count() >= 6);
    page.locator("#search-browse a[href*='units/']").first().click();
    page.waitForSelector("body.unit");
  }

  @Test
  void aFollowUpShowsItsWholeTable() {
    page.navigate(site.address(Door.FILE, SamplePage.FOLLOW_UP.path()));
    allVisible(".items tbody tr");
    page.locator(".items tr.found td:nth-child(9) a").first().click();
    page.waitForSelector("body.report");
  }

  @Test
  void aComparisonShowsBothTexts() {
    page.navigate(site.address(Door.FILE, SamplePage.COMPARE.path()));
    assertTrue(page.locator(".comparison del").first().isVisible());
    assertTrue(page.locator(".comparison ins").first().isVisible());
  }

  @Test
  void noControlIsShownThatDoesNothing() {
    for (SamplePage sample : SamplePage.values()) {
      if (sample == SamplePage.SEARCH_RESULTS) {
        continue;
      }
      page.navigate(site.address(Door.FILE, sample.path()));
      List<String> buttons =
          page.locator("button:visible, details.display:visible").allInnerTexts().stream()
              .filter(words -> !words.equals("检索"))
              .toList();
      assertEquals(List.of(), buttons, sample.path());
    }
  }

  private void allVisible(String selector) {
    List<Locator> all = page.locator(selector).all();
    assertTrue(!all.isEmpty(), selector);
    for (Locator each : all) {
      assertTrue(each.isVisible(), () -> selector + " hidden: " + each.textContent());
    }
  }
}
