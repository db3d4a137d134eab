package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.report.Report;
import java.util.ArrayList;
import java.util.List;
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

  /** A report with what was odd about its text. */
  public record Read(Report report, List<Diagnostic> diagnostics) {
    public Read {
      diagnostics = List.copyOf(diagnostics);
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
    Node document = parser.parse(text.substring(frontMatter.bodyStart()));
    BlockReader blocks = new BlockReader(path, frontMatter.lines(), diagnostics);
    return new Read(new Report(path, frontMatter.header(), blocks.children(document)), diagnostics);
  }
}
