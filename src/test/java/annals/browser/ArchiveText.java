package annals.browser;

import annals.diagnostic.Diagnostics;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.outline.Passage;
import annals.outline.Section;
import annals.report.Block;
import annals.report.Prose;
import annals.source.ContentTree;
import annals.source.UnitSource;
import annals.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * What the reports of the demonstration archive say, paragraph by paragraph, read from their
 * sources without the index: what a plain substring search has to find.
 */
final class ArchiveText {
  private final Map<String, List<String>> paragraphs = new TreeMap<>();

  private ArchiveText() {}

  static ArchiveText read() {
    ArchiveText archive = new ArchiveText();
    ContentTree tree =
        ContentTree.scan(
            DemonstrationSite.SOURCE,
            DemonstrationSite.SOURCE.resolve("content"),
            new Diagnostics());
    for (UnitSource unit : tree.units()) {
      for (UnitSource.ReportFile file : unit.reports()) {
        Outline outline = Outliner.outline(tree.read(file).report()).outline();
        archive.paragraphs.put(
            name(unit.info().name(), file.id().year(), file.id().kind()), shown(outline));
      }
    }
    return archive;
  }

  /** What a report is called here. */
  static String name(String unit, int year, String kind) {
    return unit + " " + year + " " + kind;
  }

  /** The names of the reports that have the text in a paragraph, both folded. */
  Set<String> grep(String text) {
    String folded = Folding.fold(text).text();
    return paragraphs.entrySet().stream()
        .filter(
            report ->
                report.getValue().stream().anyMatch(p -> Folding.fold(p).text().contains(folded)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A run of characters that some report has, without the signs that mean something in a query. */
  String anyRun(Random random) {
    List<List<String>> reports = List.copyOf(paragraphs.values());
    while (true) {
      List<String> report = reports.get(random.nextInt(reports.size()));
      String paragraph = report.get(random.nextInt(report.size()));
      int length = Math.min(paragraph.length(), 1 + random.nextInt(12));
      int start = random.nextInt(paragraph.length() - length + 1);
      String run = paragraph.substring(start, start + length);
      if (run.matches("[^\\s|｜\"＂-－-]+")) {
        return run;
      }
    }
  }

  private static List<String> shown(Outline outline) {
    return Stream.of(
            Stream.of(outline.title()),
            shown(outline.lead()),
            outline.walk().flatMap(ArchiveText::shown))
        .flatMap(lines -> lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static Stream<String> shown(Section section) {
    return Stream.concat(Stream.of(section.prose().text()), shown(section.body()));
  }

  private static Stream<String> shown(List<Passage> passages) {
    return passages.stream().flatMap(passage -> shown(passage.block()));
  }

  private static Stream<String> shown(Block block) {
    return switch (block) {
      case Block.Heading heading -> Stream.of(heading.prose().text());
      case Block.Paragraph paragraph -> Stream.of(paragraph.prose().text());
      case Block.Listing listing ->
          listing.items().stream().flatMap(List::stream).flatMap(ArchiveText::shown);
      case Block.Quote quote -> quote.blocks().stream().flatMap(ArchiveText::shown);
      case Block.Table table ->
          Stream.concat(Stream.of(table.head()), table.rows().stream())
              .flatMap(List::stream)
              .map(Prose::text);
      case Block.CodeBlock code -> code.literal().lines();
      case Block.Rule rule -> Stream.empty();
      case Block.Html html -> Stream.of(Jsoup.parse(html.html()).text());
    };
  }
}
