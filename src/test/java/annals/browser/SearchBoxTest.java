package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The box on every page: a panel with units and reports while one types. */
@InChromium
class SearchBoxTest {
  private static final String REPORTS = ".box-panel .box-report";
  private static final String UNITS = ".box-panel .box-unit";

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  SearchBoxTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
  }

  @AfterEach
  void close() {
    reader.close();
  }

  private void type(Door door, SamplePage sample, String text) {
    page.navigate(site.address(door, sample.path()));
    page.keyboard().press("/");
    page.keyboard().type(text);
  }

  @ParameterizedTest
  @EnumSource
  void unitsComeFirstThenReportsThenTheWayToAllResults(Door door) {
    type(door, SamplePage.REPORT, "档案");
    page.waitForSelector(REPORTS);
    assertEquals(List.of("松湾县档案馆"), page.locator(UNITS).allInnerTexts());
    Locator options = page.locator(".box-panel [role=option]");
    assertEquals("box-unit", options.first().getAttribute("class"));
    assertEquals("box-all", options.last().getAttribute("class"));
    int reports = page.locator(REPORTS).count();
    assertTrue(reports > 1 && reports <= 5, "reports: " + reports);
    for (Locator report : page.locator(REPORTS).all()) {
      assertEquals(1, report.locator(".box-snippet").count());
      assertTrue(report.locator("mark").count() > 0, report::innerText);
    }
    int total = ArchiveText.read().grep("档案").size();
    assertEquals("共 " + total + " 篇报告", page.innerText(".box-count"));
    page.click(".box-all");
    page.waitForSelector("#search-results > li");
    assertEquals("档案", page.inputValue("#q"));
    assertEquals("共 " + total + " 篇报告", page.innerText("#search-status"));
  }

  @ParameterizedTest
  @EnumSource
  void aUnitIsFoundByItsInitialsAndOpenedByEnter(Door door) {
    type(door, SamplePage.HOME, "bgs");
    page.waitForSelector(UNITS);
    assertEquals("办公室", page.locator(UNITS).first().innerText());
    assertTrue(page.locator(UNITS).allInnerTexts().contains("松湾县政府办公室"), "within a name");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForSelector("body.unit");
    assertEquals("办公室", page.innerText("h1"));
  }

  @ParameterizedTest
  @EnumSource
  void aReportOpensAtTheMatch(Door door) {
    type(door, SamplePage.FOLLOW_UP, "12345");
    page.waitForSelector(REPORTS);
    page.locator(REPORTS).first().click();
    page.waitForSelector("body.report mark");
    assertTrue(page.url().contains("?q=12345"), page.url());
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfTheIndexIsLoadedBeforeTheReaderTypes(Door door) {
    List<String> loaded = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("search/index/")) {
            loaded.add(request.url());
          }
        });
    type(door, SamplePage.HOME, "");
    page.keyboard().press("ArrowDown");
    page.evaluate("new Promise(done => setTimeout(done, 300))");
    assertEquals(List.of(), loaded);
    page.keyboard().type("热线");
    page.waitForSelector(REPORTS);
    assertFalse(loaded.isEmpty());
  }

  @Test
  void arrowsMoveThroughTheOptionsAndBackToTheBox() {
    type(Door.HTTP, SamplePage.HOME, "热线");
    page.waitForSelector(REPORTS);
    int options = page.locator(".box-panel [role=option]").count();
    assertNull(active());
    page.keyboard().press("ArrowDown");
    assertEquals(page.locator(REPORTS).first().getAttribute("id"), active());
    assertEquals("true", page.locator(REPORTS).first().getAttribute("aria-selected"));
    for (int i = 1; i < options; i++) {
      page.keyboard().press("ArrowDown");
    }
    assertEquals(page.locator(".box-all").getAttribute("id"), active());
    assertEquals(1, page.locator(".box-panel [aria-selected=true]").count());
    page.keyboard().press("ArrowDown");
    assertNull(active());
    page.keyboard().press("ArrowUp");
    assertEquals(page.locator(".box-all").getAttribute("id"), active());
    assertEquals("q", page.evaluate("document.activeElement.id"), "the focus stays in the box");
  }

  private String active() {
    return page.getAttribute("#q", "aria-activedescendant");
  }

  @Test
  void escapeClosesThePanelAndKeepsWhatWasTyped() {
    type(Door.HTTP, SamplePage.HOME, "热线");
    page.waitForSelector(REPORTS);
    assertEquals("true", page.getAttribute("#q", "aria-expanded"));
    page.keyboard().press("Escape");
    assertFalse(page.isVisible(".box-panel"));
    assertEquals("false", page.getAttribute("#q", "aria-expanded"));
    assertEquals("热线", page.inputValue("#q"));
    page.keyboard().press("ArrowDown");
    page.waitForSelector(REPORTS);
    page.keyboard().press("Tab");
    assertFalse(page.isVisible(".box-panel"), "who goes on has no use for it");
  }

  @Test
  void thePanelIsACombobox() {
    type(Door.HTTP, SamplePage.HOME, "档案");
    page.waitForSelector(REPORTS);
    assertEquals("combobox", page.getAttribute("#q", "role"));
    assertEquals(
        "listbox",
        page.getAttribute("#" + page.getAttribute("#q", "aria-controls"), "role"),
        "what the box controls");
    page.keyboard().press("ArrowDown");
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, 800);
      assertEquals(List.of(), Axe.violations(page), width + " px");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertEquals(List.of(), Axe.violationsOfColour(page), width + " px, dark");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      assertEquals(
          true,
          page.evaluate(
              """
              () => {
                const box = document.querySelector('.box-panel').getBoundingClientRect();
                return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
              }
              """),
          "the panel is within the screen, " + width + " px");
    }
  }

  @Test
  void thePanelMovesNothing() {
    page.navigate(site.http(SamplePage.HOME.path()));
    double before = page.locator("h1").boundingBox().y;
    type(Door.HTTP, SamplePage.HOME, "热线");
    page.waitForSelector(REPORTS);
    assertEquals(before, page.locator("h1").boundingBox().y);
  }

  @Test
  void theCountIsSaidOnceTypingPauses() {
    page.clock().install(new Clock.InstallOptions().setTime(0));
    page.navigate(site.http(SamplePage.HOME.path()));
    page.clock().pauseAt(3_600_000);
    page.keyboard().press("/");
    page.keyboard().type("热线");
    page.clock().runFor(150);
    page.waitForSelector(REPORTS);
    String live = ".search-box [role=status]";
    assertEquals("", page.locator(live).textContent());
    page.clock().runFor(1000);
    assertTrue(page.locator(live).textContent().matches(".*共 \\d+ 篇报告"));
  }

  @Test
  void nothingIsLookedForWhileCharactersAreBeingComposed() {
    page.clock().install();
    page.navigate(site.http(SamplePage.HOME.path()));
    page.focus("#q");
    page.evaluate(
        """
        () => {
          const box = document.getElementById('q');
          box.dispatchEvent(new CompositionEvent('compositionstart'));
          box.value = 're';
          box.dispatchEvent(new InputEvent('input', {isComposing: true}));
        }
        """);
    page.clock().runFor(1000);
    assertFalse(page.isVisible(".box-panel"));
    page.evaluate(
        """
        () => {
          const box = document.getElementById('q');
          box.value = '热线';
          box.dispatchEvent(new CompositionEvent('compositionend'));
        }
        """);
    page.clock().runFor(150);
    page.waitForSelector(REPORTS);
  }

  @ParameterizedTest
  @EnumSource
  void whereThereIsNothingThePanelSaysSoAndLeadsToTheReasons(Door door) {
    type(door, SamplePage.HOME, "没有这样一句话");
    page.waitForSelector(".box-all");
    assertEquals("报告中没有找到“没有这样一句话”。", page.innerText(".box-note"));
    assertEquals(0, page.locator(REPORTS).count());
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForFunction(
        "document.getElementById('search-status')"
            + " && document.getElementById('search-status').textContent.includes('没有')");
  }

  @Test
  void aQueryInTheBoxIsOnlyEverText() {
    for (String query :
        List.of(
            "<script>window.injected=1</script>", "<img src=x onerror=\"window.injected=1\">")) {
      type(Door.HTTP, SamplePage.HOME, query);
      page.waitForSelector(".box-all");
      page.waitForFunction(
          "q => document.querySelector(\".box-note\").innerText.includes(q)", query);
      assertEquals(0, page.locator(".box-panel img, .box-panel script").count());
      assertNotNull(page.locator(".box-all").getAttribute("href"));
      assertEquals(true, page.evaluate("window.injected === undefined"));
    }
  }

  @Test
  void withoutTheIndexThePanelSaysWhatIsMissing() {
    page.route("**/search/index/**", route -> route.abort());
    type(Door.HTTP, SamplePage.HOME, "热线");
    page.waitForSelector(".box-panel");
    assertTrue(page.innerText(".box-note").contains("search/index"));
    assertEquals("false", page.getAttribute("#q", "aria-expanded"));
  }
}
