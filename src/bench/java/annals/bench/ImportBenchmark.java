package annals.bench;

import annals.export.OfficialDocument;
import annals.ingest.CleaningRules;
import annals.ingest.ImportResult;
import annals.ingest.ImportSettings;
import annals.ingest.Importer;
import annals.ingest.SourceHints;
import annals.markdown.MarkdownReader;
import annals.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fast Word files come in. Writes the reports of a content folder as .docx, each under the names
 * of many invented units, and imports them all, writing what an import writes.
 */
public final class ImportBenchmark {
  private ImportBenchmark() {}

  /** Arguments: a content folder, how many files, a folder to work in, which must not exist. */
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[1]);
    Path room = Files.createDirectories(Path.of(arguments[2]));
    Path source = room.resolve("word");
    Path target = room.resolve("content");
    if (!Files.exists(source)) {
      Files.createDirectory(source);
      write(Path.of(arguments[0]), count, source);
    }
    long begun = System.nanoTime();
    ImportSettings settings =
        new ImportSettings(
            room, target, CleaningRules.builtIn(), SourceHints.NONE, false, false, false);
    ImportResult result = new Importer(settings).importAll(List.of(source));
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%d created, %d refused, %.1f s, %.0f a second%n",
        result.count(ImportResult.Status.CREATED),
        result.count(ImportResult.Status.REFUSED),
        seconds,
        result.documents().size() / seconds);
  }

  private static void write(Path content, int count, Path folder) throws IOException {
    List<Path> reports;
    try (Stream<Path> files = Files.walk(content)) {
      reports =
          files.filter(f -> f.getFileName().toString().matches("[0-9]{4}\\.md")).sorted().toList();
    }
    for (int i = 0; i < count; i++) {
      Path file = reports.get(i % reports.size());
      Report report = new MarkdownReader().read(file.toString(), Files.readString(file)).report();
      int year = 1990 + i % 30;
      String title = "第" + (i / 30 + 1) + "水利站" + year + "年工作总结和" + (year + 1) + "年工作计划";
      Report.Header header =
          new Report.Header(
              title,
              java.util.Optional.empty(),
              report.header().year(),
              report.header().kind(),
              report.header().date(),
              report.header().source(),
              false);
      Report renamed = new Report(report.path(), header, report.blocks());
      Files.write(folder.resolve("%05d.docx".formatted(i)), OfficialDocument.write(renamed, picture -> Optional.empty()));
    }
  }
}
