package annals.reader;

import annals.text.Spaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers the pieces, findings and pictures of one document. For one thread. */
final class PieceCollector {
  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "svg", "emf", "wmf");
  private static final int MOST_PIECES = 400_000;

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();
  private int tables;

  /** Adds a paragraph; each line break inside it begins a piece that continues the one before. */
  void paragraph(String text, Style style) {
    String[] lines = text.split("[\n\r\f\u000b\u2028\u2029]+", -1);
    int start = 0;
    boolean continued = false;
    for (String line : lines) {
      if (!Spaces.isBlank(line)) {
        int lead = Math.max(0, Math.min(style.lead() - start, line.length()));
        add(
            new Piece.Paragraph(
                line, new Style(style.level(), style.title(), lead, style.stated()), continued));
        continued = true;
      }
      start += line.length() + 1;
    }
  }

  /** Adds a piece that goes on where the last one stopped. */
  void continuation(String text, Style style) {
    if (!Spaces.isBlank(text)) {
      add(new Piece.Paragraph(oneLine(text), style, true));
    }
  }

  /**
   * Adds a table of rows of cells. One of a single column, as is used for layout, becomes
   * paragraphs.
   */
  void table(List<List<String>> rows) {
    List<List<String>> filled =
        rows.stream().filter(row -> row.stream().anyMatch(cell -> !Spaces.isBlank(cell))).toList();
    int columns = filled.stream().mapToInt(List::size).max().orElse(0);
    if (columns <= 1) {
      filled.forEach(row -> paragraph(row.getFirst(), Style.BODY));
      return;
    }
    tables++;
    for (int row = 0; row < filled.size(); row++) {
      for (int column = 0; column < columns; column++) {
        List<String> cells = filled.get(row);
        String text = column < cells.size() ? cells.get(column) : "";
        add(new Piece.Cell(Spaces.strip(oneLine(text)), tables, row, column));
      }
    }
  }

  /**
   * Adds a picture and its bytes under a name made here.
   *
   * @param ending of its file name; an unknown one becomes {@code bin}
   * @param description its alternative text in the file; empty if there is none
   */
  void picture(byte[] bytes, String ending, String description) {
    int number = pictures.size() + 1;
    String lower = ending.toLowerCase(Locale.ROOT);
    String file = number + "." + (PICTURES.contains(lower) ? lower : "bin");
    pictures.put(file, bytes);
    String text = Spaces.strip(oneLine(description));
    if (text.isEmpty()) {
      text = "图片" + number;
      found(Finding.What.MADE, "picture-text", "图片没有替代文字，请补写", text);
    }
    add(new Piece.Picture(text, file));
  }

  void found(Finding.What what, String rule, String reason, String text) {
    String line = Spaces.strip(oneLine(text));
    if (!line.isEmpty()) {
      findings.add(new Finding(what, rule, reason, pieces.size(), line));
    }
  }

  /** As {@link #found} with {@code DROPPED}. */
  void dropped(String rule, String reason, String text) {
    found(Finding.What.DROPPED, rule, reason, text);
  }

  boolean isFull() {
    return pieces.size() >= MOST_PIECES;
  }

  int textLength() {
    return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
  }

  SourceDocument.Structured close(String format) {
    return new SourceDocument.Structured(format, pieces, findings, pictures);
  }

  private void add(Piece piece) {
    if (!isFull()) {
      pieces.add(piece);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\n\r\f\u000b\u2028\u2029]+", " ");
  }
}
