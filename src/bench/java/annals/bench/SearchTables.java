package annals.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What was measured of queries as tables in Markdown, a row for each kind and one for all. */
final class SearchTables {
  private static final double KILO = 1000;

  private final PrintStream out;
  private final String program;
  private final List<Query> queries;

  SearchTables(PrintStream out, String program, List<Query> queries) {
    this.out = out;
    this.program = program;
    this.queries = queries;
  }

  void found(Map<Query, Found> found) {
    head(
        program + ": set of reports",
        "queries",
        "reports by grep, median",
        "p95",
        "recall",
        "precision",
        "exact sets",
        "exact totals");
    rows(
        kind -> {
          List<Found> own = own(kind, found);
          Figures expected = Figures.of(own, each -> each.expected().size());
          return List.of(
              own.size(),
              expected.medianAnd95(),
              Figures.of(own, Found::recall).mean(),
              Figures.of(own, Found::precision).mean(),
              own.stream().filter(Found::isExactSet).count(),
              own.stream().filter(Found::isExactTotal).count());
        });
  }

  void loads(QueryRun.Loads loads) {
    bytes(loads);
    times(loads);
  }

  private void bytes(QueryRun.Loads loads) {
    head(
        program + ": kB by gzip",
        "first query, median",
        "p95",
        "its requests, median",
        "p95",
        "with page and scripts, median",
        "second query, median",
        "p95",
        "any further, median",
        "p95");
    rows(
        kind ->
            List.of(
                Figures.of(own(kind, loads.first()), each -> each.data() / KILO).medianAnd95(),
                Figures.of(own(kind, loads.first()), Loaded::requests).medianAnd95(),
                Figures.of(own(kind, loads.first()), each -> each.all() / KILO).percentile(50),
                Figures.of(own(kind, loads.second()), each -> each.data() / KILO).medianAnd95(),
                Figures.of(own(kind, loads.further()), each -> each.data() / KILO).medianAnd95()));
  }

  private void times(QueryRun.Loads loads) {
    head(
        program + ": ms to the first ten",
        "first query, p50",
        "p95",
        "second query, p50",
        "p95",
        "any further, p50",
        "p95");
    rows(
        kind ->
            List.of(
                Figures.of(own(kind, loads.first()), Loaded::milliseconds).medianAnd95(),
                Figures.of(own(kind, loads.second()), Loaded::milliseconds).medianAnd95(),
                Figures.of(own(kind, loads.further()), Loaded::milliseconds).medianAnd95()));
  }

  void typing(Map<Query, TypingRun.Typed> typed) {
    head(
        program + ": ms from the last key to the first hit in the page",
        "queries",
        "p50",
        "p95",
        "without the page's pause for further keys, p50",
        "p95",
        "the pause, p50");
    rows(
        kind -> {
          List<TypingRun.Typed> own = own(kind, typed);
          List<TypingRun.Typed> known =
              own.stream().filter(each -> each.pause().isPresent()).toList();
          return List.of(
              own.size(),
              Figures.of(own, TypingRun.Typed::total).medianAnd95(),
              Figures.of(known, each -> each.total() - each.pause().orElseThrow()).medianAnd95(),
              Figures.of(known, each -> each.pause().orElseThrow()).percentile(50));
        });
  }

  /** Every query whose reports or total are not those of grep. */
  void wrong(Map<Query, Found> found) {
    out.println();
    for (Query query : queries) {
      Found each = found.get(query);
      if (each != null && !(each.isExactSet() && each.isExactTotal())) {
        out.printf(
            "- wrong: `%s`: grep %d, found %d, total %d%s %s%n",
            query.text(),
            each.expected().size(),
            each.pages().size(),
            each.total(),
            each.exact() ? "" : " or more",
            each.failure());
      }
    }
  }

  private void head(String first, String... columns) {
    out.println();
    out.println("| " + first + " | " + String.join(" | ", columns) + " |");
    out.println("|---|" + "--:|".repeat(columns.length));
  }

  private void rows(Function<Query.Kind, List<?>> cells) {
    for (Query.Kind kind : Query.Kind.values()) {
      row(kind.label(), cells.apply(kind));
    }
    row("all", cells.apply(null));
  }

  private void row(String name, List<?> cells) {
    out.println(
        "| " + name + " | " + String.join(" | ", cells.stream().map(Object::toString).toList()) + " |");
  }

  /**
   * The figures of one kind of query.
   *
   * @param kind null for all
   */
  private <T> List<T> own(Query.Kind kind, Map<Query, T> figures) {
    return queries.stream()
        .filter(query -> kind == null || query.kind() == kind)
        .map(figures::get)
        .filter(Objects::nonNull)
        .toList();
  }
}
