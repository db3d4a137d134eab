package annals.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph while lines are being joined to it. It keeps at hand what the rules of joining ask,
 * so that joining any number of lines stays linear. For one thread.
 */
final class OpenParagraph {
  /** How far back the end of a paragraph is looked at. */
  private static final int TAIL = 200;

  private final Line first;
  private final List<TracedText> parts = new ArrayList<>();
  private final StringBuilder tail = new StringBuilder();
  private int length;
  private boolean hasFullStop;

  OpenParagraph(Line first) {
    this.first = first;
    add(first);
  }

  void add(Line line) {
    parts.add(line.text());
    length += line.length();
    hasFullStop |= line.string().indexOf('。') >= 0;
    tail.append(line.tail(TAIL));
    if (tail.length() > TAIL) {
      tail.delete(0, tail.length() - TAIL);
    }
  }

  Line close() {
    return parts.size() == 1 ? first : first.withText(TracedText.join(parts));
  }

  int length() {
    return length;
  }

  boolean hasFullStop() {
    return hasFullStop;
  }

  boolean beginsWithNumber() {
    return first.beginsWithNumber();
  }

  char last() {
    return tail.charAt(tail.length() - 1);
  }

  /** Its last characters, at most 200 of them. */
  String tail() {
    return tail.toString();
  }

  boolean isFinished() {
    return Line.isFinished(last());
  }

  boolean endsWithOpener() {
    return Line.isOpener(last());
  }
}
