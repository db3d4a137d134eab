package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What scripts add to tables and comparisons, and how a reader wants pages shown. */
@InChromium
class ControlsTest {
  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  ControlsTest(Chromium chromium, DemonstrationSite site) {
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

  private void visit(Door door, SamplePage sample) {
    page.navigate(site.address(door, sample.path()));
    page.waitForSelector(sample.sign());
  }

  @ParameterizedTest
  @EnumSource
  void aFollowUpIsFilteredByItsAddress(Door door) {
    visit(door, SamplePage.FOLLOW_UP);
    String items = ".items tbody tr:not(.group):visible";
    int all = page.locator(items).count();
    int lost = page.locator(".items tr.not-found").count();
    assertTrue(lost > 0 && lost < all, lost + " of " + all);
    page.click("#filter button[data-state='not-found']");
    assertEquals(lost, page.locator(items).count());
    assertTrue(page.innerText("#shown").contains(Integer.toString(lost)));
    assertTrue(page.url().endsWith("?state=not-found"), page.url());
    page.reload();
    page.waitForSelector("#filter button[data-state='not-found'][aria-pressed='true']");
    assertEquals(lost, page.locator(items).count());
    page.click("#filter button[data-state='']");
    assertEquals(all, page.locator(items).count());
  }

  @ParameterizedTest
  @EnumSource
  void aFollowUpIsFilteredBySectionAndByFigures(Door door) {
    visit(door, SamplePage.FOLLOW_UP);
    String items = ".items tbody tr[id]:visible";
    String section = page.getAttribute("select[name='section'] option >> nth=2", "value");
    page.selectOption("select[name='section']", section);
    int inSection = page.locator("#g-" + section + " tr[id]").count();
    assertEquals(inSection, page.locator(items).count());
    assertEquals(1, page.locator(".items .group:visible").count());
    page.selectOption("select[name='section']", "");
    page.selectOption("select[name='figures']", "with");
    int with = page.locator(items).count();
    assertEquals(with, page.locator(".items td:nth-child(3) ul:visible").count());
    page.selectOption("select[name='figures']", "without");
    assertEquals(page.locator(".items tr[id]").count(), with + page.locator(items).count());
    assertTrue(page.url().endsWith("?figures=without"), page.url());
  }

  @ParameterizedTest
  @EnumSource
  void aFollowUpWithoutFiguresHasNoColumnAndNoChoiceForThem(Door door) {
    visit(door, SamplePage.FOLLOW_UP_WITHOUT_FIGURES);
    assertTrue(page.isVisible(".items td:nth-child(2)"));
    assertEquals(0, page.locator(".items :nth-child(3):is(td, th):visible").count());
    assertTrue(page.isVisible("select[name='section']"));
    assertFalse(page.isVisible("select[name='figures']"));
  }

  @ParameterizedTest
  @EnumSource
  void aFollowUpIsSortedByStateAndPutBack(Door door) {
    visit(door, SamplePage.FOLLOW_UP);
    String numbers = ".items tbody tr[id] td:first-child";
    List<String> planned = page.locator(numbers).allInnerTexts();
    page.selectOption("select[name='sort']", "state");
    List<String> sorted = page.locator(numbers).allInnerTexts();
    assertNotEquals(planned, sorted);
    assertEquals(new HashSet<>(planned), new HashSet<>(sorted));
    assertTrue(page.locator(".items .group").first().innerText().contains("已完成"));
    assertTrue(page.locator(".items .place a").first().isVisible(), "each says its section");
    page.selectOption("select[name='sort']", "");
    assertEquals(planned, page.locator(numbers).allInnerTexts());
    assertEquals(0, page.locator(".items .place").count());
  }

  @Test
  void aLinkToAStatementOpensTheirFold() {
    visit(Door.FILE, SamplePage.FOLLOW_UP_WITH_STATEMENTS);
    String id = page.getAttribute(".statements li >> nth=0", "id");
    assertFalse(page.isVisible(".statements li >> nth=0"));
    page.navigate(site.address(Door.FILE, SamplePage.FOLLOW_UP_WITH_STATEMENTS.path() + "#" + id));
    page.waitForSelector("#" + id);
    assertTrue(page.isVisible("#" + id));
  }

  @Test
  void aComparisonShowsOnlyWhatDiffersOrBothInOneColumn() {
    page.setViewportSize(1366, 768);
    visit(Door.FILE, SamplePage.COMPARE);
    int older = page.locator(".comparison del:visible").count();
    double height = page.locator(".comparison").boundingBox().height;
    page.click("[data-view='changes']");
    assertEquals("true", page.getAttribute("[data-view='changes']", "aria-pressed"));
    assertTrue(page.locator(".comparison").boundingBox().height <= height);
    page.click("[data-view='unified']");
    assertEquals(older, page.locator(".comparison del:visible").count(), "nothing is lost");
    page.click("[data-view='changes']");
    page.click("[data-view='unified']");
    assertEquals(height, page.locator(".comparison").boundingBox().height, 1);
  }

  @Test
  void theMapOfAComparisonLeadsToWhatHasChanged() {
    page.setViewportSize(1366, 768);
    visit(Door.FILE, SamplePage.COMPARE);
    int marks = page.locator(".change-map span").count();
    assertEquals(page.locator(".comparison section > div:not(.unchanged)").count(), marks);
    Locator last = page.locator(".comparison section > div:not(.unchanged)").last();
    assertFalse(isInWindow(last));
    page.locator(".change-map span").last().click();
    assertTrue(isInWindow(last));
    page.click("[data-view='changes']");
    assertEquals(marks, page.locator(".change-map span").count());
  }

  private static boolean isInWindow(Locator element) {
    return (boolean)
        element.evaluate(
            "e => { const box = e.getBoundingClientRect();"
                + " return box.bottom > 0 && box.top < innerHeight; }");
  }

  @Test
  void aSectionOfAComparisonIsNotHiddenUnderTheHeadsOfTheColumns() {
    page.navigate(site.address(Door.FILE, SamplePage.COMPARE.path() + "#c-s-2"));
    page.waitForFunction(
        """
        () => {
          const heads = document.querySelector('.column-heads').getBoundingClientRect();
          const heading = document.querySelector('#c-s-2 h2').getBoundingClientRect();
          return heading.top >= heads.bottom && heading.bottom < innerHeight;
        }
        """);
  }

  @Test
  void theMatrixIsSortedAndPutBack() {
    visit(Door.FILE, SamplePage.HOME);
    String names = ".matrix tbody tr[data-order]:visible th";
    List<String> official = page.locator(names).allInnerTexts();
    page.click("#order [data-order='reports']");
    List<String> byReports = page.locator(names).allInnerTexts();
    assertNotEquals(official, byReports);
    assertEquals(new HashSet<>(official), new HashSet<>(byReports));
    page.click("#order [data-order='name']");
    assertNotEquals(byReports, page.locator(names).allInnerTexts());
    page.click("#order [data-order='order']");
    assertEquals(official, page.locator(names).allInnerTexts());
  }

  @ParameterizedTest
  @EnumSource
  void howPagesAreShownIsKeptFromPageToPage(Door door) {
    visit(door, SamplePage.HOME);
    page.click("#display summary");
    page.click("#display [data-value='150']");
    page.click("#display [data-value='dark']");
    page.keyboard().press("Escape");
    assertFalse(page.isVisible("#display [data-value='150']"));
    visit(door, SamplePage.REPORT);
    assertEquals("150", page.getAttribute("html", "data-size"));
    assertEquals("dark", page.getAttribute("html", "data-mode"));
    assertEquals(
        true,
        page.evaluate(
            """
            () => {
              const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g);
              return r < 60 && g < 60 && b < 60
                && parseFloat(getComputedStyle(document.documentElement).fontSize) > 25;
            }
            """));
  }

  @ParameterizedTest
  @EnumSource
  void whatAReportRepeatsIsGreyedByKeyboardAndStaysSo(Door door) {
    visit(door, SamplePage.REPORT);
    String colour = "() => getComputedStyle(document.querySelector('#text .rep')).color";
    String places =
        "() => Array.from(document.querySelectorAll('#text p'))"
            + ".map(p => p.getBoundingClientRect()).map(r => [r.top, r.height].join()).join(' ')";
    Object plain = page.evaluate(colour);
    Object before = page.evaluate(places);
    page.focus(".facts .repetition-switch");
    page.keyboard().press("Space");
    assertEquals(2, page.locator(".repetition-switch[aria-pressed='true']").count());
    assertNotEquals(plain, page.evaluate(colour));
    assertEquals(before, page.evaluate(places));
    page.reload();
    page.waitForSelector(".repetition-switch[aria-pressed='true']");
    assertNotEquals(plain, page.evaluate(colour));
    page.click("#repetition .repetition-switch");
    assertEquals(plain, page.evaluate(colour));
  }
}
