package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Narrowing a search down, ordering it, following a phrase through the years, going back. */
@InChromium
class SearchPageTest {
  private static final String SEARCH = SamplePage.SEARCH.path();
  private static final String HITS = "#search-results > li";
  private static final String BARS = "#search-years a";
  private static final ArchiveText ARCHIVE = ArchiveText.read();

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  SearchPageTest(Chromium chromium, DemonstrationSite site) {
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

  private void search(Door door, String query, String filters) {
    page.navigate(site.address(door, SEARCH + "?q=" + SearchResults.encoded(query) + filters));
    SearchResults.waitFor(page);
  }

  private Map<String, Integer> counts(String facet) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Locator value : page.locator("[data-facet=" + facet + "] .facet").all()) {
      counts.put(
          value.getAttribute("data-key"),
          Integer.parseInt(value.locator(".facet-count").innerText().strip()));
    }
    return counts;
  }

  @ParameterizedTest
  @EnumSource
  void everyFacetCountsWhatItLeadsTo(Door door) {
    search(door, "热线", "");
    int total = ARCHIVE.grep("热线").size();
    SearchResults.waitForCount(page, total);
    for (String facet : List.of("unit", "year", "kind", "role")) {
      Map<String, Integer> counts = counts(facet);
      assertTrue(counts.size() > 1, facet + ": " + counts);
      for (Map.Entry<String, Integer> value : counts.entrySet()) {
        page.click("[data-key='" + value.getKey() + "']");
        SearchResults.waitForCount(page, value.getValue());
        assertTrue(page.url().endsWith("&" + value.getKey()), page.url());
        assertEquals(
            "true", page.getAttribute("[data-key='" + value.getKey() + "']", "aria-current"));
        page.click("#search-chips a");
        SearchResults.waitForCount(page, total);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void activeFiltersStandAboveTheHitsAndComeOffOneByOneOrAllAtOnce(Door door) {
    search(door, "热线", "&role=plan&year=2022-2023");
    assertEquals(
        List.of("去掉筛选 年度：2022—2023 ×", "去掉筛选 部分：计划 ×", "全部去掉"),
        page.locator("#search-chips a").allTextContents());
    page.click("[data-key=chip-role]");
    page.waitForFunction("!location.search.includes('role')");
    assertTrue(page.url().endsWith("&year=2022-2023"), page.url());
    page.click("[data-facet=kind] .facet >> nth=0");
    page.click("[data-key=chip-all]");
    SearchResults.waitForCount(page, ARCHIVE.grep("热线").size());
    assertTrue(page.url().endsWith("?q=" + SearchResults.encoded("热线")), page.url());
    assertFalse(page.isVisible("#search-chips"));
  }

  @ParameterizedTest
  @EnumSource
  void aRangeOfYearsIsChosenByItsEnds(Door door) {
    search(door, "热线", "");
    page.selectOption("#year-from", "2021");
    page.selectOption("#year-to", "2022");
    int expected =
        (int) ARCHIVE.grep("热线").stream().filter(name -> name.matches(".* 202[12] .*")).count();
    SearchResults.waitForCount(page, expected);
    assertTrue(page.url().endsWith("&year=2021-2022"), page.url());
    page.selectOption("#year-from", "");
    page.waitForFunction("location.search.includes('year=2019-2022')");
  }

  @ParameterizedTest
  @EnumSource
  void hitsAreSortedByYearOnRequest(Door door) {
    search(door, "热线", "");
    page.click("[data-key=sort-year]");
    page.waitForFunction("location.search.includes('sort=year')");
    page.waitForSelector("[data-key=sort-year][aria-current=true]");
    assertYears(Comparator.reverseOrder());
    page.click("[data-key=sort-oldest]");
    page.waitForFunction(
        "[...document.querySelectorAll('.search-facts')][0].textContent.includes('2019')");
    assertYears(Comparator.naturalOrder());
  }

  private void assertYears(Comparator<Integer> order) {
    List<Integer> years =
        page.locator(".search-facts").allTextContents().stream()
            .map(facts -> Integer.valueOf(facts.replaceFirst(".* (\\d{4})年.*", "$1")))
            .toList();
    assertEquals(years.stream().sorted(order).toList(), years);
  }

  @ParameterizedTest
  @EnumSource
  void theChartCountsReportsByYearAndLeadsToThem(Door door) {
    search(door, "热线", "");
    page.waitForSelector(BARS);
    Map<String, Long> expected = new TreeMap<>();
    ARCHIVE.grep("热线").forEach(name -> expected.merge(name.split(" ")[1], 1L, Long::sum));
    Map<String, Long> shown = new TreeMap<>();
    for (String text : page.locator(BARS + " .vh").allTextContents()) {
      assertTrue(text.matches("\\d{4}年：\\d+ 篇报告，\\d+ 节"), text);
      shown.put(text.substring(0, 4), Long.valueOf(text.replaceFirst(".*：(\\d+) .*", "$1")));
    }
    assertEquals(expected, shown);
    List<String> sections =
        page.locator(BARS + " .vh").allTextContents().stream()
            .map(text -> text.replaceFirst(".*，(\\d+) 节", "$1节"))
            .toList();
    assertEquals(sections, page.locator(BARS + " .sections").allTextContents(), "how often");
    page.click("[data-key=bar-2022]");
    SearchResults.waitForCount(page, expected.get("2022").intValue());
    assertTrue(page.url().endsWith("&year=2022"), page.url());
    page.waitForSelector("[data-key=bar-2022][aria-current=true]");
    assertEquals(expected.size(), page.locator(BARS).count(), "the other years stay in sight");
  }

  /** As of a character in an archive too large for its sections' roles to be read. */
  @Test
  void onlyCountsThatAreNotExactSayAtMost() {
    page.navigate(site.http(SEARCH));
    page.evaluate(
        """
        () => {
          const search = annals.search;
          annals.search = (...asked) => search(...asked).then((answer) => {
            Object.assign(answer, {total: 1000, exact: true, atMost: 1000, facetsExact: false});
            answer.facetsAtMost.role = Object.assign({}, answer.facets.role, {plan: 999});
            return answer;
          });
        }
        """);
    page.fill("#q", "热线");
    SearchResults.waitFor(page);
    assertEquals("共 1000 篇报告", page.innerText("#search-status"));
    assertEquals(0, page.locator("#search-check button").count(), "nothing is left to count");
    assertEquals(
        "至多 999", page.textContent("[data-key='role=plan'] .facet-count"), "not known exactly");
    for (String text : page.locator("[data-facet=year] .facet-count").allTextContents()) {
      assertTrue(text.matches("\\d+"), text);
    }
  }

  @Test
  void nothingMovesWhenTheChartComes() {
    page.navigate(site.http(SEARCH));
    page.evaluate(
        """
        () => {
          const history = annals.history;
          const gate = new Promise(open => { window.openGate = open; });
          annals.history = (...asked) => gate.then(() => history(...asked));
        }
        """);
    page.fill("#q", "热线");
    SearchResults.waitFor(page);
    double before = page.locator(HITS).first().boundingBox().y;
    assertEquals(0, page.locator(BARS).count());
    page.evaluate("openGate()");
    page.waitForSelector(BARS);
    assertEquals(before, page.locator(HITS).first().boundingBox().y);
  }

  @ParameterizedTest
  @EnumSource
  void anAddressSaysEverythingThatIsAskedFor(Door door) {
    search(door, "工作", "&unit=zhengfuban&year=2021-2023&kind=work&role=plan&sort=oldest");
    String before = page.innerText("#search-results");
    String address = page.url();
    try (BrowserContext another = chromium.reader()) {
      Page sent = another.newPage();
      sent.navigate(address);
      SearchResults.waitFor(sent);
      assertEquals(before, sent.innerText("#search-results"));
      assertEquals(4, sent.locator("#search-chips .chip").count());
      assertEquals("2021", sent.inputValue("#year-from"));
      assertEquals("2023", sent.inputValue("#year-to"));
      assertEquals(
          "oldest",
          sent.getAttribute("#search-sort [aria-current]", "data-key").replace("sort-", ""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void backLeadsThroughSettledSearchesAndNotThroughKeys(Door door) {
    page.navigate(site.address(door, SEARCH));
    page.focus("#q");
    page.keyboard().type("热线");
    SearchResults.waitFor(page);
    page.keyboard().press("Enter");
    page.keyboard().press("Control+a");
    for (String key : List.of("档", "案", "馆")) {
      page.keyboard().type(key);
      page.waitForFunction(
          "q => new URLSearchParams(location.search).get('q').endsWith(q)"
              + " && document.querySelector('#search-results mark')",
          key);
    }
    page.keyboard().press("Enter");
    SearchResults.waitFor(page);
    page.click("[data-key='year=2022']");
    page.waitForFunction("location.search.includes('year=2022')");
    page.goBack();
    page.waitForFunction("!location.search.includes('year')");
    assertEquals("档案馆", page.inputValue("#q"));
    page.goBack();
    page.waitForFunction("document.getElementById('q').value === '热线'");
    SearchResults.waitForCount(page, ARCHIVE.grep("热线").size());
    page.goForward();
    page.waitForFunction("document.getElementById('q').value === '档案馆'");
    SearchResults.waitForCount(page, ARCHIVE.grep("档案馆").size());
  }

  @Test
  void whoComesBackFromAReportFindsTheHitsAsTheyWere() {
    search(Door.HTTP, "工作", "");
    page.click(".search-more");
    page.waitForFunction("document.querySelectorAll('" + HITS + "').length > 10");
    int hits = page.locator(HITS).count();
    page.locator(HITS + " h2 a").last().click();
    page.waitForSelector("body.report mark");
    page.goBack();
    page.waitForFunction(
        "n => document.querySelectorAll('" + HITS + "').length === n && scrollY > 500", hits);
  }

  @Test
  void facetsWorkByKeyboardAndKeepTheFocus() {
    search(Door.HTTP, "热线", "");
    page.focus("[data-key='role=plan']");
    page.keyboard().press("Enter");
    page.waitForSelector("[data-key='role=plan'][aria-current=true]");
    page.waitForFunction("document.activeElement.dataset.key === 'role=plan'");
    page.keyboard().press("Enter");
    page.waitForFunction("!location.search.includes('role')");
    page.waitForFunction("document.activeElement.dataset.key === 'role=plan'");
    page.focus("[data-key='year=2022']");
    page.keyboard().press("Enter");
    page.waitForSelector("[data-key=chip-year]");
    page.focus("[data-key=chip-year]");
    page.keyboard().press("Enter");
    page.waitForFunction("document.activeElement.id === 'search-status'");
  }

  @Test
  void theCountIsSaidOnceTypingPauses() {
    page.clock().install(new Clock.InstallOptions().setTime(0));
    page.navigate(site.http(SEARCH));
    page.clock().pauseAt(3_600_000);
    page.focus("#q");
    page.keyboard().type("热线");
    page.clock().runFor(150);
    page.waitForSelector(HITS);
    page.clock().runFor(1);
    SearchResults.waitForCount(page, ARCHIVE.grep("热线").size());
    assertEquals("", page.locator("#search-live").textContent());
    page.clock().runFor(1000);
    assertEquals(
        "“热线”：共 " + ARCHIVE.grep("热线").size() + " 篇报告", page.locator("#search-live").textContent());
    assertEquals("status", page.getAttribute("#search-live", "role"));
  }

  @Test
  void onANarrowScreenFacetsAreFoldedAboveTheHits() {
    page.setViewportSize(500, 800);
    search(Door.HTTP, "热线", "&role=plan");
    assertFalse(page.isVisible(".facet"));
    assertEquals("1", page.getAttribute("#search-facets summary", "data-active"));
    page.click("#search-facets summary");
    assertTrue(page.locator(".facet").first().isVisible());
    assertTrue(
        page.locator("#search-facets").boundingBox().y
            < page.locator(HITS).first().boundingBox().y);
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 500})
  void everyStateOfThePagePassesAxe(int width) {
    page.setViewportSize(width, 800);
    for (String state :
        List.of(
            "?q=" + SearchResults.encoded("热线") + "&year=2022&role=plan",
            "?q=" + SearchResults.encoded("热线 没有这样一句话"),
            "?q=" + SearchResults.encoded("图书馆") + "&unit=zhongyiyuan&role=problems")) {
      page.navigate(site.http(SEARCH + state));
      page.waitForSelector(BARS + ", #search-below a, #search-below p");
      page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertEquals(List.of(), Axe.violations(page), state);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noQueryBreaksThePage(Door door) {
    List<String> errors = new ArrayList<>();
    page.onPageError(errors::add);
    page.navigate(site.address(door, SEARCH));
    for (String query :
        List.of(
            "(.*)+[\\d{2}$^",
            "热线 | <b>x</b>",
            "\"",
            "-",
            "|||",
            "😀😀",
            "&unit=x#y",
            "{0}{1}",
            "__proto__",
            "constructor",
            "工作".repeat(5_000))) {
      page.fill("#q", query);
      page.waitForFunction(
          "/^(共|至少|全部|报告)/.test(document.getElementById('search-status').textContent)"
              + " || document.getElementById('search-found').hidden");
      assertEquals(query, page.inputValue("#q"));
    }
    page.evaluate(
        """
        () => {
          document.getElementById('q').value = '热\\ud800';
          document.getElementById('search-form').requestSubmit();
        }
        """);
    page.waitForFunction("document.title.startsWith('热\\ufffd') || document.title.startsWith('热')");
    page.navigate(
        site.address(door, SEARCH + "?q=%E7%83%AD%E7%BA%BF&unit=__proto__&year=x&sort=y"));
    page.waitForSelector(".search-ways a");
    assertEquals(List.of(), errors);
  }
}
