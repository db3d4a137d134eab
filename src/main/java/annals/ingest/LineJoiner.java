package annals.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins lines that were broken inside a sentence: within a title of a work, around a subscript, by
 * a page's width. A line is joined to the one before it only where something says that the
 * paragraph goes on; a section number always begins a new one.
 */
final class LineJoiner {
  private static final Pattern SUBSCRIPT = Pattern.compile("[0-9.]{1,4}");
  private static final String OPEN_MARKS = "的，、";
  private static final String OPEN_WORDS = "是和与及在对把被由从向以";
  private static final Pattern POINT =
      Pattern.compile("(?:[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,2}[，、,]).*");

  /** How far back an open bracket is looked for, and how far ahead the one that closes it. */
  private static final int BRACKET_REACH = 200;

  private static final int BRACKET_LINES = 4;
  private static final int LONG_PROSE = 40;

  /** A shorter line that ends in 和 or 向 may end in a person's name. */
  private static final int LONGEST_NAME = 15;

  /** The lines in which a title may stand. */
  private static final int HEAD_LINES = 8;

  private static final int LONGEST_HEADING = 60;

  private final List<Line> lines;
  private final Set<Repair> allowed;
  private final ImportLog.Ledger ledger;
  private final boolean blanksApart;
  private final boolean indents;
  private final Optional<Integer> fullWidth;

  private LineJoiner(List<Line> lines, CleaningRules rules, ImportLog.Ledger ledger) {
    this.lines = lines;
    this.allowed =
        Arrays.stream(Repair.values())
            .filter(rules::allows)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Repair.class)));
    this.ledger = ledger;
    this.blanksApart = blanksSetParagraphsApart(lines);
    this.indents = lines.stream().anyMatch(Line::indented);
    this.fullWidth = widthOfFullLines(lines);
  }

  static List<Line> join(List<Line> lines, CleaningRules rules, ImportLog.Ledger ledger) {
    return new LineJoiner(lines, rules, ledger).join();
  }

  private List<Line> join() {
    List<Line> result = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      OpenParagraph paragraph = new OpenParagraph(lines.get(i));
      boolean fragments = false;
      i++;
      while (i < lines.size()) {
        Optional<Repair> repair = repair(paragraph, i, fragments).filter(allowed::contains);
        if (repair.isEmpty()) {
          break;
        }
        ledger.joined(repair.get(), lines.get(i - 1).text(), lines.get(i).text());
        paragraph.add(lines.get(i));
        fragments |= leavesFragment(repair.get());
        i++;
      }
      result.add(paragraph.close());
    }
    return result;
  }

  /** Whether a paragraph mended in this way goes on until its sentence ends. */
  private static boolean leavesFragment(Repair repair) {
    return switch (repair) {
      case CONTINUED_PUNCTUATION, OPEN_BRACKET, SUBSCRIPT, FRAGMENT, OPEN_WORD, BROKEN_PARAGRAPH ->
          true;
      case FULL_LINE, BROKEN_TITLE, LOST_BREAK, SINGLE_SPACES -> false;
    };
  }

  /**
   * Why the line at {@code index} goes on with the paragraph, if it does.
   *
   * @param paragraph as joined until now
   * @param fragments whether a broken sentence was already mended in this paragraph
   */
  private Optional<Repair> repair(OpenParagraph paragraph, int index, boolean fragments) {
    Line previous = lines.get(index - 1);
    Line next = lines.get(index);
    if (previous.fixed() || next.fixed()) {
      return Optional.empty();
    }
    if (next.beginsWithContinuer() && !(next.afterBlank() && paragraph.isFinished())) {
      return Optional.of(Repair.CONTINUED_PUNCTUATION);
    }
    if (paragraph.endsWithOpener()) {
      return Optional.of(Repair.OPEN_BRACKET);
    }
    if (index < HEAD_LINES && TitleLines.belongTogether(paragraph.tail(), next.string())) {
      return Optional.of(Repair.BROKEN_TITLE);
    }
    if (next.afterBlank()) {
      return Optional.empty();
    }
    if (Character.isLetter(paragraph.last())
        && paragraph.last() < 0x80
        && SUBSCRIPT.matcher(next.head(8)).matches()) {
      return Optional.of(Repair.SUBSCRIPT);
    }
    if (next.beginsWithNumber() || next.beginsWithDash()) {
      return Optional.empty();
    }
    if (isFull(previous) && !next.indented() && (indents || !previous.isFinished())) {
      return Optional.of(Repair.FULL_LINE);
    }
    if (paragraph.isFinished()) {
      return Optional.empty();
    }
    if (bracketClosesSoon(paragraph, index)) {
      return Optional.of(Repair.OPEN_BRACKET);
    }
    if (POINT.matcher(next.head(8)).matches() || isHeading(paragraph)) {
      return Optional.empty();
    }
    if (fragments) {
      return Optional.of(Repair.FRAGMENT);
    }
    if (endsOpen(paragraph)) {
      return Optional.of(Repair.OPEN_WORD);
    }
    boolean inProse = paragraph.length() >= LONG_PROSE && paragraph.hasFullStop();
    return (blanksApart && !next.indented()) || inProse
        ? Optional.of(Repair.BROKEN_PARAGRAPH)
        : Optional.empty();
  }

  private static boolean endsOpen(OpenParagraph paragraph) {
    char last = paragraph.last();
    return OPEN_MARKS.indexOf(last) >= 0
        || (paragraph.length() > LONGEST_NAME && OPEN_WORDS.indexOf(last) >= 0);
  }

  private static boolean isHeading(OpenParagraph paragraph) {
    return paragraph.length() <= LONGEST_HEADING
        && !paragraph.hasFullStop()
        && paragraph.beginsWithNumber();
  }

  /** Whether a bracket is open at the end of the line and closed within the next few. */
  private boolean bracketClosesSoon(OpenParagraph paragraph, int index) {
    char closer = openBracketCloser(paragraph.tail());
    if (closer == 0) {
      return false;
    }
    for (int i = index; i < Math.min(index + BRACKET_LINES, lines.size()); i++) {
      if (i > index && (lines.get(i).afterBlank() || lines.get(i).beginsWithNumber())) {
        return false;
      }
      if (lines.get(i).head(BRACKET_REACH).indexOf(closer) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The closing bracket that the innermost open one waits for; 0 if none is open. */
  private static char openBracketCloser(String text) {
    String openers = "《（“【「";
    String closers = "》）”】」";
    List<Character> open = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (openers.indexOf(c) >= 0) {
        open.add(closers.charAt(openers.indexOf(c)));
      } else if (!open.isEmpty() && open.getLast() == c) {
        open.removeLast();
      }
    }
    return open.isEmpty() ? 0 : open.getLast();
  }

  private boolean isFull(Line line) {
    return fullWidth.filter(width -> line.length() >= width - 3).isPresent();
  }

  private static boolean blanksSetParagraphsApart(List<Line> lines) {
    int paragraphs = 0;
    int apart = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).length() >= LONG_PROSE && lines.get(i).isFinished()) {
        paragraphs++;
        apart += lines.get(i + 1).afterBlank() ? 1 : 0;
      }
    }
    return paragraphs >= 3 && apart * 2 > paragraphs;
  }

  /**
   * The width at which lines were broken, where they were: most lines of prose end at about the
   * same column, and most of those without a full stop.
   */
  private static Optional<Integer> widthOfFullLines(List<Line> lines) {
    int longest = lines.stream().mapToInt(Line::length).max().orElse(0);
    if (longest < 20 || longest > 60 || lines.size() < 10) {
      return Optional.empty();
    }
    List<Line> full = lines.stream().filter(line -> line.length() >= longest - 3).toList();
    long open = full.stream().filter(line -> !line.isFinished()).count();
    return full.size() * 2 >= lines.size() && open * 2 >= full.size()
        ? Optional.of(longest)
        : Optional.empty();
  }
}
