package annals.ingest;

import annals.diagnostic.Position;
import annals.reader.Piece;
import annals.reader.SourceDocument;
import annals.report.Source;
import annals.text.Decoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A source document as text with its lines. Immutable.
 *
 * @param path for diagnostics
 * @param sha256 of the bytes, in lower-case hexadecimal digits
 * @param lineStarts offsets in the text at which lines begin; LF, CR and CRLF end a line
 * @param structure what a format beyond plain text tells; its pieces are the lines
 */
record RawText(
    String path,
    String sha256,
    int bytes,
    Decoding.Decoded decoded,
    int[] lineStarts,
    Optional<SourceDocument.Structured> structure) {
  /** Plain text, in whatever encoding. */
  static RawText of(String path, byte[] bytes) {
    return of(path, bytes, new SourceDocument.PlainText(Decoding.decode(bytes)));
  }

  /** A document as its reader gives it. */
  static RawText of(String path, byte[] bytes, SourceDocument document) {
    return switch (document) {
      case SourceDocument.PlainText plain -> of(path, bytes, plain.decoded(), Optional.empty());
      case SourceDocument.Structured structure -> {
        String text =
            structure.pieces().stream().map(Piece::text).collect(Collectors.joining("\n"));
        yield of(
            path,
            bytes,
            new Decoding.Decoded(text, StandardCharsets.UTF_8, 0),
            Optional.of(structure));
      }
    };
  }

  private static RawText of(
      String path,
      byte[] bytes,
      Decoding.Decoded decoded,
      Optional<SourceDocument.Structured> structure) {
    int[] starts = lineStarts(decoded.text());
    return new RawText(path, Source.sha256(bytes), bytes.length, decoded, starts, structure);
  }

  /** The piece in which the character at an offset stands; empty for plain text. */
  Optional<Piece> pieceAt(int offset) {
    return structure.map(s -> s.pieces().get(at(offset).line() - 1));
  }

  /** Whether the character at an offset is the first of its line. */
  boolean beginsLine(int offset) {
    return Arrays.binarySearch(lineStarts, offset) >= 0;
  }

  String text() {
    return decoded.text();
  }

  /**
   * The lines in order, without their ends. Form feeds, vertical tabs and the Unicode line and
   * paragraph separators end a line too, although editors do not count them.
   */
  List<TracedText> lines() {
    List<TracedText> lines = new ArrayList<>();
    String text = text();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u2028' || c == '\u2029') {
        lines.add(TracedText.of(text, start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(TracedText.of(text, start, text.length()));
    return lines;
  }

  /** Line and column of the character at an offset of the text. */
  Position at(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(path, line + 1, offset - lineStarts[line] + 1);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
