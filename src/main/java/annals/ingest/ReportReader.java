package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.markdown.MarkdownReader;
import annals.outline.Outliner;
import annals.reader.DocumentReader;
import annals.reader.SourceDocument;
import annals.reader.UnreadableException;
import annals.report.Block;
import annals.report.Report;
import annals.report.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads any document that Annals knows, raw or Markdown, as a report with its outline. Nothing is
 * written. Immutable and safe for several threads.
 */
public final class ReportReader {
  private static final Set<String> MARKDOWN = Set.of("md", "markdown");

  private final CleaningRules rules;
  private final RawReader raw;
  private final MarkdownReader markdown = new MarkdownReader();

  public ReportReader(CleaningRules rules) {
    this.rules = rules;
    this.raw = new RawReader(rules);
  }

  /** Whether the file's name says that it is in a format this can read. */
  public static boolean reads(Path file) {
    String extension = extension(file.getFileName().toString());
    return MARKDOWN.contains(extension) || DocumentReader.reads(file.getFileName().toString());
  }

  /** The known formats, for messages. */
  public static String formats() {
    return DocumentReader.formats() + " and .md";
  }

  /**
   * Reads a document.
   *
   * @param path how diagnostics name the file
   * @param stated what the caller says of it; it wins over the text and the file's name
   * @throws IOException if the file cannot be read
   * @throws UnreadableException if it is broken, locked or in a format that is not known
   */
  public ReadReport read(Path file, String path, SourceHints stated)
      throws IOException, UnreadableException {
    String name = file.getFileName().toString();
    return read(name, Files.readAllBytes(file), path, stated, SourceHints.ofPath(file));
  }

  /** The same for the bytes of a document; its name says which format they are in. */
  public ReadReport read(String fileName, byte[] bytes, String path, SourceHints stated)
      throws UnreadableException {
    return read(fileName, bytes, path, stated, SourceHints.ofFileName(fileName));
  }

  private ReadReport read(
      String fileName, byte[] bytes, String path, SourceHints stated, SourceHints named)
      throws UnreadableException {
    if (MARKDOWN.contains(extension(fileName))) {
      return markdown(RawText.of(path, bytes), fileName, stated, named);
    }
    SourceDocument document = DocumentReader.read(fileName, bytes);
    return raw.read(RawText.of(path, bytes, document), fileName, stated, named);
  }

  private ReadReport markdown(RawText source, String name, SourceHints stated, SourceHints named) {
    MarkdownReader.Read read = markdown.read(source.path(), source.text());
    Report.Header header = read.report().header();
    List<Block> blocks = new ArrayList<>(read.report().blocks());
    String title = header.title();
    if (title.isEmpty()
        && !blocks.isEmpty()
        && blocks.getFirst() instanceof Block.Heading heading
        && heading.level() == 1) {
      title = heading.prose().text();
      blocks.removeFirst();
    }
    Optional<Integer> year = stated.year().or(header::year);
    Report.Header completed =
        new Report.Header(
            title,
            stated.unit().or(header::unit),
            year.isPresent() || !title.isEmpty() ? year : named.year(),
            stated.kind().or(header::kind),
            header.date(),
            header.source().or(() -> Optional.of(new Source(name, source.sha256()))),
            header.draft());
    Report report = new Report(source.path(), completed, blocks);
    Outliner.Outlined outlined = Outliner.outline(report);
    ImportLog.Ledger ledger = new ImportLog.Ledger(source);
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    diagnostics.addAll(outlined.diagnostics());
    diagnostics.addAll(Flags.raise(source, List.of(), rules, ledger));
    return new ReadReport(report, outlined.outline(), ledger.close(name), diagnostics, Map.of());
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
