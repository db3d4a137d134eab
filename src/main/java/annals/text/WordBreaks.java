package annals.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Where words begin and end in Chinese text, by ICU's dictionary. Loading it takes a tenth of a
 * second, which is done when the first text is asked about. Not safe for several threads.
 */
public final class WordBreaks {
  /** Words beside a phrase decide where it ends; no further ones do. */
  private static final int AROUND = 6;

  private BreakIterator words;

  /** The words of a text, without gaps: marks are words too. */
  public List<Span> in(String text) {
    if (words == null) {
      words = BreakIterator.getWordInstance(ULocale.CHINESE);
    }
    words.setText(text);
    List<Span> found = new ArrayList<>();
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      found.add(new Span(start, end));
      start = end;
    }
    return found;
  }

  /** The words that a part of a text consists of; empty if one of them goes on outside it. */
  public List<String> of(String text, Span part) {
    List<Span> inside = inside(text, part);
    boolean whole =
        !inside.isEmpty()
            && inside.getFirst().start() == part.start()
            && inside.getLast().end() == part.end();
    return whole ? inside.stream().map(word -> word.of(text)).toList() : List.of();
  }

  /** The words that lie wholly inside a part of a text, in order. */
  public List<Span> inside(String text, Span part) {
    int from = Math.max(0, part.start() - AROUND);
    int to = Math.min(text.length(), part.end() + AROUND);
    List<Span> inside = new ArrayList<>();
    for (Span word : in(text.substring(from, to))) {
      Span placed = new Span(word.start() + from, word.end() + from);
      if (placed.start() >= part.start() && placed.end() <= part.end()) {
        inside.add(placed);
      }
    }
    return inside;
  }
}
