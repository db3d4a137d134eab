package annals.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in an input or output file.
 *
 * @param path the file, with {@code /} between folders, relative to the site's source folder where
 *     it lies inside it
 * @param line 1-based line; 0 means the file as a whole
 * @param column 1-based column counted in UTF-16 code units; 0 where the line as a whole is meant
 */
public record Position(String path, int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::path)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  public Position {
    Objects.requireNonNull(path, "path");
    if (line < 0 || column < 0 || (line == 0 && column > 0)) {
      throw new IllegalArgumentException("no such position: " + path + ":" + line + ":" + column);
    }
  }

  /** The file as a whole. */
  public static Position of(String path) {
    return new Position(path, 0, 0);
  }

  /** A whole line of a file. */
  public static Position of(String path, int line) {
    return new Position(path, line, 0);
  }

  public Position at(int otherLine, int otherColumn) {
    return new Position(path, otherLine, otherColumn);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /**
   * {@code path}, {@code path:line} or {@code path:line:column}, as editors and terminals link it.
   */
  @Override
  public String toString() {
    if (line == 0) {
      return path;
    }
    return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
  }
}
