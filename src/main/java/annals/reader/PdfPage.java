package annals.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands on a page of a PDF. Measures are in points, from the upper left corner.
 *
 * @param glyphs in the order in which they are drawn
 */
record PdfPage(float width, float height, List<Glyph> glyphs) {
  /** Lines of which fewer than this share cross the middle leave it free for a gutter. */
  private static final double FREE = 0.12;

  /** Fewer rows may leave a gap by chance. */
  private static final int FEWEST_ROWS = 12;

  private static final Pattern HANGING =
      Pattern.compile("[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)]?[.．、]?|[•●■◆·○-]");

  /** The share of lines that each of two columns has at least. */
  private static final double SIDE = 0.3;

  /**
   * A drawn character.
   *
   * @param y its base line
   * @param level by {@link TypeLevels}
   */
  record Glyph(String text, float x, float y, float width, float size, int level, boolean title) {
    float right() {
      return x + width;
    }
  }

  /** Glyphs on one base line, from left to right. */
  record Line(List<Glyph> glyphs) {
    float left() {
      return glyphs.getFirst().x();
    }

    float right() {
      return glyphs.getLast().right();
    }

    float y() {
      return glyphs.getFirst().y();
    }

    /** The size of most of its characters. */
    float size() {
      return glyphs.get(glyphs.size() / 2).size();
    }

    /** Its characters, with a space where there is one wider than half a character. */
    TypedText text() {
      TypedText text = new TypedText();
      Glyph before = null;
      float usual = usualGap();
      for (Glyph glyph : glyphs) {
        if (before != null && glyph.x() - before.right() > usual + gap(before, glyph)) {
          text.append(" ", glyph.level(), glyph.title());
        }
        text.append(glyph.text(), glyph.level(), glyph.title());
        before = glyph;
      }
      return text;
    }

    /** How many gaps in it are wider than a character, as between the cells of a table. */
    int wideGaps() {
      int gaps = 0;
      for (int i = 1; i < glyphs.size(); i++) {
        gaps += glyphs.get(i).x() - glyphs.get(i - 1).right() > glyphs.get(i).size() ? 1 : 0;
      }
      return gaps;
    }

    /**
     * Where the text begins that a wide gap sets apart from the number before it; -1 if none does.
     */
    float hang() {
      StringBuilder number = new StringBuilder();
      for (int i = 0; i + 1 < Math.min(7, glyphs.size()); i++) {
        number.append(glyphs.get(i).text());
        float gap = glyphs.get(i + 1).x() - glyphs.get(i).right();
        if (gap > glyphs.get(i + 1).size() * 0.8f) {
          return HANGING.matcher(number).matches() ? glyphs.get(i + 1).x() : -1;
        }
      }
      return -1;
    }

    /** A row of a table: cells set apart by wide gaps, and no number before the first. */
    boolean isRow() {
      return wideGaps() > 0 && hang() < 0;
    }

    /** Justified lines, and those on a grid, have room between all characters. */
    private float usualGap() {
      List<Float> gaps = new ArrayList<>();
      for (int i = 1; i < glyphs.size(); i++) {
        gaps.add(Math.max(0, glyphs.get(i).x() - glyphs.get(i - 1).right()));
      }
      return gaps.isEmpty() ? 0 : gaps.stream().sorted().toList().get(gaps.size() / 2);
    }

    private static float gap(Glyph before, Glyph after) {
      boolean latin = before.text().charAt(0) < 0x250 && after.text().charAt(0) < 0x250;
      return after.size() * (latin ? 0.2f : 0.6f);
    }
  }

  /**
   * Lines that stand below one another.
   *
   * @param across whether they go across the columns of a page that has columns
   */
  record Run(List<Line> lines, boolean across) {
    Run {
      lines = List.copyOf(lines);
    }

    Run without(Set<Line> others) {
      return new Run(lines.stream().filter(line -> !others.contains(line)).toList(), across);
    }
  }

  /** Where the gap between two columns is, from the left; -1 if the page shows none. */
  float gutter() {
    return gutter(rows());
  }

  /** Whether a page too short to tell may have its columns where other pages have them. */
  private static boolean isFree(float gutter, List<Line> rows) {
    long crossing =
        rows.stream()
            .filter(
                row ->
                    row.glyphs().stream()
                        .anyMatch(g -> g.x() < gutter - 1 && g.right() > gutter + 1))
            .count();
    return gutter >= 0 && crossing <= rows.size() * FREE;
  }

  /**
   * The runs in reading order: where the page has two columns, the left one first.
   *
   * @param usualGutter where other pages of the document have theirs; -1 if they have none
   */
  List<Run> runs(float usualGutter) {
    List<Line> rows = rows();
    float own = gutter(rows);
    boolean usual = own < 0 && rows.size() < FEWEST_ROWS && isFree(usualGutter, rows);
    float gutter = usual ? usualGutter : own;
    if (gutter < 0) {
      return List.of(new Run(rows, false));
    }
    List<Run> runs = new ArrayList<>();
    List<Line> across = new ArrayList<>();
    List<Line> left = new ArrayList<>();
    List<Line> right = new ArrayList<>();
    for (Line row : rows) {
      List<Glyph> before = row.glyphs().stream().filter(g -> g.right() <= gutter + 1).toList();
      List<Glyph> behind = row.glyphs().stream().filter(g -> g.x() >= gutter - 1).toList();
      if (before.size() + behind.size() < row.glyphs().size() || isOne(before, behind)) {
        flush(left, false, runs);
        flush(right, false, runs);
        across.add(row);
      } else {
        flush(across, true, runs);
        if (!before.isEmpty()) {
          left.add(new Line(before));
        }
        if (!behind.isEmpty()) {
          right.add(new Line(behind));
        }
      }
    }
    flush(left, false, runs);
    flush(right, false, runs);
    flush(across, true, runs);
    return runs;
  }

  /** Whether text goes on across the gap, which happens to lie between two of its characters. */
  private static boolean isOne(List<Glyph> before, List<Glyph> behind) {
    return !before.isEmpty()
        && !behind.isEmpty()
        && behind.getFirst().x() - before.getLast().right() < before.getLast().size();
  }

  private static void flush(List<Line> lines, boolean across, List<Run> runs) {
    if (!lines.isEmpty()) {
      runs.add(new Run(lines, across));
      lines.clear();
    }
  }

  private List<Line> rows() {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::y));
    List<Line> rows = new ArrayList<>();
    List<Glyph> row = new ArrayList<>();
    for (Glyph glyph : sorted) {
      if (!row.isEmpty() && glyph.y() - row.getFirst().y() > glyph.size() * 0.45f) {
        rows.add(line(row));
        row = new ArrayList<>();
      }
      row.add(glyph);
    }
    if (!row.isEmpty()) {
      rows.add(line(row));
    }
    return rows;
  }

  private static Line line(List<Glyph> row) {
    row.sort(Comparator.comparingDouble(Glyph::x));
    return new Line(List.copyOf(row));
  }

  /**
   * Where a strip near the middle is free of text, with text on both sides that on the left mostly
   * runs up to it, as lines do and the cells of a table do not; -1 if nowhere.
   */
  private float gutter(List<Line> rows) {
    if (rows.size() < FEWEST_ROWS) {
      return -1;
    }
    float best = -1;
    int least = Integer.MAX_VALUE;
    for (float x = width * 0.35f; x < width * 0.65f; x += 2) {
      int crossing = 0;
      int before = 0;
      int behind = 0;
      int full = 0;
      for (Line row : rows) {
        float end = -1;
        boolean begins = false;
        boolean crosses = false;
        for (Glyph glyph : row.glyphs()) {
          end = glyph.right() <= x ? Math.max(end, glyph.right()) : end;
          begins |= glyph.x() >= x;
          crosses |= glyph.x() < x + 4 && glyph.right() > x - 4;
        }
        crossing += crosses ? 1 : 0;
        before += !crosses && end >= 0 ? 1 : 0;
        behind += !crosses && begins ? 1 : 0;
        full += !crosses && end > x - 3.5f * row.size() ? 1 : 0;
      }
      boolean columns = before > rows.size() * SIDE && behind > rows.size() * SIDE;
      if (columns && full * 2 > before && crossing < least && crossing < rows.size() * FREE) {
        least = crossing;
        best = x;
      }
    }
    return best;
  }
}
