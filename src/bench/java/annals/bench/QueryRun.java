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

/** Queries put to a program in Chromium, in the order of a list. */
final class QueryRun {
  /** A browser's page is renewed after so many exact queries, since it keeps what it has loaded. */
  private static final int QUERIES_A_PAGE = 20;

  private static final int PATIENCE = 60_000;

  /** All reports of a common character are read one by one. */
  private static final int PATIENCE_FOR_ALL = 600_000;

  private static final String ASK =
      """
      async ([query, limit, patience]) => {
        let clock;
        const late = new Promise((_, reject) => {
          clock = setTimeout(() => reject(new Error('no answer in ' + patience / 1000 + ' s')), patience);
        });
        const start = performance.now();
        try {
          const answer = await Promise.race([(%s)(query, limit), late]);
          return Object.assign({milliseconds: performance.now() - start, failure: ''}, answer);
        } catch (error) {
          return {milliseconds: patience, total: -1, exact: false, pages: [], failure: String(error)};
        } finally {
          clearTimeout(clock);
        }
      }
      """;

  private final Chromium chromium;
  private final CountingServer server;
  private final String root;
  private final SearchProgram program;
  private final Function<Query, String> text;

  /**
   * @param root what the addresses of the site's pages begin with, at the server or elsewhere; what is loaded from elsewhere is
   *     not counted
   * @param text how the program's queries are written
   */
  QueryRun(
      Chromium chromium,
      CountingServer server,
      String root,
      SearchProgram program,
      Function<Query, String> text) {
    this.chromium = chromium;
    this.server = server;
    this.root = root;
    this.program = program;
    this.text = text;
  }

  /**
   * What queries loaded; those without an answer are missing.
   *
   * @param first each as the first of a new reader
   * @param second each as the second of a new reader, whose first was the one before in the list
   * @param further each but the first as a further one of the same reader
   */
  record Loads(
      Map<Query, Loaded> first, Map<Query, Loaded> second, Map<Query, Loaded> further) {}

  Loads load(List<Query> queries) {
    Loads loads = new Loads(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (int i = 0; i < queries.size(); i++) {
      Query first = queries.get(i);
      Query second = queries.get((i + 1) % queries.size());
      try (BrowserContext reader = chromium.reader()) {
        server.take();
        Page page = open(reader);
        load(page, first).ifPresent(loaded -> loads.first().put(first, loaded));
        load(page, second).ifPresent(loaded -> loads.second().put(second, loaded));
      }
    }
    try (BrowserContext reader = chromium.reader()) {
      server.take();
      Page page = open(reader);
      for (Query query : queries) {
        load(page, query).ifPresent(loaded -> loads.further().put(query, loaded));
      }
    }
    loads.further().remove(queries.getFirst());
    return loads;
  }

  /** Each query asked for completely. */
  Map<Query, Found> complete(List<Query> queries, int reports, Function<Query, Set<String>> truth) {
    Map<Query, Found> found = new LinkedHashMap<>();
    try (BrowserContext reader = chromium.reader()) {
      Page page = open(reader);
      for (Query query : queries) {
        Map<?, ?> answer = ask(page, query, reports, PATIENCE_FOR_ALL);
        Set<String> pages = new TreeSet<>();
        ((List<?>) answer.get("pages")).forEach(url -> pages.add(fromRoot((String) url)));
        String failure = (String) answer.get("failure");
        int total = ((Number) answer.get("total")).intValue();
        boolean exact = (Boolean) answer.get("exact");
        found.put(query, new Found(pages, truth.apply(query), total, exact, failure));
        if (!failure.isEmpty() || found.size() % QUERIES_A_PAGE == 0) {
          page.close();
          page = open(reader);
        }
      }
    }
    return found;
  }

  private Optional<Loaded> load(Page page, Query query) {
    Map<?, ?> answer = ask(page, query, 0, PATIENCE);
    List<CountingServer.Sent> sent = server.take();
    double milliseconds = ((Number) answer.get("milliseconds")).doubleValue();
    return answer.get("failure").equals("")
        ? Optional.of(Loaded.of(sent, program.isIndex(), milliseconds))
        : Optional.empty();
  }

  private Map<?, ?> ask(Page page, Query query, int limit, int patience) {
    return (Map<?, ?>)
        page.evaluate(
            ASK.formatted(program.asking()), List.of(text.apply(query), limit, patience));
  }

  private Page open(BrowserContext reader) {
    Page page = reader.newPage();
    page.navigate(root + program.page());
    page.evaluate(program.opening());
    return page;
  }

  private static String fromRoot(String url) {
    return url.replaceFirst("^(\\.\\./)+", "").replaceFirst("[?#].*", "");
  }
}
