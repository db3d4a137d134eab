package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Suppression;
import annals.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads a Markdown report: front matter, CommonMark, GFM tables. Line numbers are those of the
 * file. Immutable and safe for several threads.
 */
public final class MarkdownReader {
  private final Parser parser =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(200)
          .build();

  /**
   * A report with what was odd about its text.
   *
   * @param suppressions the answers to findings that stand in the text as comments
   */
  public record Read(Report report, List<Diagnostic> diagnostics, List<Suppression> suppressions) {
    public Read {
      diagnostics = List.copyOf(diagnostics);
      suppressions = List.copyOf(suppressions);
    }
  }

  /**
   * Reads a report.
   *
   * @param path for diagnostics
   * @param text the whole file, decoded
   */
  public Read read(String path, String text) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    FrontMatter frontMatter = FrontMatter.read(path, text, diagnostics);
    return body(
        path,
        frontMatter.header(),
        text.substring(frontMatter.bodyStart()),
        frontMatter.lines(),
        diagnostics);
  }

  /**
   * Reads a report whose front matter has been read before.
   *
   * @param header what that front matter said, or what stands for it
   */
  public Read read(String path, String text, Report.Header header) {
    Optional<FrontMatter.Fence> fence = FrontMatter.Fence.of(text);
    int bodyStart = fence.map(FrontMatter.Fence::bodyStart).orElse(0);
    int lines = fence.map(FrontMatter.Fence::lines).orElse(0);
    return body(path, header, text.substring(bodyStart), lines, new ArrayList<>());
  }

  private Read body(
      String path, Report.Header header, String body, int linesBefore, List<Diagnostic> found) {
    Node document = parser.parse(body);
    BlockReader blocks = new BlockReader(path, linesBefore, found);
    Report report = new Report(path, header, blocks.children(document));
    return new Read(report, found, blocks.suppressions());
  }
}
