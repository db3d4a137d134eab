package annals.reader;

import java.util.List;

/**
 * The automatic numbers of one list with its levels, as counted through a document. For one thread.
 */
final class NumberedList {
  private static final String CLOSES_NUMBER = "、.．。）)】〕:：";

  private final List<Level> levels;
  private final int[] counts;
  private final boolean[] begun;

  /**
   * A level of a list.
   *
   * @param text with %1 to %9 for the numbers of the levels from the outermost: {@code （%1）}
   * @param legal whether numbers of outer levels are written in digits whatever their format
   */
  record Level(NumberFormat format, String text, int start, boolean legal) {}

  NumberedList(List<Level> levels) {
    this.levels = List.copyOf(levels);
    this.counts = new int[levels.size()];
    this.begun = new boolean[levels.size()];
  }

  /** Begins a level again at a number. */
  void restart(int level, int at) {
    if (level >= 0 && level < levels.size()) {
      counts[level] = at - 1;
      begun[level] = true;
    }
  }

  /**
   * The number of the next paragraph at a level counted from 0, with a space behind it where
   * nothing else parts it from the text; empty for bullets.
   */
  String next(int level) {
    if (level < 0 || level >= levels.size()) {
      return "";
    }
    for (int i = 0; i <= level; i++) {
      if (!begun[i]) {
        counts[i] = levels.get(i).start() - (i == level ? 1 : 0);
        begun[i] = true;
      }
    }
    counts[level]++;
    for (int i = level + 1; i < begun.length; i++) {
      begun[i] = false;
    }
    Level own = levels.get(level);
    if (own.format() == NumberFormat.BULLET) {
      return "";
    }
    String number = number(own);
    boolean apart =
        number.isEmpty() || CLOSES_NUMBER.indexOf(number.charAt(number.length() - 1)) >= 0;
    return apart ? number : number + " ";
  }

  private String number(Level own) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < own.text().length(); i++) {
      char c = own.text().charAt(i);
      int other = c == '%' && i + 1 < own.text().length() ? own.text().charAt(i + 1) - '1' : -1;
      if (other >= 0 && other < levels.size()) {
        NumberFormat format = own.legal() ? NumberFormat.DECIMAL : levels.get(other).format();
        text.append(format.write(counts[other]));
        i++;
      } else {
        text.append(c);
      }
    }
    return text.toString().strip();
  }
}
