package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the search page offers beside hits: units by name, near forms, ways out of a search that is
 * too narrow.
 */
@InChromium
class SearchWithoutHitsTest {
  private static final String SEARCH = SamplePage.SEARCH.path();
  private static final ArchiveText ARCHIVE = ArchiveText.read();

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  SearchWithoutHitsTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
    page.setViewportSize(1366, 768);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @EnumSource
  void unitsAreFoundByNamePinyinAndInitials(Door door) {
    page.navigate(site.address(door, SEARCH));
    for (String text : List.of("bgs", "bangongshi", "办公室")) {
      page.fill("#q", text);
      page.waitForFunction(
          """
          q => document.title.startsWith(q)
            && [...document.querySelectorAll('#search-units a')].some(
              unit => unit.textContent === '办公室')
          """,
          text);
    }
    page.locator("#search-units a").first().click();
    page.waitForSelector("body.unit");
  }

  @ParameterizedTest
  @EnumSource
  void whereATermIsNowhereNearFormsAreOffered(Door door) {
    page.navigate(site.address(door, SEARCH + "?q=" + SearchResults.encoded("热线 政务服雾")));
    page.waitForSelector(".search-near a");
    String status = page.innerText("#search-status");
    assertTrue(status.contains("政务服雾") && !status.contains("热线"), status);
    Locator form = page.locator(".search-near a").first();
    String text = form.innerText();
    assertTrue(text.matches("热线 .*（共 \\d+ 篇报告）"), text);
    form.click();
    SearchResults.waitForCount(page, Integer.parseInt(text.replaceFirst(".*共 (\\d+) .*", "$1")));
    assertEquals(text.replaceFirst("（.*", ""), page.inputValue("#q"));
  }

  @ParameterizedTest
  @EnumSource
  void nearFormsStandInTheArchiveAsOftenAsTheySay(Door door) {
    page.navigate(site.address(door, SEARCH));
    Map<String, String> wrong =
        Map.of(
            "政务服雾", "政务服务",
            "感染性疾病大楼", "感染性疾病楼",
            "12346热线", "12345热线",
            "感染疾病楼", "感染性疾病楼");
    for (Map.Entry<String, String> term : wrong.entrySet()) {
      List<String> forms = new ArrayList<>();
      for (Object each : (List<?>) page.evaluate("term => annals.nearForms(term)", term.getKey())) {
        Map<?, ?> form = (Map<?, ?>) each;
        forms.add((String) form.get("text"));
        assertEquals(
            ARCHIVE.grep((String) form.get("text")).size(), form.get("total"), forms::toString);
      }
      assertTrue(forms.contains(term.getValue()), term + " " + forms);
      assertEquals(forms.stream().distinct().toList(), forms);
    }
    for (String nonsense : List.of("", "\u4e28\u4e36", "<b>\"|-", "\ud83d")) {
      assertTrue(
          page.evaluate("term => annals.nearForms(term)", nonsense) instanceof List, nonsense);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereFiltersHideTheHitsTheWayOutIsOffered(Door door) {
    String query = "图书馆";
    page.navigate(
        site.address(
            door,
            SEARCH + "?q=" + SearchResults.encoded(query) + "&unit=zhongyiyuan&role=problems"));
    page.waitForSelector(".search-ways a");
    assertEquals("当前筛选条件下没有“图书馆”。", page.innerText("#search-status"));
    int total = ARCHIVE.grep(query).size();
    Locator way = page.locator(".search-ways a").first();
    assertEquals("去掉筛选后共 " + total + " 篇报告", way.innerText());
    way.click();
    SearchResults.waitForCount(page, total);
  }

  @Test
  void termsThatStandApartAreCountedOneByOne() {
    List<String> apart = apart();
    page.navigate(site.http(SEARCH + "?q=" + SearchResults.encoded(String.join(" ", apart))));
    page.waitForSelector(".search-ways a");
    List<String> expected =
        apart.stream().map(term -> term + "（共 " + ARCHIVE.grep(term).size() + " 篇报告）").toList();
    assertEquals(expected, page.locator(".search-ways a").allInnerTexts());
  }

  /** Two phrases of the archive that no report has both. */
  private static List<String> apart() {
    String hospital = "感染性疾病楼";
    String archive = "查档";
    assertFalse(ARCHIVE.grep(hospital).isEmpty() || ARCHIVE.grep(archive).isEmpty());
    assertTrue(ARCHIVE.grep(hospital).stream().noneMatch(ARCHIVE.grep(archive)::contains));
    return List.of(hospital, archive);
  }
}
