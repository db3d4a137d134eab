package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.report.PlacedProse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Marks that stand doubled, half-width marks in Chinese text (one finding a report, with all its
 * lines), and brackets and quotation marks without their partner.
 */
final class Punctuation implements Lint {
  private static final String MARKS = "，。；：、！？";
  private static final String HALF_WIDTH = ",;:?!()";
  private static final String WIDE = "，；：？！（）";
  private static final String OPENING = "（《“【〔";
  private static final String CLOSING = "）》”】〕";
  private static final int LINES_SHOWN = 12;

  @Override
  public List<String> names() {
    return List.of("punctuation-doubled", "punctuation-half-width", "pair-open");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    HalfWidth halfWidth = new HalfWidth();
    Texts.of(record)
        .forEach(
            placed -> {
              doubled(record, placed, found);
              halfWidth.look(placed);
              unpaired(record, placed, found);
            });
    halfWidth.tell(record, found);
  }

  private static void doubled(ReportRecord record, PlacedProse placed, Consumer<Diagnostic> found) {
    String text = placed.prose().text();
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && MARKS.indexOf(text.charAt(i)) >= 0) {
        run++;
        continue;
      }
      if (run > 1 && !isEmphatic(text.substring(i - run, i))) {
        found.accept(
            Diagnostic.warning(
                "punctuation-doubled",
                Texts.at(record, placed, i - run),
                "marks stand side by side: " + Texts.around(text, i - run, i),
                "keep one of them"));
      }
      run = 0;
    }
  }

  /** {@code ？！} and {@code ！！} are meant. */
  private static boolean isEmphatic(String run) {
    return run.chars().allMatch(c -> c == '！' || c == '？');
  }

  private static boolean isHalfWidth(String text, int i) {
    char c = text.charAt(i);
    if (HALF_WIDTH.indexOf(c) < 0 && c != '"') {
      return false;
    }
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    return switch (c) {
      case '(' -> Texts.isIdeograph(after);
      case ')' -> Texts.isIdeograph(before);
      default -> Texts.isIdeograph(before) || Texts.isIdeograph(after);
    };
  }

  private static void unpaired(
      ReportRecord record, PlacedProse placed, Consumer<Diagnostic> found) {
    String text = placed.prose().text();
    List<Integer> open = new ArrayList<>();
    Optional<Integer> lone = Optional.empty();
    for (int i = 0; i < text.length() && lone.isEmpty(); i++) {
      int closing = CLOSING.indexOf(text.charAt(i));
      if (OPENING.indexOf(text.charAt(i)) >= 0) {
        open.add(i);
      } else if (closing >= 0) {
        if (open.isEmpty()) {
          lone = isCountMark(text, i) ? lone : Optional.of(i);
        } else if (text.charAt(open.getLast()) == OPENING.charAt(closing)) {
          open.removeLast();
        } else {
          lone = Optional.of(open.getLast());
        }
      }
    }
    if (lone.isEmpty() && !open.isEmpty()) {
      lone = Optional.of(open.getLast());
    }
    lone.ifPresent(
        at ->
            found.accept(
                Diagnostic.warning(
                    "pair-open",
                    Texts.at(record, placed, at),
                    text.charAt(at) + " has no partner: " + Texts.around(text, at, at + 1),
                    "add the other half, or take this one away")));
  }

  /** {@code 1）} and {@code 一）}: half a bracket behind a number is a habit, and clear. */
  private static boolean isCountMark(String text, int at) {
    return at > 0
        && text.charAt(at) == '）'
        && "0123456789一二三四五六七八九十".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** The half-width marks of one report. */
  private static final class HalfWidth {
    private final TreeSet<Integer> lines = new TreeSet<>();
    private Optional<PlacedProse> place = Optional.empty();
    private int first;
    private int count;

    void look(PlacedProse placed) {
      String text = placed.prose().text();
      for (int i = 0; i < text.length(); i++) {
        if (isHalfWidth(text, i)) {
          if (count == 0) {
            place = Optional.of(placed);
            first = i;
          }
          count++;
          lines.add(placed.line());
        }
      }
    }

    void tell(ReportRecord record, Consumer<Diagnostic> found) {
      place.ifPresent(
          placed -> {
            String text = placed.prose().text();
            int mark = HALF_WIDTH.indexOf(text.charAt(first));
            found.accept(
                Diagnostic.warning(
                    "punctuation-half-width",
                    Texts.at(record, placed, first),
                    count
                        + (count == 1 ? " half-width mark" : " half-width marks")
                        + " in Chinese text, the first is "
                        + Texts.around(text, first, first + 1),
                    "write " + (mark < 0 ? "“ ”" : WIDE.charAt(mark)) + "; " + linesText()));
          });
    }

    private String linesText() {
      String shown =
          lines.stream().limit(LINES_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
      return (lines.size() == 1 ? "line " : "lines ")
          + shown
          + (lines.size() > LINES_SHOWN ? " and " + (lines.size() - LINES_SHOWN) + " more" : "");
    }
  }
}
