package annals.ingest;

import annals.text.Spaces;
import annals.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of text of which every character knows where in the decoded source it stood. Cutting and
 * joining keep that knowledge, so that whatever is done to a report can be accounted for.
 */
final class TracedText {
  static final TracedText EMPTY = new TracedText("", new int[0]);

  private final String text;
  private final int[] origins;

  private TracedText(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  /** The part {@code from..to} of a source, 0-based in UTF-16 code units. */
  static TracedText of(String source, int from, int to) {
    if (from == to) {
      return EMPTY;
    }
    int[] origins = new int[to - from];
    for (int i = 0; i < origins.length; i++) {
      origins[i] = from + i;
    }
    return new TracedText(source.substring(from, to), origins);
  }

  static TracedText join(List<TracedText> parts) {
    int length = parts.stream().mapToInt(TracedText::length).sum();
    StringBuilder text = new StringBuilder(length);
    int[] origins = new int[length];
    for (TracedText part : parts) {
      System.arraycopy(part.origins, 0, origins, text.length(), part.length());
      text.append(part.text);
    }
    return new TracedText(text.toString(), origins);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean isBlank() {
    return Spaces.isBlank(text);
  }

  char first() {
    return text.charAt(0);
  }

  char last() {
    return text.charAt(text.length() - 1);
  }

  /** The offset in the source of the character at {@code index}. */
  int origin(int index) {
    return origins[index];
  }

  TracedText part(int from, int to) {
    return from == 0 && to == length()
        ? this
        : new TracedText(text.substring(from, to), Arrays.copyOfRange(origins, from, to));
  }

  TracedText from(int index) {
    return part(index, length());
  }

  TracedText plus(TracedText other) {
    return join(List.of(this, other));
  }

  /** This, an ideographic space that the source does not have, and {@code other}. */
  TracedText spacedWith(TracedText other) {
    TracedText space = new TracedText("\u3000", new int[] {other.origin(0)});
    return join(List.of(this, space, other));
  }

  /** Without the given spans, which must be in order and apart. */
  TracedText without(List<Span> spans) {
    if (spans.isEmpty()) {
      return this;
    }
    StringBuilder kept = new StringBuilder(length());
    int[] keptOrigins = new int[length()];
    int from = 0;
    for (int i = 0; i <= spans.size(); i++) {
      int to = i < spans.size() ? spans.get(i).start() : length();
      System.arraycopy(origins, from, keptOrigins, kept.length(), to - from);
      kept.append(text, from, to);
      from = i < spans.size() ? spans.get(i).end() : from;
    }
    return new TracedText(kept.toString(), Arrays.copyOf(keptOrigins, kept.length()));
  }

  /** With other characters in the place of spans, which must be in order and apart. */
  TracedText with(List<Span> spans, List<String> by) {
    List<TracedText> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      parts.add(part(from, span.start()));
      int[] places = new int[by.get(i).length()];
      Arrays.fill(places, origins[span.start()]);
      parts.add(new TracedText(by.get(i), places));
      from = span.end();
    }
    parts.add(from(from));
    return join(parts);
  }

  /** Without white space of any kind at either end. */
  TracedText strip() {
    int start = 0;
    int end = length();
    while (start < end && Spaces.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Spaces.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return part(start, end);
  }

  /**
   * With every run of white space made one character: an ideographic space where the run holds
   * nothing else, else a plain one.
   */
  TracedText withSingleSpaces() {
    StringBuilder single = new StringBuilder(length());
    int[] singleOrigins = new int[length()];
    boolean changed = false;
    int i = 0;
    while (i < length()) {
      int end = i;
      boolean ideographic = true;
      while (end < length() && Spaces.isSpace(text.charAt(end))) {
        ideographic &= text.charAt(end) == '\u3000';
        end++;
      }
      char kept = end == i ? text.charAt(i) : ideographic ? '\u3000' : ' ';
      changed |= end > i + 1 || kept != text.charAt(i);
      singleOrigins[single.length()] = origins[i];
      single.append(kept);
      i = Math.max(end, i + 1);
    }
    return changed
        ? new TracedText(single.toString(), Arrays.copyOf(singleOrigins, single.length()))
        : this;
  }

  @Override
  public String toString() {
    return text;
  }
}
