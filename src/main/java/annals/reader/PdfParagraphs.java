package annals.reader;

import annals.text.ChineseNumerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins the lines of a PDF to paragraphs by where they begin and end. For one document. */
final class PdfParagraphs {
  private static final Pattern SECTION_NUMBER =
      Pattern.compile(
          "([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|([0-9]{1,2})[.．、](?![0-9])|[（(]([0-9]{1,2})[）)]");
  private static final String ENDS = "。！？：；”）";
  private static final int TABLE_ROWS = 3;

  private final PieceCollector pieces;
  private TypedText open = new TypedText();
  private boolean openCentred;
  private boolean openFull;
  private boolean openRow;
  private float openSize;

  /** Where the text of the open paragraph begins behind a number that hangs; -1 if none does. */
  private float hang = -1;

  private boolean continues;
  private boolean numbersAreIndented;

  PdfParagraphs(PieceCollector pieces) {
    this.pieces = pieces;
  }

  void read(List<PdfPage> pages) {
    List<List<PdfPage.Run>> runsOfPages = new PdfMargins(pieces).without(pages);
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
      TypedText text = line.text();
      boolean goesOn;
      if (before == null) {
        goesOn =
            open.length() > 0
                && (indent < size * 0.8f || hangs(line, size))
                && openFull
                && !openCentred
                && openSize < line.size() * 1.2f;
      } else {
        boolean full = before.right() > right - 2.2f * size;
        boolean near = line.y() - before.y() < pitch * 1.5f;
        goesOn =
            near
                && (indent < size * 0.8f || hangs(line, size))
                && full
                && openSize < line.size() * 1.2f
                && (indents || hang >= 0 || !endsSentence() || countsOn(text));
      }
      boolean flush = indent < size * 0.8f;
      boolean row = line.isRow();
      goesOn &= !row && !openRow;
      goesOn &= !beginsSection(text) || numbersAreIndented && flush;
      if (!goesOn) {
        boolean sameTitle =
            centred && openCentred && before != null && before.size() == line.size() && large;
        flush();
        continues = sameTitle;
        openCentred = centred;
        hang = line.hang();
      }
      join(text);
      openFull = line.right() > right - 2.2f * size;
      openSize = line.size();
      openRow = row;
      before = line;
    }
  }

  private static boolean isIndent(float indent, float size) {
    return indent > size * 1.5f && indent < size * 2.6f;
  }

  private boolean hangs(PdfPage.Line line, float size) {
    return hang >= 0 && Math.abs(line.left() - hang) < size * 0.6f;
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
        && ENDS.indexOf(open.last()) >= 0
        && SECTION_NUMBER.matcher(text.text()).lookingAt()
        && !countsOn(text);
  }

  /**
   * Whether a text's number follows one within the open paragraph: a line happens to end between.
   */
  private boolean countsOn(TypedText text) {
    Matcher number = SECTION_NUMBER.matcher(text.text());
    String before = open.text();
    Matcher earlier = SECTION_NUMBER.matcher(before);
    int at = 1;
    while (number.lookingAt() && at < before.length() && earlier.find(at)) {
      boolean begins = ENDS.indexOf(before.charAt(earlier.start() - 1)) >= 0;
      if (begins && isNext(earlier, number)) {
        return true;
      }
      at = earlier.start() + 1;
    }
    return false;
  }

  private static boolean isNext(Matcher number, Matcher next) {
    for (int form = 1; form <= next.groupCount(); form++) {
      if (number.group(form) != null && next.group(form) != null) {
        OptionalInt value = ChineseNumerals.parse(number.group(form));
        OptionalInt nextValue = ChineseNumerals.parse(next.group(form));
        return value.isPresent()
            && nextValue.isPresent()
            && nextValue.getAsInt() == value.getAsInt() + 1;
      }
    }
    return false;
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
}
