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
 * Leaves out what stands on the pages of a PDF only because they are pages: page numbers, running
 * heads, the list of contents. For one document.
 */
final class PdfMargins {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－─·\\s]*(?:第\\s*)?[0-9０-９]{1,4}(?:\\s*页)?(?:\\s*[/／共]\\s*[0-9]{1,4}\\s*页?)?[-—–－─·\\s]*");

  private static final Pattern CONTENTS = Pattern.compile("目[\\s　]*[录錄次]");
  private static final Pattern ENTRY =
      Pattern.compile(".*[^.．·…‥⋯\\s　][\\s　]*(?:[.．·…‥⋯][\\s　]*){4,}[0-9０-９]{1,4}");

  /** An entry of the list of contents may be broken into so many lines. */
  private static final int LONGEST_ENTRY = 2;

  private static final int LAST_ROWS = 3;

  /** In points. */
  private static final float SAME_ROW = 2;

  private final PieceCollector pieces;

  PdfMargins(PieceCollector pieces) {
    this.pieces = pieces;
  }

  /** The runs of each page, without page numbers, running heads and repeated heads of tables. */
  List<List<PdfPage.Run>> without(List<PdfPage> pages) {
    return withoutRepeatedHeads(withoutContents(withoutHeadsAndFeet(pages)));
  }

  /** Entries end in dots and the number of a page; what stands between two of them is of one. */
  private List<List<PdfPage.Run>> withoutContents(List<List<PdfPage.Run>> runsOfPages) {
    List<PdfPage.Line> lines = runsOfPages.stream().flatMap(runs -> lines(runs).stream()).toList();
    Set<PdfPage.Line> gone = new HashSet<>();
    int at = 0;
    while (at < lines.size()) {
      int next = at + 1;
      if (matches(CONTENTS, lines.get(at)) || matches(ENTRY, lines.get(at))) {
        next = afterEntries(lines, at);
        boolean isList = next > at + 1 || matches(ENTRY, lines.get(at));
        for (PdfPage.Line line : isList ? lines.subList(at, next) : List.<PdfPage.Line>of()) {
          pieces.dropped("table-of-contents", "目录", line.text().text());
          gone.add(line);
        }
      }
      at = next;
    }
    return runsOfPages.stream()
        .map(runs -> runs.stream().map(run -> run.without(gone)).toList())
        .toList();
  }

  private static boolean matches(Pattern pattern, PdfPage.Line line) {
    return pattern.matcher(line.text().text().strip()).matches();
  }

  /** Behind the last entry that follows without a gap. */
  private static int afterEntries(List<PdfPage.Line> lines, int start) {
    int last = start;
    for (int i = start + 1; i < lines.size() && i - last <= LONGEST_ENTRY; i++) {
      if (matches(ENTRY, lines.get(i))) {
        last = i;
      }
    }
    return last + 1;
  }

  private List<List<PdfPage.Run>> withoutHeadsAndFeet(List<PdfPage> pages) {
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
          .map(PdfMargins::shape)
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

  /** The head of a table that goes on over a page stands on the new page once more. */
  private List<List<PdfPage.Run>> withoutRepeatedHeads(List<List<PdfPage.Run>> runsOfPages) {
    List<List<PdfPage.Run>> without = new ArrayList<>();
    List<PdfPage.Line> before = List.of();
    for (List<PdfPage.Run> runs : runsOfPages) {
      List<PdfPage.Line> lines = lines(runs);
      Set<PdfPage.Line> gone = new HashSet<>(lines.subList(0, repeatedHead(before, lines)));
      lines.stream()
          .filter(gone::contains)
          .forEach(line -> pieces.dropped("table-head", "跨页表格重复的表头", line.text().text()));
      without.add(runs.stream().map(run -> run.without(gone)).toList());
      before = lines;
    }
    return without;
  }

  /**
   * How many lines a page begins with that begin a table on the page before, at whose end are rows.
   */
  private static int repeatedHead(List<PdfPage.Line> before, List<PdfPage.Line> lines) {
    List<PdfPage.Line> last = before.subList(Math.max(0, before.size() - LAST_ROWS), before.size());
    if (last.stream().noneMatch(PdfPage.Line::isRow)) {
      return 0;
    }
    int most = 0;
    for (int start = 0; start < before.size(); start++) {
      if (start > 0 && before.get(start - 1).isRow()) {
        continue;
      }
      int same = 0;
      while (start + same < before.size()
          && same < lines.size()
          && lines.get(same).isRow()
          && isSameRow(before.get(start + same), lines.get(same))) {
        same++;
      }
      most = Math.max(most, same);
    }
    return most;
  }

  private static boolean isSameRow(PdfPage.Line row, PdfPage.Line other) {
    return Math.abs(row.left() - other.left()) < SAME_ROW
        && row.text().text().equals(other.text().text());
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
