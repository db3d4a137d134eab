package annals.outline;

import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds the points inside a paragraph: 一是…, 第一，…, 1.… at its beginning or behind a sentence end, a
 * colon or a semicolon.
 */
final class Points {
  private static final String BEFORE = "。！？；：;:”";

  private Points() {}

  static List<Point> in(String text) {
    record Opening(int start, int end) {}
    List<Opening> openings = new ArrayList<>();
    Matcher matcher = Numbering.points(text).useTransparentBounds(true);
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean mayOpen = i == 0 || BEFORE.indexOf(text.charAt(i - 1)) >= 0;
      if (mayOpen && i >= next && matcher.region(i, text.length()).lookingAt()) {
        openings.add(new Opening(matcher.start(), matcher.end()));
        next = matcher.end();
      }
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < openings.size(); i++) {
      Opening opening = openings.get(i);
      int end = i + 1 < openings.size() ? openings.get(i + 1).start() : text.length();
      points.add(
          new Point(
              text.substring(opening.start(), opening.end()),
              lead(text, opening.end(), end),
              new Span(opening.start(), end)));
    }
    return List.copyOf(points);
  }

  private static String lead(String text, int from, int to) {
    int end = from;
    while (end < to && "。！？；;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(from, end);
  }
}
