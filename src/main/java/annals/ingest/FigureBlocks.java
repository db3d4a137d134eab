package annals.ingest;

import annals.reader.Piece;
import annals.report.Block;
import annals.report.Mark;
import annals.report.Prose;
import annals.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Cells to tables, and pictures to paragraphs of their own. */
final class FigureBlocks {
  private FigureBlocks() {}

  /** The blocks made, and the index of the first paragraph behind them. */
  record Made(Block block, int next) {}

  /** The table or picture that begins at an index, if one does. */
  static Optional<Made> at(int index, RawText source, List<TracedText> paragraphs) {
    TracedText text = paragraphs.get(index);
    return source
        .pieceAt(text.origin(0))
        .flatMap(
            piece ->
                switch (piece) {
                  case Piece.Paragraph paragraph -> Optional.empty();
                  case Piece.Picture picture ->
                      Optional.of(new Made(picture(text, picture, source), index + 1));
                  case Piece.Cell cell ->
                      Optional.of(table(index, cell.table(), source, paragraphs));
                });
  }

  private static Block picture(TracedText text, Piece.Picture picture, RawText source) {
    Mark image = new Mark.Image(new Span(0, text.length()), picture.file());
    return new Block.Paragraph(
        new Prose(text.text(), List.of(image)), source.at(text.origin(0)).line());
  }

  private static Made table(int index, int number, RawText source, List<TracedText> paragraphs) {
    List<List<Prose>> rows = new ArrayList<>();
    int columns =
        1
            + source.structure().orElseThrow().pieces().stream()
                .mapToInt(p -> p instanceof Piece.Cell c && c.table() == number ? c.column() : 0)
                .max()
                .orElse(0);
    int next = index;
    while (next < paragraphs.size()) {
      TracedText text = paragraphs.get(next);
      Optional<Piece.Cell> cell =
          source
              .pieceAt(text.origin(0))
              .flatMap(p -> p instanceof Piece.Cell c ? Optional.of(c) : Optional.empty())
              .filter(c -> c.table() == number);
      if (cell.isEmpty()) {
        break;
      }
      while (rows.size() <= cell.get().row()) {
        rows.add(new ArrayList<>(Collections.nCopies(columns, Prose.plain(""))));
      }
      rows.get(cell.get().row()).set(cell.get().column(), Prose.plain(text.text()));
      next++;
    }
    return new Made(
        new Block.Table(
            rows.getFirst(),
            Collections.nCopies(columns, Block.Alignment.NONE),
            rows.subList(1, rows.size()),
            source.at(paragraphs.get(index).origin(0)).line()),
        next);
  }
}
