package annals.bench;

import annals.browser.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Queries put to a built site in Chromium, by {@code annals.search} on the search page and by its
 * field.
 */
final class AnnalsRun {
  private static final String SEARCH_PAGE = "search/index.html";
  private static final Predicate<String> IS_INDEX = path -> path.startsWith("search/index/");

  /** A browser's page is renewed after so many exact queries, since it keeps what it has loaded. */
  private static final int QUERIES_A_PAGE = 20;

  private static final int PATIENCE = 60_000;

  private static final String ASK =
      """
      async ([query, options, patience]) => {
        let clock;
        const late = new Promise((_, reject) => {
          clock = setTimeout(() => reject(new Error('no answer in ' + patience / 1000 + ' s')), patience);
        });
        try {
          const start = performance.now();
          const answer = await Promise.race([annals.search(query, options), late]);
          const milliseconds = performance.now() - start;
          return {
            milliseconds, total: answer.total, exact: answer.exact, failure: '',
            pages: answer.hits.map(hit => hit.url),
          };
        } catch (error) {
          return {milliseconds: patience, total: -1, exact: false, failure: String(error), pages: []};
        } finally {
          clearTimeout(clock);
        }
      }
      """;

  private final Chromium chromium;
  private final CountingServer server;

  AnnalsRun(Chromium chromium, CountingServer server) {
    this.chromium = chromium;
    this.server = server;
  }

  /**
   * What queries loaded; those without an answer are missing.
   *
   * @param first each as the first of a new reader
   * @param second each as the second of a new reader, whose first was the one before in the list
   */
  record Cold(Map<Query, Loaded> first, Map<Query, Loaded> second) {}

  Cold cold(List<Query> queries) {
    Cold cold = new Cold(new HashMap<>(), new HashMap<>());
    for (int i = 0; i < queries.size(); i++) {
      Query first = queries.get(i);
      Query second = queries.get((i + 1) % queries.size());
      try (BrowserContext reader = chromium.reader()) {
        server.take();
        Page page = open(reader);
        load(page, first).ifPresent(loaded -> cold.first().put(first, loaded));
        load(page, second).ifPresent(loaded -> cold.second().put(second, loaded));
      }
    }
    return cold;
  }

  /** Each query but the first as a further one of the same reader. */
  Map<Query, Loaded> warm(List<Query> queries) {
    Map<Query, Loaded> warm = new HashMap<>();
    try (BrowserContext reader = chromium.reader()) {
      server.take();
      Page page = open(reader);
      for (Query query : queries) {
        load(page, query).ifPresent(loaded -> warm.put(query, loaded));
      }
    }
    warm.remove(queries.getFirst());
    return warm;
  }

  /** Each query asked for completely. */
  Map<Query, Found> complete(List<Query> queries, int reports, Function<Query, Set<String>> truth) {
    Map<Query, Found> found = new LinkedHashMap<>();
    try (BrowserContext reader = chromium.reader()) {
      Page page = open(reader);
      for (Query query : queries) {
        Map<?, ?> answer = ask(page, query, Map.of("exact", true, "limit", reports));
        Set<String> pages = new TreeSet<>();
        ((List<?>) answer.get("pages")).forEach(url -> pages.add(fromRoot((String) url)));
        String failure = (String) answer.get("failure");
        found.put(
            query,
            new Found(
                pages,
                truth.apply(query),
                ((Number) answer.get("total")).intValue(),
                (Boolean) answer.get("exact"),
                failure));
        if (!failure.isEmpty() || found.size() % QUERIES_A_PAGE == 0) {
          page.close();
          page = open(reader);
        }
      }
    }
    return found;
  }

  private Optional<Loaded> load(Page page, Query query) {
    Map<?, ?> answer = ask(page, query, Map.of());
    List<CountingServer.Sent> sent = server.take();
    return answer.get("failure").equals("")
        ? Optional.of(
            Loaded.of(sent, IS_INDEX, ((Number) answer.get("milliseconds")).doubleValue()))
        : Optional.empty();
  }

  private static Map<?, ?> ask(Page page, Query query, Map<String, Object> options) {
    return (Map<?, ?>) page.evaluate(ASK, List.of(query.text(), options, PATIENCE));
  }

  private Page open(BrowserContext reader) {
    Page page = reader.newPage();
    page.navigate(server.address() + SEARCH_PAGE);
    return page;
  }

  private static String fromRoot(String url) {
    return url.replaceFirst("^(\\.\\./)+", "").replaceFirst("[?#].*", "");
  }
}
