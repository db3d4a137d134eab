package annals.browser;

import com.microsoft.playwright.Page;

/** The results of the search page. */
final class SearchResults {
  private SearchResults() {}

  /** Waits for hits and for what is said of their number; the first hits stand before that. */
  static void waitFor(Page page) {
    page.waitForFunction(
        "document.querySelector('#search-results > li')"
            + " && /^(共|至少)/.test(document.getElementById('search-status').textContent)");
  }
}
