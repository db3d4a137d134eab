package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages on paper. */
@InChromium
class PrintTest {
  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  PrintTest(Chromium chromium, DemonstrationSite site) {
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

  @ParameterizedTest
  @EnumSource(names = {"REPORT", "FOLLOW_UP", "COMPARE"})
  void aPageIsPrintedOnSheetsOfA4(SamplePage sample) {
    page.navigate(site.address(Door.FILE, sample.path()));
    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setFormat("A4"));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("%PDF-"));
    assertTrue(pdf.length > 20_000, "bytes: " + pdf.length);
    long sheets = Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count();
    assertTrue(sheets >= 2 && sheets <= 20, "sheets: " + sheets);
    List<String> sizes =
        Pattern.compile("/MediaBox\\s*\\[([^]]*)]")
            .matcher(text)
            .results()
            .map(box -> box.group(1).strip())
            .distinct()
            .toList();
    assertEquals(1, sizes.size(), sizes::toString);
    String upright = "0 0 59[45]\\S* 84[12]\\S*";
    String across = "0 0 84[12]\\S* 59[45]\\S*";
    assertTrue(
        sizes.getFirst().matches(sample == SamplePage.REPORT ? upright : across), sizes::toString);
  }

  @Test
  void darkPagesArePrintedBlackOnWhite() {
    page.addInitScript("localStorage.setItem('annals-mode', 'dark')");
    page.navigate(site.http(SamplePage.REPORT.path()));
    assertEquals("dark", page.getAttribute("html", "data-mode"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals("rgb(0, 0, 0)", style("#text p", "color"));
    assertEquals("rgb(255, 255, 255)", style("body", "backgroundColor"));
  }

  private Object style(String selector, String property) {
    return page.evaluate(
        "([selector, property]) =>"
            + " getComputedStyle(document.querySelector(selector))[property]",
        List.of(selector, property));
  }

  @ParameterizedTest
  @EnumSource
  void notesAreLeftOutOrPrintedAsTheReaderWantsFoldedOrNot(Door door) {
    page.setViewportSize(1024, 800);
    page.navigate(site.address(door, SamplePage.REPORT.path()));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(0, page.locator(".notes li:visible").count());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.click("#display summary");
    page.click("#display [data-value='notes']");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.waitForFunction(
        """
        () => [...document.querySelectorAll('.notes li')].every(
          note => note.getClientRects().length > 0)
        """);
  }

  @Test
  void aFollowUpIsPrintedAsALedgerWithAColumnForEachDuty() {
    page.navigate(site.address(Door.FILE, SamplePage.FOLLOW_UP.path()));
    assertEquals(5, page.locator(".items thead th:visible").count());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(
        "序号 计划事项 指标 责任领导 责任单位 配合单位 责任人 完成时限 总结中的表述 状态 存在问题 下步打算 销号日期 备注",
        String.join(" ", page.locator(".items thead th:visible").allInnerTexts()));
    assertEquals(0, page.locator("#filter:visible, .statements:visible").count());
    assertTrue(
        page.locator(".items td:nth-child(5)", new Page.LocatorOptions().setHasText("督查科"))
            .isVisible());
  }

  @Test
  void aFilteredTableIsPrintedAsItIsShown() {
    page.navigate(site.address(Door.FILE, SamplePage.FOLLOW_UP.path() + "?state=not-found"));
    page.waitForSelector("#filter [aria-pressed='true'][data-state='not-found']");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(
        page.locator(".items tr.not-found").count(),
        page.locator(".items tbody tr:not(.group):visible").count());
  }
}
