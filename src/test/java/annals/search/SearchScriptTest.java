package annals.search;

import static annals.search.NodeSearch.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.report.ReportId;
import annals.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code search.js} under Node on an index and holds it against a plain substring search. */
class SearchScriptTest {
  @TempDir private Path site;

  private SampleArchive sample = new SampleArchive(11, 6, 300, 8, 90);

  private NodeSearch node;

  private record Answer(int total, boolean exact, String scope, List<String> pages) {}

  @BeforeEach
  void needsNode() {
    node = new NodeSearch(site);
  }

  private void build() throws IOException {
    build(20);
  }

  private void build(int units) throws IOException {
    node.index(sample, sample.nextUnits(units));
  }

  private List<Answer> ask(List<String> queries, String options)
      throws IOException, InterruptedException {
    return ask(queries.stream().map(query -> line(query, options)).toList());
  }

  private List<Answer> ask(List<String> lines) throws IOException, InterruptedException {
    return node.ask(lines).stream().map(SearchScriptTest::answer).toList();
  }

  private static Answer answer(String line) {
    String[] parts = line.split("\t");
    return new Answer(
        Integer.parseInt(parts[0]),
        Boolean.parseBoolean(parts[1]),
        parts[2],
        Arrays.stream(parts).skip(3).sorted().toList());
  }

  private List<String> pages(Predicate<ReportId> wanted) {
    return sample.sections().keySet().stream()
        .filter(wanted)
        .map(id -> sample.plan().report(id).path())
        .sorted()
        .toList();
  }

  private List<String> grep(Predicate<List<String>> paragraphs) {
    Map<ReportId, List<String>> all = sample.paragraphs();
    return pages(id -> paragraphs.test(all.get(id)));
  }

  private List<String> grep(String term) {
    String folded = Folding.fold(term).text();
    return grep(shown -> shown.stream().anyMatch(p -> Folding.fold(p).text().contains(folded)));
  }

  @Test
  void theScriptFoldsAsTheIndexDoes() throws Exception {
    assertEquals("", NodeSearch.foldingDifferences());
  }

  @Test
  void anySubstringIsFoundInExactlyTheReportsThatHaveIt() throws Exception {
    build();
    substringsAreFoundWhereTheyStand(300);
  }

  @Test
  void soIsAnyOfFewWordsThatStandInEverySection() throws Exception {
    sample = new SampleArchive(5, 6, 5, 100, 16);
    build(45);
    assertTrue(Files.isDirectory(site.resolve("search/index/h")), "no list is long");
    substringsAreFoundWhereTheyStand(40);
  }

  private void substringsAreFoundWhereTheyStand(int count) throws Exception {
    List<ReportId> reports = List.copyOf(sample.paragraphs().keySet());
    Random random = new Random(3);
    List<String> queries = new ArrayList<>();
    while (queries.size() < count) {
      List<String> shown = sample.paragraphs().get(reports.get(random.nextInt(reports.size())));
      String paragraph = shown.get(random.nextInt(shown.size()));
      int length = Math.min(paragraph.length(), 1 + random.nextInt(16));
      int start = random.nextInt(paragraph.length() - length + 1);
      String query = paragraph.substring(start, start + length);
      boolean plain =
          query.chars().noneMatch(c -> c == '|' || c == ' ' || Character.isSurrogate((char) c));
      if (plain && !query.startsWith("-")) {
        queries.add(query);
      }
    }
    List<Answer> answers = ask(queries, "{\"exact\":true,\"limit\":1000}");
    List<Answer> counts = ask(queries, "{\"exact\":true,\"limit\":0}");
    for (int i = 0; i < queries.size(); i++) {
      List<String> expected = grep(queries.get(i));
      assertEquals(expected, answers.get(i).pages(), queries.get(i));
      assertEquals(expected.size(), answers.get(i).total(), queries.get(i));
      assertEquals(expected.size(), counts.get(i).total(), queries.get(i));
    }
  }

  @Test
  void oddCharactersAreOrdinaryText() throws Exception {
    build();
    List<String> queries =
        List.of(
            "GDP",
            "ｇｄｐ",
            "12345",
            "１２３４５热",
            "5%",
            "5.2％",
            "😀",
            "𠮷野",
            "<script>",
            "</script>",
            ".*",
            "C++",
            "[x]",
            "\\",
            "①",
            "㎡",
            "行政",
            "\"a|b\"",
            "\"一 二\"",
            "\"一二\"",
            "“三服务”",
            "…",
            "&amp;",
            "\"",
            "\"\"",
            "'",
            "(",
            "a".repeat(10_000),
            "*",
            "\ud83d",
            "\ud83d\ud83d",
            "\u0000",
            "__proto__",
            "constructor",
            "$&");
    List<Answer> answers = ask(queries, "{\"exact\":true,\"limit\":1000}");
    for (int i = 0; i < queries.size(); i++) {
      String query = queries.get(i);
      List<String> expected =
          switch (query) {
            case "\"a|b\"" -> grep("a|b");
            case "\"一 二\"" -> grep(shown -> shown.stream().anyMatch(p -> p.contains("一 二")));
            case "\"一二\"" -> grep(shown -> shown.stream().anyMatch(p -> p.contains("一二")));
            case "\"\"", "\ud83d", "\ud83d\ud83d", "\u0000" -> List.of();
            default -> grep(query);
          };
      assertEquals(expected, answers.get(i).pages(), query);
    }
  }

  @Test
  void longAndEmptyQueriesAreAnswered() throws Exception {
    build();
    String shown = sample.paragraphs().values().iterator().next().getLast();
    String words = shown.replaceAll("", " ");
    List<Answer> answers =
        ask(
            List.of("", "   ", "|", "-", "| |", words, (shown + " ").repeat(100)),
            "{\"exact\":true}");
    assertEquals(7, answers.size());
    assertEquals(List.of(0, 0, 0), answers.subList(0, 3).stream().map(Answer::total).toList());
    assertTrue(answers.get(5).total() >= 1 && answers.get(6).total() >= 1);
  }

  @Test
  void operatorsCombineTerms() throws Exception {
    build();
    List<String> queries = List.of("GDP -12345", "GDP | 12345热线", "ppt -“三服务” | <script>", "-5%");
    List<Answer> answers = ask(queries, "{\"exact\":true,\"limit\":1000}");
    assertEquals(grep(p -> has(p, "gdp") && !has(p, "12345")), answers.get(0).pages());
    assertEquals(grep(p -> has(p, "gdp") || has(p, "12345热线")), answers.get(1).pages());
    assertEquals(
        grep(p -> has(p, "ppt") && !has(p, "“三服务”") || has(p, "<script>")), answers.get(2).pages());
    assertEquals(grep("-5%"), answers.get(3).pages());
  }

  @Test
  void severalTermsMeetInASectionOrElseInAReport() throws Exception {
    build();
    List<List<String>> all = sample.sections().values().stream().flatMap(List::stream).toList();
    Random random = new Random(5);
    List<List<String>> queries = new ArrayList<>();
    while (queries.size() < 100) {
      List<String> terms = new ArrayList<>();
      List<String> section = all.get(random.nextInt(all.size()));
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        List<String> from = random.nextBoolean() ? section : all.get(random.nextInt(all.size()));
        String paragraph = Folding.fold(from.get(random.nextInt(from.size()))).text();
        int length = Math.min(paragraph.length(), 1 + random.nextInt(4));
        int start = random.nextInt(paragraph.length() - length + 1);
        terms.add(paragraph.substring(start, start + length));
      }
      if (String.join("", terms).chars().allMatch(c -> c >= 0x4e00 && c <= 0x9fff)) {
        queries.add(terms);
      }
    }
    List<String> joined = queries.stream().map(terms -> String.join(" ", terms)).toList();
    List<Answer> answers = ask(joined, "{\"exact\":true,\"limit\":1000}");
    List<Answer> counts = ask(joined, "{\"exact\":true,\"limit\":0}");
    Set<String> scopes = new TreeSet<>();
    for (int i = 0; i < queries.size(); i++) {
      List<String> terms = queries.get(i);
      List<String> together = pages(id -> meet(sample.sections().get(id), terms));
      List<String> apart =
          grep(paragraphs -> terms.stream().allMatch(term -> has(paragraphs, term)));
      Answer answer = answers.get(i);
      assertEquals(together.isEmpty() ? apart : together, answer.pages(), terms.toString());
      assertEquals(together.isEmpty() ? "report" : "section", answer.scope(), terms.toString());
      assertEquals(answer.total(), counts.get(i).total(), terms.toString());
      scopes.add(answer.scope());
    }
    assertEquals(Set.of("report", "section"), scopes);
  }

  private static boolean meet(List<List<String>> sections, List<String> terms) {
    return sections.stream()
        .anyMatch(section -> terms.stream().allMatch(term -> has(section, term)));
  }

  private static boolean has(List<String> paragraphs, String term) {
    return paragraphs.stream().anyMatch(p -> Folding.fold(p).text().contains(term));
  }

  @Test
  void filtersKeepToUnitYearAndKind() throws Exception {
    build();
    List<Answer> answers =
        ask(
            Stream.of(
                    "{}",
                    "{\"unit\":\"unit-3\"}",
                    "{\"year\":2022}",
                    "{\"year\":\"2020-2022\"}",
                    "{\"year\":[2020,2022]}",
                    "{\"kind\":\"party\"}",
                    "{\"kind\":\"party\",\"year\":2023}",
                    "{\"role\":\"plan\"}")
                .map(options -> line("总结", options))
                .toList());
    assertEquals(
        List.of(120, 6, 20, 60, 60, 40, 0, 0), answers.stream().map(Answer::total).toList());
  }

  @Test
  void pagesOfResultsJoinUpToTheWhole() throws Exception {
    build();
    List<String> queries = List.of("总结", "工作总结", "GDP | 办公室20");
    for (String query : queries) {
      List<String> lines = new ArrayList<>();
      lines.add(line(query, "{\"limit\":1000}"));
      for (int offset = 0; offset < 120; offset += 7) {
        lines.add(line(query, "{\"limit\":7,\"offset\":" + offset + "}"));
      }
      List<Answer> answers = ask(lines);
      List<String> joined =
          answers.stream().skip(1).flatMap(a -> a.pages().stream()).sorted().toList();
      assertEquals(answers.getFirst().pages(), joined);
    }
  }

  @Test
  void hitsAreHandedOverEarlyAndTheAnswerBeginsWithThem() throws Exception {
    sample = new SampleArchive(5, 6, 5, 100, 16);
    build(45);
    List<String> lines = new ArrayList<>();
    Random random = new Random(11);
    List<List<String>> texts = List.copyOf(sample.paragraphs().values());
    while (lines.size() < 40) {
      List<String> shown = texts.get(random.nextInt(texts.size()));
      String paragraph = shown.get(random.nextInt(shown.size()));
      int length = Math.min(paragraph.length(), 1 + random.nextInt(9));
      String query = paragraph.substring(0, length) + (lines.size() % 4 == 0 ? " 的" : "");
      lines.add(NodeSearch.line(query, "{\"limit\":8,\"facets\":true}", "early"));
    }
    int found = 0;
    for (String line : node.ask(lines)) {
      List<Integer> counts = Arrays.stream(line.split("\t")).map(Integer::valueOf).toList();
      List<Integer> handed = counts.subList(1, counts.size());
      assertEquals(counts.getFirst(), handed.stream().max(Integer::compare).orElse(0), line);
      found += counts.getFirst();
    }
    assertTrue(found > 100, "hits: " + found);
  }

  @Test
  void anIndexOfAnotherFormatIsSaidToBeOne() throws Exception {
    build();
    Path main = site.resolve("search/index/main.js");
    String script = Files.readString(main);
    Files.writeString(main, script.replaceFirst("\"format\":[0-9]+", "\"format\":99"));
    assertEquals(List.of("error\tformat"), node.ask(List.of(line("总结", "{}"))));
    Files.delete(main);
    assertEquals(List.of("error\tmissing"), node.ask(List.of(line("总结", "{}"))));
  }

  @Test
  void aReleaseThatComesInWhileASearchReadsLeavesNoMixtureInItsAnswer() throws Exception {
    NodeSearch before = new NodeSearch(Files.createDirectories(site.resolve("before")));
    before.index(sample, sample.nextUnits(20));
    NodeSearch after = new NodeSearch(Files.createDirectories(site.resolve("after")));
    SampleArchive later = new SampleArchive(12, 6, 300, 8, 90);
    after.index(later, later.nextUnits(23));
    List<String> lines = List.of(line("办公室20", "{\"limit\":9,\"exact\":true,\"facets\":true}"));
    String old = before.ask(lines).getFirst();
    String fresh = after.ask(lines).getFirst();
    Set<String> answers = new HashSet<>();
    for (int files = 1; files < 400 && !answers.contains(old); files = files * 3 / 2 + 1) {
      answers.add(before.ask(lines, after, files).getFirst());
    }
    assertEquals(Set.of(old, fresh), answers);
  }

  @Test
  void aTotalIsALowerBoundUntilItIsExact() throws Exception {
    build();
    Answer soon = ask(List.of("办公室20"), "{\"limit\":5}").getFirst();
    assertEquals(5, soon.pages().size());
    assertFalse(soon.exact());
    Answer exact = ask(List.of("办公室20"), "{\"limit\":5,\"exact\":true}").getFirst();
    assertEquals(new Answer(120, true, "section", exact.pages()), exact);
  }
}
