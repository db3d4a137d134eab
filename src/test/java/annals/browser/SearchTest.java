package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader looks for what is in the archive, over http and from the folder. */
@InChromium
class SearchTest {
  private static final String SEARCH = SamplePage.SEARCH.path();
  private static final String HITS = "#search-results > li";

  /** Begins and ends inside words. */
  private static final String ACROSS_WORDS = "难工单联";

  private static final String INJECTION =
      "<script>window.injected=1</script><img src=x onerror=\"window.injected=1\">";

  private static final ArchiveText ARCHIVE = ArchiveText.read();

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  SearchTest(Chromium chromium, DemonstrationSite site) {
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
  @EnumSource
  void typingGivesHitsGroupedByReport(Door door) {
    page.navigate(site.address(door, SEARCH));
    page.locator("#q").pressSequentially("12345");
    page.waitForFunction(
        """
        () => {
          const marked = [...document.querySelectorAll('#search-results mark')];
          return marked.length > 0 && marked.every(mark => mark.textContent === '12345');
        }
        """);
    Set<String> expected = ARCHIVE.grep("12345");
    assertTrue(expected.size() > 10, "more than one page of hits");
    page.waitForFunction(
        "said => document.getElementById('search-status').innerText.trim() === said",
        "共 " + expected.size() + " 篇报告");
    while (page.locator(HITS).count() < expected.size()) {
      int before = page.locator(HITS).count();
      page.click(".search-more");
      page.waitForFunction("n => document.querySelectorAll('" + HITS + "').length > n", before);
    }
    Locator hits = page.locator(HITS);
    Set<String> titles = new TreeSet<>();
    for (Locator hit : hits.all()) {
      titles.add(hit.locator("h2 a").getAttribute("href"));
      assertTrue(hit.locator(".search-section").count() > 0, hit::innerText);
    }
    assertEquals(expected.size(), titles.size());
    assertTrue(page.url().endsWith("?q=12345"), page.url());
  }

  @ParameterizedTest
  @EnumSource
  void anAddressWithAQueryShowsItsHits(Door door) {
    String year = ARCHIVE.grep(ACROSS_WORDS).iterator().next().split(" ")[1];
    page.navigate(site.address(door, SEARCH + "?q=" + encoded(ACROSS_WORDS) + "&year=" + year));
    SearchResults.waitFor(page);
    assertEquals(ACROSS_WORDS, page.inputValue("#q"));
    assertEquals("year=" + year, page.getAttribute("[data-facet=year] [aria-current]", "data-key"));
    for (String facts : page.locator(".search-facts").allTextContents()) {
      assertTrue(facts.contains(year + "年"), facts);
    }
    assertTrue(page.locator(HITS + " mark").first().isVisible());
  }

  @ParameterizedTest
  @EnumSource
  void theBoxOfAnyPageLeadsToTheHits(Door door) {
    page.navigate(site.address(door, SamplePage.REPORT.path()));
    page.keyboard().press("/");
    page.keyboard().type("热线");
    page.keyboard().press("Enter");
    SearchResults.waitFor(page);
    assertEquals(site.address(door, SEARCH + "?q=" + encoded("热线")), page.url());
  }

  @ParameterizedTest
  @EnumSource
  void aHitOpensItsPageAtTheMarkedParagraph(Door door) {
    page.navigate(site.address(door, SEARCH + "?q=" + encoded(ACROSS_WORDS)));
    Locator link = page.locator(".search-section a").first();
    link.waitFor();
    link.click();
    page.waitForSelector("body.report mark");
    String anchor = page.url().substring(page.url().indexOf('#') + 1);
    assertTrue(anchor.matches("s-[a-z0-9-]+"), page.url());
    Locator mark = page.locator("#" + anchor + " mark").first();
    assertTrue(ACROSS_WORDS.startsWith(mark.textContent()), mark.textContent());
    page.waitForFunction(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }",
        mark.elementHandle());
  }

  @Test
  void aSlashInTheBoxIsASlash() {
    page.navigate(site.http(SamplePage.HOME.path()));
    page.keyboard().press("/");
    page.keyboard().type("1/2");
    assertEquals("1/2", page.inputValue("#q"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsFoundIsWhatGrepFinds(Door door) {
    page.navigate(site.address(door, SamplePage.YEAR.path()));
    Random random = new Random(7);
    List<String> queries =
        Stream.concat(
                Stream.of(
                    "的",
                    "12345",
                    "GDP",
                    "ｇｄｐ",
                    "5%",
                    "100％",
                    "政务服务",
                    "务服",
                    ACROSS_WORDS,
                    "“",
                    "PPT",
                    "档案馆",
                    "建成",
                    "没有这样一句话",
                    "xx",
                    "㎡",
                    "2023年",
                    "）",
                    "x次",
                    "<b>"),
                Stream.generate(() -> ARCHIVE.anyRun(random)).limit(20))
            .toList();
    for (String query : queries) {
      Set<String> expected = ARCHIVE.grep(query);
      Map<?, ?> answer =
          (Map<?, ?>) page.evaluate("q => annals.search(q, {exact: true, limit: 1000})", query);
      Set<String> found = new TreeSet<>();
      for (Object each : (List<?>) answer.get("hits")) {
        Map<?, ?> hit = (Map<?, ?>) each;
        found.add(
            ArchiveText.name(
                (String) hit.get("unit"), (Integer) hit.get("year"), (String) hit.get("kind")));
      }
      assertEquals(expected, found, query);
      assertEquals(expected.size(), answer.get("total"), query);
      assertEquals(true, answer.get("exact"), query);
    }
  }

  @Test
  void everyAddressOfAHitIsThere() {
    page.navigate(site.http(SamplePage.REPORT.path()));
    Object urls =
        page.evaluate(
            """
            annals.search('的', {exact: true, limit: 1000}).then(found => found.hits.flatMap(
              hit => [hit.url].concat(hit.sections.map(section => section.url))))
            """);
    List<String> broken = new ArrayList<>();
    String root = "../".repeat(3);
    for (Object each : (List<?>) urls) {
      String url = (String) each;
      assertTrue(url.startsWith(root), url);
      String path = url.substring(root.length()).replaceFirst("#.*", "");
      String anchor = url.contains("#") ? url.substring(url.indexOf('#') + 1) : "main";
      if (!site.text(path).contains(" id=\"" + anchor + "\"")) {
        broken.add(url);
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(((List<?>) urls).size() > 300);
  }

  @ParameterizedTest
  @EnumSource
  void filtersKeepToWhatIsChosen(Door door) {
    page.navigate(site.address(door, SEARCH + "?q=" + encoded("工作")));
    SearchResults.waitFor(page);
    page.click("[data-key='role=problems']");
    page.click("[data-key='unit=danganguan']");
    page.waitForFunction(
        "[...document.querySelectorAll('.search-facts')].every(e => e.textContent.includes('档案'))"
            + " && document.querySelector('"
            + HITS
            + "')");
    assertTrue(
        page.url().contains("unit=danganguan") && page.url().contains("role=problems"), page.url());
    for (String role : page.locator(".search-role").allTextContents()) {
      assertTrue(role.contains("问题"), role);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingFoundIsSaidWithItsReason(Door door) {
    page.navigate(site.address(door, SEARCH + "?q=" + encoded("热线 没有这样一句话")));
    page.waitForFunction(
        "document.getElementById('search-status').textContent.includes('没有这样一句话')");
    assertFalse(page.locator("#search-status").innerText().contains("热线"));
    assertEquals(0, page.locator(HITS).count());
  }

  @ParameterizedTest
  @EnumSource
  void aQueryIsOnlyEverText(Door door) {
    List<String> dialogs = new ArrayList<>();
    page.onDialog(
        dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    for (String query : List.of("<script>alert(1)</script>", INJECTION, "热线 | " + INJECTION)) {
      page.navigate(site.address(door, SEARCH));
      page.fill("#q", query);
      page.waitForFunction(
          "/^(共|全部|报告)/.test(document.getElementById('search-status').textContent)");
      expectNothingInjected(query);
      for (String path : List.of(SEARCH, SamplePage.REPORT.path(), SamplePage.FOLLOW_UP.path())) {
        page.navigate(site.address(door, path + "?q=" + encoded(query)));
        page.waitForTimeout(50);
        expectNothingInjected(path + " " + query);
      }
    }
    assertEquals(List.of(), dialogs);
  }

  private void expectNothingInjected(String where) {
    assertEquals(
        0,
        page.locator("main script:not([type='application/json']), main img, [onerror]").count(),
        where);
    assertEquals(true, page.evaluate("window.injected === undefined"), where);
  }

  @Test
  void hitsAreReachedAndOpenedByKeyboardAlone() {
    page.navigate(site.http(SEARCH));
    page.focus("#q");
    page.keyboard().type("热线");
    SearchResults.waitFor(page);
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertEquals("跳到结果", page.evaluate("document.activeElement.textContent"));
    page.keyboard().press("Enter");
    String onFirstHit = "document.activeElement.matches('#search-results > li:first-child h2 a')";
    assertEquals(true, page.evaluate(onFirstHit));
    page.focus("#q");
    page.keyboard().press("ArrowDown");
    assertEquals(true, page.evaluate(onFirstHit));
    page.keyboard().press("Enter");
    page.waitForSelector("body.report mark");
  }

  @Test
  void hitsComeByYearWhenAskedFor() {
    page.navigate(site.http(SEARCH));
    Object found =
        page.evaluate(
            "annals.search('12345', {sort: 'year', limit: 100}).then("
                + "found => found.hits.map(hit => hit.year))");
    List<Integer> years = ((List<?>) found).stream().map(Integer.class::cast).toList();
    assertEquals(years.stream().sorted(Comparator.reverseOrder()).toList(), years);
    assertTrue(years.getFirst() > years.getLast());
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
