package annals.ingest;

import annals.report.Block;
import annals.report.Prose;
import annals.report.Report;
import annals.report.Source;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/**
 * Tells whether two documents say the same, whatever format they came in: by their letters and
 * digits alone.
 */
final class TextIdentity {
  private final StringBuilder letters = new StringBuilder();

  private TextIdentity() {}

  /** Equal for reports with the same title and body. */
  static String of(Report report) {
    TextIdentity identity = new TextIdentity();
    identity.add(report.header().title());
    identity.add(report.blocks());
    return Source.sha256(identity.letters.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void add(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Heading heading -> add(heading.prose().text());
        case Block.Paragraph paragraph -> add(paragraph.prose().text());
        case Block.Listing listing -> listing.items().forEach(this::add);
        case Block.Quote quote -> add(quote.blocks());
        case Block.Table table -> {
          table.head().forEach(this::add);
          table.rows().forEach(row -> row.forEach(this::add));
        }
        case Block.CodeBlock code -> add(code.literal());
        case Block.Rule rule -> {}
        case Block.Html html -> add(html.html());
      }
    }
  }

  private void add(Prose prose) {
    add(prose.text());
  }

  private void add(String text) {
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
  }
}
