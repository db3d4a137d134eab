package annals.ingest;

import annals.outline.Numbering;
import annals.text.Spaces;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives back line breaks that were lost: a whole report on one line, or paragraphs run together
 * with their indents between them. It cuts only at white space: behind a sentence's end, before a
 * section number, and between a heading and its body.
 */
final class LineSplitter {
  /** A single line this long with sentences set apart by spaces has lost its breaks. */
  private static final int COLLAPSED = 1000;

  private static final int LONGEST_HEADING = 60;

  private final ImportLog.Ledger ledger;

  private LineSplitter(ImportLog.Ledger ledger) {
    this.ledger = ledger;
  }

  static List<Line> split(List<Line> lines, CleaningRules rules, ImportLog.Ledger ledger) {
    if (!rules.allows(Repair.LOST_BREAK)) {
      return lines;
    }
    LineSplitter splitter = new LineSplitter(ledger);
    List<Line> result = new ArrayList<>(lines.size());
    for (Line line : lines) {
      splitter.split(line, result);
    }
    return result;
  }

  /** White space inside a line. */
  private record Gap(int start, int end) {
    int width() {
      return end - start;
    }
  }

  private void split(Line line, List<Line> result) {
    List<Gap> gaps = gaps(line.string());
    if (gaps.isEmpty() || line.fixed()) {
      result.add(line);
      return;
    }
    boolean collapsed = isCollapsed(line, gaps);
    int start = 0;
    for (Gap gap : gaps) {
      if (isBreak(line.string(), start, gap, collapsed)) {
        TracedText before = line.text().part(start, gap.start());
        result.add(piece(line, before, start));
        ledger.split(
            Repair.LOST_BREAK,
            before,
            line.text().part(gap.end(), Math.min(gap.end() + 16, line.length())));
        start = gap.end();
      }
    }
    result.add(piece(line, line.text().from(start), start));
  }

  private static Line piece(Line line, TracedText text, int start) {
    return start == 0 ? line.withText(text) : new Line(text, true, true, false);
  }

  private static List<Gap> gaps(String text) {
    List<Gap> gaps = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && Spaces.isSpace(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        gaps.add(new Gap(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return gaps;
  }

  private static boolean isCollapsed(Line line, List<Gap> gaps) {
    String text = line.string();
    long behindSentences = gaps.stream().filter(gap -> endsSentence(text, gap.start())).count();
    long beforeNumbers =
        gaps.stream()
            .filter(gap -> endsSentence(text, gap.start()) && numberAt(text, gap.end()))
            .count();
    return beforeNumbers > 0 || (line.length() >= COLLAPSED && behindSentences >= 3);
  }

  private static boolean isBreak(String text, int start, Gap gap, boolean collapsed) {
    boolean sentenceEnds = endsSentence(text, gap.start());
    if (sentenceEnds && gap.width() >= 2) {
      return true;
    }
    return collapsed
        && (sentenceEnds || numberAt(text, gap.end()) || isBehindHeading(text, start, gap));
  }

  /** Whether the piece from {@code start} to the gap is a section number with a short heading. */
  private static boolean isBehindHeading(String text, int start, Gap gap) {
    if (gap.start() - start > LONGEST_HEADING) {
      return false;
    }
    String piece = text.substring(start, gap.start());
    return Numbering.parse(piece)
        .filter(mark -> mark.end() < piece.length() && piece.indexOf('。') < 0)
        .isPresent();
  }

  private static boolean endsSentence(String text, int index) {
    int i = index - 1;
    while (i > 0 && Line.isCloser(text.charAt(i))) {
      i--;
    }
    return i >= 0 && Line.isSentenceEnd(text.charAt(i)) && ":;".indexOf(text.charAt(i)) < 0;
  }

  private static boolean numberAt(String text, int index) {
    return Numbering.parse(text.substring(index, Math.min(text.length(), index + 12))).isPresent();
  }
}
