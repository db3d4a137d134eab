package annals.reader;

/** A part of a document that stands on lines of its own. Its text holds no line break. */
public sealed interface Piece {
  String text();

  /**
   * Running text.
   *
   * @param continued whether only a soft line break, or the edge of a page, parts it from the piece
   *     before
   */
  record Paragraph(String text, Style style, boolean continued) implements Piece {}

  /**
   * A cell of a table; cells of one table follow one another, by row. One with several paragraphs
   * has their text set apart by spaces; one that is covered by a merged cell is empty.
   *
   * @param table counts the tables of the document from 1
   * @param row from 0
   * @param column from 0
   */
  record Cell(String text, int table, int row, int column) implements Piece {}

  /**
   * A picture.
   *
   * @param text its alternative text, never empty
   * @param file its name in the document's pictures
   */
  record Picture(String text, String file) implements Piece {}
}
