package annals.bench;

import annals.browser.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader who types queries into the field of the search page, one after another. */
final class TypingRun {
  private static final double PATIENCE = 10_000;
  private static final long QUIET_NANOS = 150_000_000L;
  private static final int WAITED_AT_MOST = 100;

  /**
   * From the event of the last key to the first hit in the page or, where nothing is found, to the
   * status that says so. The page's own call of annals.search tells its pause for further keys.
   */
  private static final String WATCH =
      """
      () => {
        const input = document.getElementById('q');
        const list = document.getElementById('search-results');
        const status = document.getElementById('search-status');
        const search = annals.search;
        let seen = {};
        let show = null;
        let shown = null;
        annals.search = (...asked) => {
          if (seen.key !== undefined && seen.asked === undefined) seen.asked = performance.now();
          return search(...asked).then((answer) => {
            if (seen.total === undefined) seen.total = answer.total;
            return answer;
          });
        };
        input.addEventListener('input', (event) => {
          if (window.bench.armed) seen.key = event.timeStamp;
        }, true);
        new MutationObserver(() => {
          if (seen.key === undefined || seen.shown !== undefined) return;
          if (list.querySelector('.search-hit') || (seen.total === 0 && status.textContent.trim())) {
            seen.shown = performance.now();
            show(true);
          }
        }).observe(document.body, {childList: true, subtree: true, characterData: true});
        window.bench = {
          armed: false,
          clear() {
            this.armed = false;
            input.value = '';
            input.dispatchEvent(new Event('input', {bubbles: true}));
          },
          isClear: () => !list.querySelector('.search-hit') && !status.textContent.trim(),
          prepare(typed) {
            seen = {};
            shown = new Promise((resolve) => { show = resolve; });
            input.focus();
            input.value = typed;
            this.armed = true;
          },
          shown: (patience) => Promise.race([
            shown, new Promise((resolve) => setTimeout(() => resolve(false), patience))]),
          times: () => [seen.shown - seen.key, seen.asked === undefined ? -1 : seen.asked - seen.key],
        };
      }
      """;

  private final Chromium chromium;
  private final CountingServer server;
  private final String root;

  /**
   * @param root what the addresses of the site's pages begin with, at the server or elsewhere
   */
  TypingRun(Chromium chromium, CountingServer server, String root) {
    this.chromium = chromium;
    this.server = server;
    this.root = root;
  }

  /**
   * @param total from the last key to the first hit, in milliseconds
   * @param pause of this, what the page waits for further keys before it searches; empty if it does
   *     not search through {@code annals.search}
   */
  record Typed(double total, Optional<Double> pause) {}

  /** The first query, and those without an answer within ten seconds, are left out. */
  Map<Query, Typed> type(List<Query> queries) throws InterruptedException {
    Map<Query, Typed> typed = new HashMap<>();
    try (BrowserContext reader = chromium.reader()) {
      Page page = reader.newPage();
      page.navigate(root + "search/index.html");
      page.evaluate(WATCH);
      for (Query query : queries) {
        type(page, query).ifPresent(times -> typed.put(query, times));
      }
    }
    typed.remove(queries.getFirst());
    return typed;
  }

  private Optional<Typed> type(Page page, Query query) throws InterruptedException {
    page.evaluate("bench.clear()");
    page.waitForFunction("bench.isClear()");
    waitUntilQuiet();
    String text = query.text();
    page.evaluate("typed => bench.prepare(typed)", text.substring(0, text.length() - 1));
    page.keyboard().insertText(text.substring(text.length() - 1));
    if (!(boolean) page.evaluate("patience => bench.shown(patience)", PATIENCE)) {
      return Optional.empty();
    }
    List<?> times = (List<?>) page.evaluate("bench.times()");
    double pause = ((Number) times.get(1)).doubleValue();
    return Optional.of(
        new Typed(
            ((Number) times.get(0)).doubleValue(),
            pause < 0 ? Optional.empty() : Optional.of(pause)));
  }

  /** What the page still does about the query before, such as counting, must not slow this one. */
  private void waitUntilQuiet() throws InterruptedException {
    Thread.sleep(QUIET_NANOS / 1_000_000);
    for (int i = 0; i < WAITED_AT_MOST && server.nanosSinceLastRequest() < QUIET_NANOS; i++) {
      Thread.sleep(50);
    }
  }
}
