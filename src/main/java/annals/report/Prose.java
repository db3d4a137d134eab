package annals.report;

import java.util.List;

/**
 * Running text with its formatting.
 *
 * @param text what a reader sees, without any markup; searching, comparing and splitting use it as
 *     it is
 * @param marks formatting, ordered by start, the wider first
 */
public record Prose(String text, List<Mark> marks) {
  public Prose {
    marks = List.copyOf(marks);
  }

  public static Prose plain(String text) {
    return new Prose(text, List.of());
  }
}
