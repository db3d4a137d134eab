package annals.bench;

import java.util.function.Predicate;

/**
 * What searches a site in the browser.
 *
 * @param name for tables
 * @param page the page it is asked on, from the root of what is served
 * @param opening a function that makes it ready as far as its scripts go, without its index
 * @param asking a function of a query and the most results wanted, 0 for the ten that come first,
 *     that gives a Promise of {@code {total, exact, pages}}
 * @param isIndex which of the files it loads are index, not program or page
 */
record SearchProgram(
    String name, String page, String opening, String asking, Predicate<String> isIndex) {
  static final SearchProgram ANNALS =
      new SearchProgram(
          "Annals",
          "search/index.html",
          "() => {}",
          """
          async (query, limit) => {
            const answer = await annals.search(query, limit ? {exact: true, limit} : {});
            return {total: answer.total, exact: answer.exact, pages: answer.hits.map(hit => hit.url)};
          }
          """,
          path -> path.startsWith("search/index/"));

  /** Pagefind's results are loaded one by one; the first ten are, as a page of results shows them. */
  static final SearchProgram PAGEFIND =
      new SearchProgram(
          "Pagefind",
          "index.html",
          "async () => { window.pagefind = await import(location.origin + '/pagefind/pagefind.js'); }",
          """
          async (query, limit) => {
            const answer = await pagefind.search(query);
            const wanted = answer.results.slice(0, limit || 10);
            const loaded = await Promise.all(wanted.map(result => result.data()));
            return {
              total: answer.results.length, exact: true,
              pages: loaded.map(result => result.url.replace(/^[/]/, '')),
            };
          }
          """,
          path -> path.contains(".pf_") || path.endsWith("pagefind-entry.json"));
}
