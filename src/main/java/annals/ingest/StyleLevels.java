package annals.ingest;

import annals.outline.Numbering;
import annals.reader.Piece;
import annals.reader.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the styles of a document say of headings without a number. Styles are used in many ways, so
 * what counts is how this document uses them: a level that its numbered headings bear has the rank
 * of these numbers.
 */
final class StyleLevels {
  private static final int LONGEST_HEADING = 60;

  private final RawText source;
  private final TreeMap<Integer, Integer> rankOfLevel = new TreeMap<>();

  StyleLevels(RawText source, List<TracedText> paragraphs) {
    this.source = source;
    for (TracedText paragraph : paragraphs) {
      Style style = style(paragraph);
      if (style.level() > 0) {
        String start = paragraph.text().substring(0, Math.min(16, paragraph.length()));
        Numbering.parse(start)
            .ifPresent(mark -> rankOfLevel.putIfAbsent(style.level(), mark.rank()));
      }
    }
  }

  /** The style of the piece that the text begins; that of running text where it begins none. */
  Style style(TracedText paragraph) {
    int origin = paragraph.origin(0);
    return source
        .pieceAt(origin)
        .filter(Piece.Paragraph.class::isInstance)
        .map(piece -> ((Piece.Paragraph) piece).style())
        .orElse(Style.BODY);
  }

  /** The rank of an unnumbered paragraph that is a heading by its style. */
  Optional<Integer> rank(TracedText paragraph) {
    Style style = style(paragraph);
    String text = paragraph.text();
    boolean whole = style.lead() >= text.length();
    if (style.level() == 0 || style.title() || !whole || text.length() > LONGEST_HEADING) {
      return Optional.empty();
    }
    boolean sentence = Line.isFinished(text.charAt(text.length() - 1)) || text.indexOf('。') >= 0;
    if (sentence && !style.stated()) {
      return Optional.empty();
    }
    Integer known = rankOfLevel.get(style.level());
    if (known != null) {
      return Optional.of(known);
    }
    Map.Entry<Integer, Integer> above = rankOfLevel.lowerEntry(style.level());
    if (above != null) {
      return Optional.of(above.getValue() + style.level() - above.getKey());
    }
    Map.Entry<Integer, Integer> below = rankOfLevel.higherEntry(style.level());
    return Optional.of(
        below == null
            ? style.level()
            : Math.max(0, below.getValue() - (below.getKey() - style.level())));
  }

  /**
   * The end of the heading with which a numbered paragraph begins, by its type: only where that
   * type stops behind a full stop, or the text has none in it.
   */
  Optional<Integer> lead(TracedText paragraph, int numberEnd) {
    int lead = style(paragraph).lead();
    String text = paragraph.text();
    if (lead <= numberEnd || lead >= text.length() || lead > 2 * LONGEST_HEADING) {
      return Optional.empty();
    }
    String heading = text.substring(0, lead).strip();
    boolean stops = heading.endsWith("。") || heading.endsWith("：");
    return stops || heading.indexOf('。') < 0 ? Optional.of(lead) : Optional.empty();
  }
}
