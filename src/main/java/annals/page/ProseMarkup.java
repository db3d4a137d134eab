package annals.page;

import annals.compare.Repetition.Stretch;
import annals.outline.Sentence;
import annals.report.Mark;
import annals.report.Prose;
import annals.text.Masks;
import annals.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes running text: its formatting, its placeholders, and an element with an id around each of
 * its sentences. What a reader copies from the page is exactly the text of the {@link Prose}.
 */
final class ProseMarkup {
  private static final String SIGNS = "，。；：、！？,;:!? \u3000";

  private final Labels labels;
  private final Addresses addresses;
  private final Map<String, List<Stretch>> repeated;

  /** Links to the web alone can be followed. */
  ProseMarkup(Labels labels) {
    this(labels, Addresses.WEB);
  }

  ProseMarkup(Labels labels, Addresses addresses) {
    this(labels, addresses, Map.of());
  }

  /**
   * @param repeated the stretches to mark in each text, by place
   */
  ProseMarkup(Labels labels, Addresses addresses, Map<String, List<Stretch>> repeated) {
    this.labels = labels;
    this.addresses = addresses;
    this.repeated = repeated;
  }

  /** Writes prose without sentences. */
  void write(Markup out, Prose prose) {
    write(out, prose, List.of(), (markup, sentence) -> {});
  }

  /**
   * Writes prose with its sentences.
   *
   * @param before writes what stands before each sentence, outside its element
   */
  void write(
      Markup out, Prose prose, List<Sentence> sentences, BiConsumer<Markup, Sentence> before) {
    List<Masks.Mask> masks = Masks.find(prose.text());
    List<Stretch> stretches = repeated.getOrDefault(prose.text(), List.of());
    if (prose.marks().isEmpty() && masks.isEmpty() && stretches.isEmpty()) {
      unformatted(out, prose.text(), sentences, before);
      return;
    }
    Writer writer = new Writer(out, prose, masks, stretches);
    for (Sentence sentence : sentences) {
      writer.advance(sentence.span().start());
      writer.closeMarks();
      before.accept(out, sentence);
      sentenceTag(out, sentence);
      writer.openMarks();
      writer.advance(sentence.span().end());
      writer.closeMarks();
      out.raw("</span>");
      writer.openMarks();
    }
    writer.advance(prose.text().length());
    writer.finish();
  }

  private static void sentenceTag(Markup out, Sentence sentence) {
    out.raw("<span id=\"").text(sentence.anchor()).raw("\">");
  }

  /** Most prose: nothing to open or close in it but sentences. */
  private static void unformatted(
      Markup out, String text, List<Sentence> sentences, BiConsumer<Markup, Sentence> before) {
    int place = 0;
    for (Sentence sentence : sentences) {
      Span span = sentence.span();
      out.text(text, place, span.start());
      before.accept(out, sentence);
      sentenceTag(out, sentence);
      out.text(text, span.start(), span.end()).raw("</span>");
      place = span.end();
    }
    out.text(text, place, text.length());
  }

  /**
   * Plain text with placeholders marked, as it stands in headings and quotations of other pages.
   */
  void plain(Markup out, String text) {
    if (Masks.find(text).isEmpty()) {
      out.text(text);
    } else {
      write(out, Prose.plain(text));
    }
  }

  /** One pass over a prose, with the elements that are open at the present place. */
  private final class Writer {
    private final Markup out;
    private final String text;
    private final List<Mark> marks;
    private final List<Masks.Mask> masks;
    private final List<Stretch> stretches;
    private final Deque<Mark> open = new ArrayDeque<>();
    private int place;
    private int nextMark;
    private int nextMask;
    private int nextStretch;

    Writer(Markup out, Prose prose, List<Masks.Mask> masks, List<Stretch> stretches) {
      this.out = out;
      this.text = prose.text();
      this.marks = prose.marks();
      this.masks = masks;
      this.stretches = stretches;
    }

    /** Writes on up to an index, opening and closing formatting on the way. */
    void advance(int to) {
      while (true) {
        closeEnded();
        openStarting(to);
        int stop = to;
        if (!open.isEmpty()) {
          stop = Math.min(stop, open.peek().span().end());
        }
        if (nextMark < marks.size()) {
          stop = Math.min(stop, Math.max(place, marks.get(nextMark).span().start()));
        }
        if (stop <= place) {
          return;
        }
        text(stop);
      }
    }

    void finish() {
      openStarting(text.length() + 1);
      closeMarks();
    }

    /** Closes all open elements, to be opened again by {@link #openMarks}. */
    void closeMarks() {
      open.forEach(this::close);
    }

    void openMarks() {
      closeEndedSilently();
      open.descendingIterator().forEachRemaining(this::start);
    }

    private void closeEnded() {
      while (!open.isEmpty() && open.peek().span().end() <= place) {
        close(open.pop());
      }
    }

    private void closeEndedSilently() {
      while (!open.isEmpty() && open.peek().span().end() <= place) {
        open.pop();
      }
    }

    private void openStarting(int limit) {
      while (nextMark < marks.size()
          && marks.get(nextMark).span().start() <= place
          && marks.get(nextMark).span().start() < limit) {
        Mark mark = marks.get(nextMark++);
        start(mark);
        if (mark.span().end() > place) {
          open.push(mark);
        } else {
          close(mark);
        }
      }
    }

    /** Writes text; stretches are the innermost elements and are opened anew where others end. */
    private void text(int to) {
      while (place < to) {
        while (nextStretch < stretches.size() && stretches.get(nextStretch).span().end() <= place) {
          nextStretch++;
        }
        if (nextStretch == stretches.size() || stretches.get(nextStretch).span().start() >= to) {
          masked(to);
          return;
        }
        Stretch stretch = stretches.get(nextStretch);
        masked(Math.max(place, stretch.span().start()));
        out.raw(
            switch (stretch.kind()) {
              case BEFORE -> "<span class=\"rep\">";
              case NUMBER -> "<span class=\"rep-number\">";
              case ELSEWHERE -> "<span class=\"rep rep-elsewhere\">";
              case SET_PHRASE -> "<span class=\"rep rep-phrase\">";
            });
        masked(Math.min(to, stretch.span().end()));
        out.raw("</span>");
      }
    }

    /** Writes text with its placeholders. */
    private void masked(int to) {
      while (nextMask < masks.size() && masks.get(nextMask).span().start() < to) {
        Masks.Mask mask = masks.get(nextMask);
        Span span = mask.span();
        out.text(text, place, Math.max(place, span.start()));
        int end = Math.min(to, span.end());
        out.raw("<span class=\"mask\"")
            .attribute("title", labels.text("mask." + mask.kind()))
            .raw(">")
            .text(text, Math.max(place, span.start()), end)
            .raw("</span>");
        place = end;
        if (span.end() > to) {
          return;
        }
        nextMask++;
      }
      out.text(text, place, to);
      place = to;
    }

    private void start(Mark mark) {
      switch (mark) {
        case Mark.Strong strong -> out.raw("<strong>");
        case Mark.Emphasis emphasis -> out.raw("<em>");
        case Mark.Code code -> out.raw("<code>");
        case Mark.Break lineBreak -> out.raw("<br>");
        case Mark.Image image ->
            out.raw("<span class=\"picture\"").attribute("title", image.target()).raw(">");
        case Mark.Link link -> {
          Optional<String> address = addresses.of(link.target());
          if (address.isPresent()) {
            out.raw("<a").attribute("href", address.get()).raw(" rel=\"noreferrer\">");
          } else {
            out.raw("<span").attribute("title", link.target()).raw(">");
          }
        }
      }
    }

    private void close(Mark mark) {
      switch (mark) {
        case Mark.Strong strong -> out.raw("</strong>");
        case Mark.Emphasis emphasis -> out.raw("</em>");
        case Mark.Code code -> out.raw("</code>");
        case Mark.Break lineBreak -> {}
        case Mark.Image image -> out.raw("</span>");
        case Mark.Link link ->
            out.raw(addresses.of(link.target()).isPresent() ? "</a>" : "</span>");
      }
    }
  }

  /**
   * Which stretches of a text have at least {@code length} characters in a row with another, the
   * signs between clauses at their ends not counted.
   */
  static List<Span> shared(String text, String other, int length) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    while (start + length <= text.length()) {
      int common = longestCommon(text, start, other);
      Span words = withoutSignsAround(text, start, start + common);
      if (words.length() >= length) {
        spans.add(words);
        start += common;
      } else {
        start++;
      }
    }
    return spans;
  }

  private static Span withoutSignsAround(String text, int start, int end) {
    int first = start;
    int last = end;
    while (first < last && SIGNS.indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    while (last > first && SIGNS.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return new Span(first, last);
  }

  /** How many characters from an index on stand somewhere in another text, numbers whole. */
  private static int longestCommon(String text, int start, String other) {
    int longest = 0;
    char first = text.charAt(start);
    if (isInNumber(text, start)) {
      return 0;
    }
    for (int at = other.indexOf(first); at >= 0; at = other.indexOf(first, at + 1)) {
      int length = 1;
      while (start + length < text.length()
          && at + length < other.length()
          && text.charAt(start + length) == other.charAt(at + length)) {
        length++;
      }
      if (length > longest && !isInNumber(other, at)) {
        longest = Math.max(longest, wholeNumbers(text, start, other, at, length));
      }
    }
    return longest;
  }

  /** A common length without the beginning of a number that goes on otherwise in one of the two. */
  private static int wholeNumbers(String text, int start, String other, int at, int length) {
    int whole = length;
    while (whole > 0 && (isInNumber(text, start + whole) || isInNumber(other, at + whole))) {
      whole--;
    }
    return whole;
  }

  /** Whether a cut before the index would go through a number. */
  private static boolean isInNumber(String text, int index) {
    return index > 0
        && index < text.length()
        && isNumberPart(text.charAt(index))
        && isNumberPart(text.charAt(index - 1));
  }

  private static boolean isNumberPart(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}
