package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hits are shown as soon as their texts have been read, whatever else is still on its way. */
@InChromium
class EarlyHitsTest {
  private static final String HITS = "#search-results > li";
  private static final String SEARCHING = "正在检索…";

  private final Chromium chromium;
  private final DemonstrationSite site;
  private final List<Route> held = new ArrayList<>();
  private BrowserContext reader;
  private Page page;

  EarlyHitsTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
    page.navigate(site.address(Door.HTTP, SamplePage.SEARCH.path()));
  }

  @AfterEach
  void close() {
    reader.close();
  }

  private void hold(String files) {
    page.route(files, held::add);
  }

  private void letGo() {
    page.unrouteAll();
    held.forEach(Route::resume);
    held.clear();
  }

  private String status() {
    return page.innerText("#search-status");
  }

  @Test
  void theyStandBeforeItIsKnownThatAllIsOfOneRelease() {
    hold("**/search/index/stamp.js*");
    page.fill("#q", "热线");
    page.waitForSelector(HITS + ":nth-child(6)");
    assertEquals(SEARCHING, status());
    assertFalse(page.isVisible("#search-browse"));
    List<String> early = page.locator(HITS).allInnerTexts();
    letGo();
    page.waitForFunction("document.getElementById('search-status').textContent.startsWith('共')");
    assertEquals(early, page.locator(HITS).allInnerTexts());
  }

  @Test
  void oneThatComesLateHoldsUpOnlyThoseBelowIt() {
    page.fill("#q", "热线");
    page.waitForSelector(HITS + ":nth-child(6)");
    List<String> titles = page.locator(HITS + " h2").allInnerTexts();
    String third = page.getAttribute(HITS + ":nth-child(3) h2 a", "href");
    page.navigate(site.address(Door.HTTP, SamplePage.SEARCH.path()));
    String[] parts = third.replaceFirst("\\?.*", "").split("/");
    hold("**/search/index/t/" + parts[2] + "/" + parts[3] + "-*.js*");
    page.fill("#q", "热线");
    page.waitForSelector(HITS + ":nth-child(2)");
    page.waitForTimeout(300);
    assertEquals(titles.subList(0, 2), page.locator(HITS + " h2").allInnerTexts());
    letGo();
    page.waitForSelector(HITS + ":nth-child(6)");
    assertEquals(titles, page.locator(HITS + " h2").allInnerTexts());
  }

  @Test
  void thePlaceForThemIsShownOnlyIfTheyLetThemselvesBeWaitedFor() {
    page.clock().install(new Clock.InstallOptions().setTime(0));
    page.navigate(site.address(Door.HTTP, SamplePage.SEARCH.path()));
    page.clock().pauseAt(3_600_000);
    hold("**/search/index/t/**");
    page.fill("#q", "热线");
    page.clock().runFor(90);
    assertTrue(page.isVisible("#search-browse"));
    page.clock().runFor(20);
    assertFalse(page.isVisible("#search-browse"));
    assertEquals(SEARCHING, status());
    letGo();
    page.clock().resume();
    page.waitForSelector(HITS);
  }

  @Test
  void whatIsStillOnItsWayWhenTheFieldIsClearedDoesNotAppear() {
    hold("**/search/index/t/**");
    page.fill("#q", "热线");
    page.waitForFunction("document.getElementById('search-status').textContent !== ''");
    page.fill("#q", "");
    letGo();
    page.waitForTimeout(300);
    assertTrue(page.isVisible("#search-browse"));
    assertEquals(0, page.locator(HITS).count());
  }
}
