package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report as it is read: contents, years, links to copy, notes. */
@InChromium
class ReportReadingTest {
  private static final Page.WaitForSelectorOptions GONE =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  ReportReadingTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
    page.setViewportSize(1440, 800);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  private void visit(Door door, String anchor) {
    page.navigate(site.address(door, SamplePage.REPORT.path() + anchor));
    page.waitForSelector(SamplePage.REPORT.sign());
  }

  private void scrollTo(String id) {
    page.evaluate("id => document.getElementById(id).scrollIntoView()", id);
  }

  @ParameterizedTest
  @EnumSource
  void theContentsMarkTheSectionInView(Door door) {
    visit(door, "");
    for (String section : List.of("s-2", "s-1-2-3", "s-3-4")) {
      scrollTo(section);
      page.waitForSelector(".contents a[aria-current][href='#" + section + "']");
      assertEquals(1, page.locator(".contents a[aria-current]").count());
    }
  }

  @Test
  void anEntryOfTheContentsLeadsToItsSection() {
    visit(Door.HTTP, "");
    page.click(".contents a[href='#s-3-2']");
    assertTrue(page.url().endsWith("#s-3-2"));
    page.waitForFunction(
        "Math.abs(document.getElementById('s-3-2').getBoundingClientRect().top) < 120");
    page.waitForSelector(".contents a[aria-current][href='#s-3-2']");
  }

  @Test
  void theLastSectionIsMarkedAlthoughItCannotReachTheTop() {
    page.setViewportSize(1440, 1400);
    visit(Door.HTTP, "");
    page.click(".contents a[href='#s-3-5']");
    page.waitForSelector(".contents a[aria-current][href='#s-3-5']");
    page.evaluate("window.scrollTo(0, 0)");
    page.waitForSelector(".contents a[aria-current]", GONE);
  }

  @Test
  void onANarrowScreenTheContentsAreASheetThatOpens() {
    page.setViewportSize(390, 800);
    visit(Door.HTTP, "");
    assertFalse(page.isVisible(".contents a[href='#s-3']"));
    page.click(".contents summary");
    page.click(".contents a[href='#s-3']");
    assertTrue(page.url().endsWith("#s-3"));
    page.waitForFunction(
        "Math.abs(document.getElementById('s-3').getBoundingClientRect().top) < 120");
  }

  @ParameterizedTest
  @EnumSource
  void anotherYearOpensAtTheSameSectionWhereItHasOne(Door door) {
    visit(door, "");
    assertFalse(yearLink("2022").getAttribute("href").contains("#"), "at the top: the whole page");
    scrollTo("s-1-2");
    page.waitForFunction(
        "document.querySelector('.switch a[data-year=\"2022\"]').getAttribute('href')"
            + ".endsWith('/2022/index.html#s-1-4')");
    assertTrue(yearLink("2022").boundingBox().y >= 0, "the years are in reach");
    yearLink("2022").click();
    page.waitForURL(site.address(door, "units/zhengfuban/2022/index.html#s-1-4"));
    page.waitForSelector(".contents a[aria-current]");
    assertTrue(
        page.locator("#s-1-4 > :is(h2, h3), #s-1-4").first().boundingBox().y < 200,
        "the section is in view");
  }

  @Test
  void theKeyboardReachesContentsAndYearsWithoutLeavingTheSection() {
    for (int width : List.of(1440, 390)) {
      page.setViewportSize(width, 500);
      visit(Door.HTTP, "");
      if (width == 390) {
        page.click(".contents summary");
      }
      scrollTo("s-1-2");
      page.waitForFunction("window.scrollY > 500");
      Object before = page.evaluate("window.scrollY");
      page.evaluate(
          """
          () => {
            const links = document.querySelectorAll('.contents a');
            links[links.length - 1].focus({ preventScroll: true });
          }
          """);
      for (int i = page.locator(".contents a").count(); i > 0; i--) {
        page.keyboard().press("Shift+Tab");
      }
      assertEquals("SUMMARY", page.evaluate("document.activeElement.tagName"));
      assertEquals(before, page.evaluate("window.scrollY"), "contents at " + width);
    }
    page.setViewportSize(1440, 500);
    visit(Door.HTTP, "");
    scrollTo("s-1-2");
    page.waitForSelector(".switch a[data-year='2022'][href$='#s-1-4']");
    yearLink("2024").evaluate("link => link.focus({ preventScroll: true })");
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Shift+Tab");
    assertEquals("2022", page.evaluate("document.activeElement.textContent"));
    page.keyboard().press("Enter");
    page.waitForURL(site.http("units/zhengfuban/2022/index.html#s-1-4"));
  }

  private Locator yearLink(String year) {
    return page.locator(".switch a[data-year='" + year + "']");
  }

  @ParameterizedTest
  @EnumSource
  void aLinkToAParagraphIsCopied(Door door) {
    if (door == Door.HTTP) {
      reader.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }
    visit(door, "");
    Locator paragraph = page.locator("#text p[id]").first();
    String id = paragraph.getAttribute("id");
    paragraph.hover();
    Locator copy = paragraph.locator(".pilcrow");
    assertEquals("复制本处链接", copy.getAttribute("aria-label"));
    copy.click();
    page.waitForSelector(".pilcrow.done");
    assertEquals("链接已复制", copy.getAttribute("aria-label"));
    String address = site.address(door, SamplePage.REPORT.path()) + "#" + id;
    assertEquals(address, page.url(), "the address bar shows the link, too");
    if (door == Door.HTTP) {
      assertEquals(address, page.evaluate("navigator.clipboard.readText()"));
    }
    page.waitForSelector(".pilcrow.done", GONE);
  }

  @Test
  void notesStandInTheMarginAndFoldWhereThereIsNone() {
    visit(Door.HTTP, "");
    Locator note = page.locator(".notes li").first();
    assertTrue(note.isVisible());
    double textEnds =
        page.locator("#text").boundingBox().x + page.locator("#text").boundingBox().width;
    assertTrue(note.boundingBox().x >= textEnds, "beside the text");
    page.setViewportSize(1024, 800);
    note.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    page.locator(".notes summary").first().click();
    assertTrue(note.isVisible());
  }

  @Test
  void notesInTheMarginDoNotCoverOneAnother() {
    visit(Door.HTTP, "");
    Object covered =
        page.evaluate(
            """
            () => {
              const boxes = [...document.querySelectorAll('.notes')]
                .map(note => note.getBoundingClientRect());
              return boxes.filter((box, i) => i > 0 && box.top < boxes[i - 1].bottom).length;
            }
            """);
    assertEquals(0, covered);
  }

  @Test
  void theSignOfAPlanSentenceLeadsToItsNoteAndBack() {
    page.setViewportSize(1024, 800);
    visit(Door.HTTP, "");
    Locator sign = page.locator("#s-3 a.sign").nth(1);
    Object sentence = sign.evaluate("sign => sign.nextElementSibling.id");
    sign.click();
    Locator note = page.locator(page.url().substring(page.url().indexOf('#')));
    assertTrue(note.isVisible(), "the folded note opens");
    note.locator("a[href='#" + sentence + "']").click();
    assertTrue(page.url().endsWith("#" + sentence), page.url());
  }

  @Test
  void aSavedLinkOpensAtItsSentence() {
    visit(Door.HTTP, "#s-3-4-p1-2");
    page.waitForFunction(
        """
        () => {
          const box = document.getElementById('s-3-4-p1-2').getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        }
        """);
  }
}
