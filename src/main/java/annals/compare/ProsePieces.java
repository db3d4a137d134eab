package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.Block;
import annals.report.Prose;
import java.util.ArrayList;
import java.util.List;

/**
 * The running text of a report in pieces that shingles do not reach beyond: run-in headings,
 * paragraphs, items. Headings that stand alone and tables are no running text.
 */
final class ProsePieces {
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A piece.
   *
   * @param section where it stands; null in the lead
   * @param sentences none but in paragraphs and run-in headings
   */
  record Piece(Section section, String text, List<Sentence> sentences) {}

  private ProsePieces() {}

  static List<Piece> of(Outline outline) {
    ProsePieces collected = new ProsePieces();
    outline.lead().forEach(passage -> collected.passage(null, passage));
    outline.walk().forEach(collected::section);
    return collected.pieces;
  }

  private void section(Section section) {
    section
        .headingSentence()
        .ifPresent(sentence -> add(section, section.prose(), List.of(sentence)));
    section.body().forEach(passage -> passage(section, passage));
  }

  private void passage(Section section, Passage passage) {
    block(section, passage.block(), passage.sentences());
  }

  private void block(Section section, Block block, List<Sentence> sentences) {
    switch (block) {
      case Block.Paragraph paragraph -> add(section, paragraph.prose(), sentences);
      case Block.Heading heading -> add(section, heading.prose(), sentences);
      case Block.Listing listing ->
          listing.items().forEach(item -> item.forEach(b -> block(section, b, List.of())));
      case Block.Quote quote -> quote.blocks().forEach(b -> block(section, b, List.of()));
      case Block.Table table -> {}
      case Block.CodeBlock code -> {}
      case Block.Rule rule -> {}
      case Block.Html html -> {}
    }
  }

  private void add(Section section, Prose prose, List<Sentence> sentences) {
    pieces.add(new Piece(section, prose.text(), sentences));
  }
}
