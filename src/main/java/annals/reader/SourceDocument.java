package annals.reader;

import annals.text.Decoding;
import java.util.List;
import java.util.Map;

/** A document as its file format holds it, before cleaning, repair and reading. Immutable. */
public sealed interface SourceDocument {
  /** Lines whose layout is all there is to know. */
  record PlainText(Decoding.Decoded decoded) implements SourceDocument {}

  /**
   * Paragraphs, tables and pictures that the format tells apart.
   *
   * @param format the usual ending of its files, such as {@code docx}
   * @param pieces in reading order
   * @param findings what the reader left out or made; nothing is left out without one
   * @param pictures bytes by file name; the names are made here, never taken from the file
   */
  record Structured(
      String format, List<Piece> pieces, List<Finding> findings, Map<String, byte[]> pictures)
      implements SourceDocument {
    public Structured {
      pieces = List.copyOf(pieces);
      findings = List.copyOf(findings);
      pictures = Map.copyOf(pictures);
    }
  }
}
