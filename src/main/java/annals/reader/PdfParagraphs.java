package annals.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Joins the lines of a PDF to paragraphs by where they begin and end, and leaves out page numbers
 * and running heads. For one document.
 */
final class PdfParagraphs {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－─·\\s]*(?:第\\s*)?[0-9０-９]{1,4}(?:\\s*页)?(?:\\s*[/／共]\\s*[0-9]{1,4}\\s*页?)?[-—–－─·\\s]*");

  private static final Pattern SECTION_NUMBER =
      Pattern.compile(
          "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]");
  private static final Pattern HANGING =
      Pattern.compile("[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)]?[.．、]?|[•●■◆·○-]");
  private static final int TABLE_ROWS = 3;

  /** In points. */
  private static final float SAME_ROW = 2;

  private final PieceCollector pieces;
  private TypedText open = new TypedText();
  private boolean openCentred;
  private boolean openFull;

  /** Where the text of the open paragraph begins behind a number that hangs; -1 if none does. */
  private float hang = -1;

  private boolean continues;
  private boolean numbersAreIndented;

  PdfParagraphs(PieceCollector pieces) {
    this.pieces = pieces;
  }

  void read(List<PdfPage> pages) {
    List<List<PdfPage.Run>> runsOfPages = withoutMargins(pages);
    float size =
        commonest(
            runsOfPages.stream()
                .flatMap(List::stream)
                .flatMap(run -> run.lines().stream())
                .map(PdfPage.Line::size)
                .toList());
    numbersAreIndented = numbersAreIndented(runsOfPages, size);
    for (List<PdfPage.Run> runs : runsOfPages) {
      List<PdfPage.Line> page = runs.stream().flatMap(run -> run.lines().stream()).toList();
      for (PdfPage.Run run : runs) {
        column(run.lines(), run.across() ? page : run.lines(), size);
      }
    }
    flush();
  }

  /**
   * @param all the lines between whose edges these stand
   */
  private void column(List<PdfPage.Line> lines, List<PdfPage.Line> all, float size) {
    if (lines.isEmpty()) {
      return;
    }
    float left = edge(all, true);
    float right = edge(all, false);
    float pitch = pitch(lines);
    boolean indents = lines.stream().filter(l -> isIndent(l.left() - left, size)).count() > 0;
    if (lines.stream().filter(line -> line.wideGaps() >= 2).count() >= TABLE_ROWS) {
      pieces.found(
          Finding.What.DOUBTED,
          "table-in-pdf",
          "PDF中疑有表格，各行读作段落，请对照原件",
          lines.getFirst().text().text());
    }
    PdfPage.Line before = null;
    for (PdfPage.Line line : lines) {
      float indent = line.left() - left;
      boolean centred =
          indent > 1.2f * size && Math.abs(indent - (right - line.right())) < 1.2f * size;
      boolean large = line.size() > size * 1.25f;
      boolean goesOn;
      if (before == null) {
        goesOn =
            open.length() > 0
                && (indent < size * 0.8f || hangs(line, size))
                && openFull
                && !openCentred;
      } else {
        boolean full = before.right() > right - 2.2f * size;
        boolean near = line.y() - before.y() < pitch * 1.5f;
        goesOn =
            near
                && (indent < size * 0.8f || hangs(line, size))
                && full
                && before.size() < line.size() * 1.2f
                && !isRow(line)
                && !isRow(before)
                && (indents || hang >= 0 || !endsSentence());
      }
      TypedText text = line.text();
      boolean flush = indent < size * 0.8f;
      goesOn &= !beginsSection(text) || numbersAreIndented && flush;
      if (!goesOn) {
        boolean sameTitle =
            centred && openCentred && before != null && before.size() == line.size() && large;
        flush();
        continues = sameTitle;
        openCentred = centred;
        hang = hang(line);
      }
      join(text);
      openFull = line.right() > right - 2.2f * size;
      before = line;
    }
  }

  private static boolean isIndent(float indent, float size) {
    return indent > size * 1.5f && indent < size * 2.6f;
  }

  private boolean hangs(PdfPage.Line line, float size) {
    return hang >= 0 && Math.abs(line.left() - hang) < size * 0.6f;
  }

  /** Where the text begins that a wide gap sets apart from the number before it. */
  private static float hang(PdfPage.Line line) {
    StringBuilder number = new StringBuilder();
    List<PdfPage.Glyph> glyphs = line.glyphs();
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
  private static boolean isRow(PdfPage.Line line) {
    return line.wideGaps() > 0 && hang(line) < 0;
  }

  private boolean endsSentence() {
    return open.length() > 0 && "。！？".indexOf(open.last()) >= 0;
  }

  /**
   * Whether all lines that surely begin with a number of their own are indented. Then one at the
   * left edge behind a full line is the middle of a paragraph.
   */
  private static boolean numbersAreIndented(List<List<PdfPage.Run>> runsOfPages, float size) {
    int indented = 0;
    for (List<PdfPage.Run> runs : runsOfPages) {
      for (PdfPage.Run run : runs) {
        float left = edge(run.lines(), true);
        float right = edge(run.lines(), false);
        boolean full = true;
        for (PdfPage.Line line : run.lines()) {
          if (SECTION_NUMBER.matcher(line.text().text()).lookingAt()) {
            if (line.left() - left >= size * 0.8f) {
              indented++;
            } else if (!full) {
              return false;
            }
          }
          full = line.right() > right - 2.2f * size;
        }
      }
    }
    return indented > 1;
  }

  /** A section number behind a full stop begins a paragraph, indented or not. */
  private boolean beginsSection(TypedText text) {
    return open.length() > 0
        && "。！？：；”）".indexOf(open.last()) >= 0
        && SECTION_NUMBER.matcher(text.text()).lookingAt();
  }

  private void join(TypedText text) {
    if (open.length() > 0) {
      char last = open.last();
      char next = text.text().charAt(0);
      if (last < 0x250
          && next < 0x250
          && Character.isLetterOrDigit(last)
          && Character.isLetter(next)) {
        open.append(" ", 0, false);
      }
    }
    open.appendAll(text);
  }

  private void flush() {
    if (open.length() > 0) {
      Style style = open.style(openCentred);
      if (continues) {
        pieces.continuation(open.text(), style);
      } else {
        pieces.paragraph(open.text(), style);
      }
    }
    open = new TypedText();
    openCentred = false;
    continues = false;
  }

  /** The edge at which most lines begin or end. */
  private static float edge(List<PdfPage.Line> lines, boolean left) {
    List<Float> edges = lines.stream().map(l -> left ? l.left() : l.right()).sorted().toList();
    if (lines.isEmpty()) {
      return 0;
    }
    if (lines.size() < 4) {
      return left ? edges.getFirst() : edges.getLast();
    }
    return left ? edges.get(edges.size() / 20) : edges.get(edges.size() - 1 - edges.size() / 20);
  }

  private static float pitch(List<PdfPage.Line> lines) {
    List<Float> distances = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      distances.add(lines.get(i).y() - lines.get(i - 1).y());
    }
    return distances.isEmpty()
        ? 20
        : distances.stream().sorted().toList().get(distances.size() / 2);
  }

  private static float commonest(List<Float> sizes) {
    Map<Float, Integer> counts = new HashMap<>();
    sizes.forEach(size -> counts.merge((float) Math.round(size), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(12f);
  }

  private List<List<PdfPage.Run>> withoutMargins(List<PdfPage> pages) {
    float gutter =
        (float)
            pages.stream()
                .mapToDouble(PdfPage::gutter)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    List<List<PdfPage.Run>> runsOfPages = pages.stream().map(page -> page.runs(gutter)).toList();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      float height = pages.get(i).height();
      lines(runsOfPages.get(i)).stream()
          .filter(line -> isAtHead(line, height) || isAtFoot(line, height))
          .map(PdfParagraphs::shape)
          .distinct()
          .forEach(shape -> seen.merge(shape, 1, Integer::sum));
    }
    List<List<PdfPage.Run>> without = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      float height = pages.get(i).height();
      List<PdfPage.Line> lines = lines(runsOfPages.get(i));
      Predicate<PdfPage.Line> repeated =
          line -> pages.size() > 1 && seen.getOrDefault(shape(line), 0) * 2 > pages.size();
      Set<PdfPage.Line> gone = new HashSet<>();
      outermost(lines, line -> isAtHead(line, height), repeated, gone);
      outermost(lines.reversed(), line -> isAtFoot(line, height), repeated, gone);
      without.add(runsOfPages.get(i).stream().map(run -> run.without(gone)).toList());
    }
    return without;
  }

  private static List<PdfPage.Line> lines(List<PdfPage.Run> runs) {
    return runs.stream()
        .flatMap(run -> run.lines().stream())
        .sorted(Comparator.comparingDouble(PdfPage.Line::y))
        .toList();
  }

  private static boolean isAtHead(PdfPage.Line line, float height) {
    return line.y() < height * 0.12f;
  }

  private static boolean isAtFoot(PdfPage.Line line, float height) {
    return line.y() > height * 0.86f;
  }

  /** From the edge of the page in, up to the first row that is text. */
  private void outermost(
      List<PdfPage.Line> lines,
      Predicate<PdfPage.Line> inMargin,
      Predicate<PdfPage.Line> repeated,
      Set<PdfPage.Line> gone) {
    float row = -1;
    boolean text = false;
    for (PdfPage.Line line : lines) {
      if (!inMargin.test(line) || text && Math.abs(line.y() - row) > SAME_ROW) {
        return;
      }
      String words = line.text().text();
      if (PAGE_NUMBER.matcher(words).matches()) {
        pieces.dropped("page-number", "页码", words);
        gone.add(line);
      } else if (repeated.test(line)) {
        pieces.dropped("running-head", "页眉页脚", words);
        gone.add(line);
      } else {
        text = true;
      }
      row = line.y();
    }
  }

  /** The same for lines that say the same at the same height, numbers aside. */
  private static String shape(PdfPage.Line line) {
    return Math.round(line.y()) + " " + line.text().text().replaceAll("[0-9０-９]+", "0");
  }
}
