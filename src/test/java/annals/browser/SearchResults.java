package annals.browser;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The results of the search page, and the way to them. */
final class SearchResults {
  private SearchResults() {}

  /** Waits for hits and for what is said of their number; the first hits stand before that. */
  static void waitFor(Page page) {
    page.waitForFunction(
        "document.querySelector('#search-results > li')"
            + " && /^(共|至少)/.test(document.getElementById('search-status').textContent)");
  }

  /** Waits until the page says that this many reports have what was searched for. */
  static void waitForCount(Page page, int reports) {
    page.waitForFunction(
        "text => document.getElementById('search-status').textContent === text",
        "共 " + reports + " 篇报告");
  }

  /** A query as it stands in an address. */
  static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
