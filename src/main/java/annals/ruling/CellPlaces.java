package annals.ruling;

import annals.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/** Where the cells of a file of comma-separated values begin. */
final class CellPlaces {
  private final String path;
  private final String text;
  private final List<Integer> lines = new ArrayList<>(List.of(0));

  CellPlaces(String path, String text) {
    this.path = path;
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        lines.add(i + 1);
      }
    }
  }

  /**
   * @param line the 1-based line on which the row begins
   * @param cell the 0-based cell of the row; one it does not have stands for its end
   */
  Position of(int line, int cell) {
    int at = lines.get(line - 1);
    int row = line - 1;
    int left = cell;
    boolean quoted = false;
    int i = at;
    while (left > 0 && i < text.length()) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        left--;
      } else if ((c == '\n' || c == '\r') && !quoted) {
        break;
      }
      i++;
    }
    while (row + 1 < lines.size() && lines.get(row + 1) <= i) {
      row++;
    }
    return new Position(path, row + 1, i - lines.get(row) + 1);
  }
}
