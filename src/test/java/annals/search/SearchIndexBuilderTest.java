package annals.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.archive.UnitArchive;
import annals.output.OutputFile;
import annals.report.ReportId;
import annals.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexBuilderTest {
  @TempDir private Path folder;

  private final SampleArchive sample = new SampleArchive(7, YEARS, 400, 7, 80);
  private final List<UnitArchive> units = sample.nextUnits(14);

  private static final int YEARS = 5;
  private static final int NUMBERS_KEPT = 8;

  private IndexReader reader(List<OutputFile> files) {
    return new IndexReader(files, units.size() * YEARS, units.size() * NUMBERS_KEPT);
  }

  private static int number(int place) {
    return place / YEARS * NUMBERS_KEPT + place % YEARS;
  }

  private List<OutputFile> build(List<UnitArchive> order, int threads)
      throws IOException, InterruptedException, ExecutionException {
    List<OutputFile> files = new ArrayList<>();
    try (SearchIndexBuilder builder =
            new SearchIndexBuilder(sample.catalog(), sample.plan(), folder);
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<List<OutputFile>>> texts = new ArrayList<>();
      for (UnitArchive unit : order) {
        texts.add(executor.submit(() -> builder.add(unit)));
      }
      for (Future<List<OutputFile>> text : texts) {
        files.addAll(text.get());
      }
      builder.finish(files::add);
    }
    return files;
  }

  @Test
  void bytesDependNeitherOnOrderNorOnThreads() throws Exception {
    Map<String, byte[]> expected = new TreeMap<>();
    build(units, 1).forEach(file -> expected.put(file.path(), file.bytes()));
    for (int round = 1; round <= 3; round++) {
      List<UnitArchive> shuffled = new ArrayList<>(units);
      Collections.shuffle(shuffled, new Random(round));
      List<OutputFile> files = build(shuffled, 1 + round);
      assertEquals(expected.size(), files.size());
      for (OutputFile file : files) {
        assertArrayEquals(expected.get(file.path()), file.bytes(), file.path());
      }
    }
  }

  @Test
  void everyPathIsWrittenOnce() throws Exception {
    List<String> paths = build(units, 1).stream().map(OutputFile::path).toList();
    assertEquals(paths.size(), paths.stream().distinct().count());
  }

  @Test
  void gramsAreFoundExactlyWhereTheTextHasThem() throws Exception {
    List<ReportId> reports = new ArrayList<>(sample.paragraphs().keySet());
    IndexReader index = reader(build(units, 2));
    Random random = new Random(1);
    for (int i = 0; i < 400; i++) {
      List<String> paragraphs =
          sample.paragraphs().get(reports.get(random.nextInt(reports.size())));
      String text = Folding.fold(paragraphs.get(random.nextInt(paragraphs.size()))).text();
      int length = 1 + random.nextInt(2);
      int start = random.nextInt(text.length() - length + 1);
      String gram = text.substring(start, start + length);
      List<Integer> expected = new ArrayList<>();
      for (int place = 0; place < reports.size(); place++) {
        if (sample.paragraphs().get(reports.get(place)).stream()
            .anyMatch(p -> Folding.fold(p).text().contains(gram))) {
          expected.add(number(place));
        }
      }
      assertEquals(expected, List.copyOf(index.postings(gram).keySet()), gram);
    }
  }

  @Test
  void postingsTellSectionsAndHeadings() throws Exception {
    IndexReader index = reader(build(units, 1));
    Map<Integer, IndexReader.Places> title = index.postings("总结");
    assertEquals(sample.paragraphs().size(), title.size());
    title
        .values()
        .forEach(
            places -> {
              assertTrue(places.heading());
              assertEquals(List.of(0), places.sections());
            });
    index
        .postings("办公")
        .values()
        .forEach(places -> assertEquals(places.count(), places.sections().size()));
    index.postings("办").values().forEach(places -> assertTrue(places.heading()));
    index.postings("，").values().forEach(places -> assertFalse(places.heading()));
  }

  @Test
  void postingsOfCommonBigramsSayWhatFollows() throws Exception {
    List<List<List<String>>> reports =
        sample.sections().values().stream()
            .map(
                sections ->
                    sections.stream()
                        .map(own -> own.stream().map(p -> Folding.fold(p).text()).toList())
                        .toList())
            .toList();
    IndexReader index = reader(build(units, 1));
    Map<Integer, IndexReader.Places> postings = index.postings("工作");
    assertTrue(postings.size() >= IndexFormat.HINTED_REPORTS);
    postings.forEach(
        (number, places) ->
            assertEquals(
                hintsAfter(
                    "工作", reports.get(number / NUMBERS_KEPT * YEARS + number % NUMBERS_KEPT)),
                places.hints().stream().reduce(0, (a, b) -> a | b)));
  }

  private static int hintsAfter(String gram, List<List<String>> sections) {
    int hints = 0;
    for (String paragraph : sections.stream().flatMap(List::stream).toList()) {
      for (int at = paragraph.indexOf(gram); at >= 0; at = paragraph.indexOf(gram, at + 1)) {
        int next = at + gram.length();
        hints |= next < paragraph.length() ? 1 << IndexFormat.hint(paragraph.charAt(next)) : 0;
      }
    }
    return hints;
  }

  @Test
  void textsHoldAllThatIsSeen() throws Exception {
    ReportId id = sample.paragraphs().keySet().iterator().next();
    IndexReader index = reader(build(units, 1));
    String text = index.text("search/index/t/unit-1/" + id.year() + "-" + id.kind() + ".js");
    assertTrue(text.startsWith("units/unit-1/" + id.year() + "/index.html\u0002"));
    for (String paragraph : sample.paragraphs().get(id)) {
      assertTrue(text.contains("\u0001" + paragraph), paragraph);
    }
  }

  @Test
  void gramsNeverReachOverTheEndOfAParagraph() throws Exception {
    List<String> all =
        sample.paragraphs().values().stream()
            .flatMap(List::stream)
            .map(paragraph -> Folding.fold(paragraph).text())
            .toList();
    List<String> across = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      String before = all.get(i - 1);
      String gram = before.charAt(before.length() - 1) + all.get(i).substring(0, 1);
      if (all.stream().noneMatch(paragraph -> paragraph.contains(gram))) {
        across.add(gram);
      }
    }
    IndexReader index = reader(build(units, 1));
    assertFalse(across.isEmpty());
    across.forEach(gram -> assertTrue(index.postings(gram).isEmpty(), gram));
  }

  @Test
  void aUnitComesOnceAndMustBeInTheCatalogue() throws IOException {
    UnitArchive stranger = new SampleArchive(8, 1, 100, 3, 50).nextUnits(15).getLast();
    try (SearchIndexBuilder builder =
        new SearchIndexBuilder(sample.catalog(), sample.plan(), folder)) {
      builder.add(units.getFirst());
      assertThrows(IllegalStateException.class, () -> builder.add(units.getFirst()));
      assertThrows(IllegalArgumentException.class, () -> builder.add(stranger));
    }
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    build(units, 1);
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void anEmptyArchiveHasAnIndexToo() throws IOException {
    List<OutputFile> files = new ArrayList<>();
    SampleArchive empty = new SampleArchive(1, 1, 100, 3, 50);
    try (SearchIndexBuilder builder =
        new SearchIndexBuilder(empty.catalog(), empty.plan(), folder)) {
      builder.finish(files::add);
    }
    List<String> paths = files.stream().map(OutputFile::path).toList();
    assertEquals(
        List.of("search/index/main.js", "search/index/stamp.js"),
        paths.subList(paths.size() - 2, paths.size()),
        "what names all others comes last");
  }
}
