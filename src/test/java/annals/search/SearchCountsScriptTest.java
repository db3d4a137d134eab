package annals.search;

import static annals.search.NodeSearch.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.archive.UnitArchive;
import annals.outline.Role;
import annals.report.ReportId;
import annals.search.PlainSearch.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the page tells beside the hits against counts made by plain substring search. */
class SearchCountsScriptTest {
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2024;

  @TempDir private Path site;

  private final SampleArchive sample = new SampleArchive(23, 5, 60, 7, 60);
  private final List<UnitArchive> units = sample.nextUnits(14);
  private final PlainSearch plain = new PlainSearch(sample);
  private final Random random = new Random(6);
  private NodeSearch node;

  /** Terms, all of which must match, and what the search is narrowed down to. */
  private record Question(List<String> terms, Filter filter) {
    String query() {
      return String.join(" ", terms);
    }
  }

  @BeforeEach
  void build() throws IOException {
    node = new NodeSearch(site);
    node.index(sample, units);
  }

  private List<Question> questions(int count) {
    List<Question> questions = new ArrayList<>();
    while (questions.size() < count) {
      List<String> terms = new ArrayList<>();
      for (int i = random.nextInt(3) == 0 ? 1 : 0; i >= 0; i--) {
        terms.add(han());
      }
      questions.add(new Question(terms, filter()));
    }
    return questions;
  }

  /** One to five ideographs that stand together somewhere. */
  private String han() {
    List<ReportId> ids = List.copyOf(sample.paragraphs().keySet());
    while (true) {
      List<String> paragraphs = sample.paragraphs().get(ids.get(random.nextInt(ids.size())));
      String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
      int start = random.nextInt(paragraph.length());
      int end = Math.min(paragraph.length(), start + 1 + random.nextInt(5));
      String term = paragraph.substring(start, end);
      if (term.chars().allMatch(c -> c >= 0x4e00 && c <= 0x9fff)) {
        return term;
      }
    }
  }

  private Filter filter() {
    return new Filter(
        random.nextInt(3) == 0 ? "unit-" + (1 + random.nextInt(14)) : null,
        random.nextInt(3) == 0 ? FIRST_YEAR + random.nextInt(5) : null,
        random.nextInt(4) == 0 ? (random.nextBoolean() ? "work" : "party") : null,
        random.nextInt(3) == 0 ? Role.values()[random.nextInt(4)] : null);
  }

  @Test
  void a_facet_counts_what_a_search_with_its_value_finds() throws Exception {
    List<Question> questions = questions(250);
    List<String> answers =
        node.ask(
            questions.stream()
                .map(
                    q ->
                        line(
                            q.query(),
                            q.filter().options("\"exact\":true,\"facets\":true"),
                            "facets"))
                .toList());
    for (int i = 0; i < questions.size(); i++) {
      assertEquals("true " + facets(questions.get(i)), answers.get(i), questions.get(i).toString());
    }
  }

  private String facets(Question question) {
    Filter f = question.filter();
    List<String> slugs = units.stream().map(unit -> unit.unit().slug()).toList();
    List<Integer> years = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).boxed().toList();
    return String.join(
        " ",
        "unit=" + counts(question, slugs, v -> new Filter(v, f.year(), f.kind(), f.role())),
        "year=" + counts(question, years, v -> new Filter(f.unit(), v, f.kind(), f.role())),
        "kind="
            + counts(
                question,
                List.of("work", "party"),
                v -> new Filter(f.unit(), f.year(), v, f.role())),
        "role="
            + counts(
                question,
                List.of(Role.values()),
                v -> new Filter(f.unit(), f.year(), f.kind(), v)));
  }

  private <T> String counts(Question question, List<T> values, Function<T, Filter> filter) {
    Map<String, Integer> counts = new TreeMap<>();
    for (T value : values) {
      int found = plain.find(question.terms(), filter.apply(value)).size();
      if (found > 0) {
        counts.put(value instanceof Role role ? role.word() : value.toString(), found);
      }
    }
    return counts.entrySet().stream()
        .map(e -> e.getKey() + ":" + e.getValue())
        .collect(Collectors.joining(","));
  }

  @Test
  void facets_of_bigrams_are_exact_without_reading_texts() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Question question : questions(300)) {
      if (question.terms().size() == 1 && question.query().length() == 2) {
        lines.add(line(question.query(), "{\"facets\":true,\"limit\":0}", "facets"));
      }
    }
    assertTrue(lines.size() > 20);
    node.ask(lines).forEach(answer -> assertTrue(answer.startsWith("true "), answer));
  }

  @Test
  void history_counts_reports_and_sections_of_every_year() throws Exception {
    List<Question> questions = questions(250);
    List<String> answers =
        node.ask(
            questions.stream()
                .map(q -> line(q.query(), q.filter().options("\"exact\":true"), "history"))
                .toList());
    for (int i = 0; i < questions.size(); i++) {
      assertEquals("true" + history(questions.get(i)), answers.get(i), questions.get(i).toString());
    }
  }

  private String history(Question question) {
    Filter f = question.filter();
    Map<ReportId, Integer> found =
        plain.find(question.terms(), new Filter(f.unit(), null, f.kind(), f.role()));
    return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .mapToObj(
            year -> {
              List<Integer> sections =
                  found.entrySet().stream()
                      .filter(e -> e.getKey().year() == year)
                      .map(Map.Entry::getValue)
                      .toList();
              int sum = sections.stream().mapToInt(Integer::intValue).sum();
              return " " + year + ":" + sections.size() + ":" + sum;
            })
        .collect(Collectors.joining());
  }

  @Test
  void units_are_found_by_name_pinyin_and_initials() throws Exception {
    List<String> answers =
        node.ask(
            List.of("第3办", "dsbgs", "disanbangongshi", "3", "di 3", "d3bgs", "bgs", "办公桌", "")
                .stream()
                .map(text -> line(text, "{}", "units"))
                .toList());
    String third = "units/unit-3/index.html";
    assertEquals(third, answers.get(0));
    assertEquals("", answers.get(1));
    assertEquals("", answers.get(2));
    assertTrue(answers.get(3).startsWith(third), answers.get(3));
    assertEquals(third, answers.get(4));
    assertEquals(third, answers.get(5));
    assertEquals(14, answers.get(6).split(" ").length);
    assertEquals("", answers.get(7));
    assertEquals("", answers.get(8));
  }
}
