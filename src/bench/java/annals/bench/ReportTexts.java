package annals.bench;

import annals.diagnostic.Diagnostics;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.outline.Passage;
import annals.report.Block;
import annals.report.Prose;
import annals.source.ContentTree;
import annals.source.UnitSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** What the reports of an archive say, read from their sources without the index. */
final class ReportTexts {
  private ReportTexts() {}

  /**
   * A report as its reader sees it.
   *
   * @param url its page, from the root of the site
   * @param sections the paragraphs of each section, a heading among them; title and lead are the
   *     first
   */
  record Report(String url, List<List<String>> sections) {}

  /**
   * @param archive the folder with {@code content/}
   * @param site where it was built; says which page a report has
   */
  static List<Report> read(Path archive, Path site) throws IOException {
    Map<String, String> urls = urls(site.resolve("data/reports.json"));
    ContentTree tree =
        ContentTree.scan(archive, archive.resolve("content"), new Diagnostics());
    return tree.units().parallelStream()
        .flatMap(unit -> unit.reports().stream())
        .map(file -> report(tree, file, urls))
        .toList();
  }

  private static Report report(
      ContentTree tree, UnitSource.ReportFile file, Map<String, String> urls) {
    Outline outline = Outliner.outline(tree.read(file).report()).outline();
    List<List<String>> sections = new ArrayList<>();
    sections.add(paragraphs(outline.title(), outline.lead()));
    outline
        .walk()
        .forEach(section -> sections.add(paragraphs(section.prose().text(), section.body())));
    String url = urls.get(file.id().toString());
    if (url == null) {
      throw new IllegalStateException("the site has no page for " + file.id());
    }
    return new Report(url, List.copyOf(sections));
  }

  private static Map<String, String> urls(Path json) throws IOException {
    Map<String, String> urls = new HashMap<>();
    for (Map<String, String> row : JsonRows.read(json, "reports")) {
      urls.put(row.get("slug") + "/" + row.get("year") + "-" + row.get("kind"), row.get("url"));
    }
    return urls;
  }

  private static List<String> paragraphs(String heading, List<Passage> body) {
    return Stream.concat(
            Stream.of(heading), body.stream().flatMap(passage -> lines(passage.block())))
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static Stream<String> lines(Block block) {
    return switch (block) {
      case Block.Heading heading -> Stream.of(heading.prose().text());
      case Block.Paragraph paragraph -> Stream.of(paragraph.prose().text());
      case Block.Listing listing ->
          listing.items().stream().flatMap(List::stream).flatMap(ReportTexts::lines);
      case Block.Quote quote -> quote.blocks().stream().flatMap(ReportTexts::lines);
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
