package annals.page;

import annals.archive.UnitSummary.Tally;
import annals.compare.RuledState;
import annals.compare.Standing;
import annals.compare.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a plan was followed up, as one bar with its counts in words.
 *
 * @param segments the rulings and states that occur, in order; empty for a plan without commitments
 * @param words the same in one sentence
 * @param total how many commitments there are
 * @param drawing the bar: full height for what was found, half for what was found in part, a line
 *     for the rest, so that it needs no colour
 */
public record Bar(List<Segment> segments, String words, int total, Html drawing) {
  private static final List<Standing> ORDER =
      Site.STANDINGS.stream().filter(standing -> standing != State.UNPLANNED).toList();

  private static final List<State> ALWAYS_NAMED =
      List.of(State.FOUND, State.PARTLY, State.NOT_FOUND);

  public static final Bar NONE = new Bar(List.of(), "", 0, Html.EMPTY);

  public Bar {
    segments = List.copyOf(segments);
  }

  public boolean isEmpty() {
    return segments.isEmpty();
  }

  /**
   * A stretch of the bar.
   *
   * @param state the state's word in style sheets
   */
  public record Segment(String state, String sign, String word, int count) {}

  static Bar of(Site site, Tally tally) {
    List<Segment> segments = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Markup shapes = new Markup();
    int before = 0;
    for (Standing state : ORDER) {
      int count = tally.count(state);
      if (count > 0) {
        segments.add(
            new Segment(state.word(), site.stateSign(state), site.stateName(state), count));
        words.add(site.text("bar.count", site.stateName(state), count));
        shape(shapes, state, before, count, tally.commitments());
        before += count;
      }
    }
    if (segments.isEmpty()) {
      return NONE;
    }
    String sentence = String.join(site.text("bar.separator"), words);
    Markup drawing =
        new Markup()
            .raw(
                "<svg class=\"bar\" viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\" role=\"img\"")
            .attribute("aria-label", sentence)
            .raw(">")
            .raw(shapes.html())
            .raw("</svg>");
    return new Bar(segments, sentence, tally.commitments(), drawing.html());
  }

  /**
   * What became of a plan, in words: each ruling that was made, and each state that the texts can
   * show, even if nothing is in it.
   */
  static String words(Site site, Tally tally) {
    return ORDER.stream()
        .filter(standing -> tally.count(standing) > 0 || ALWAYS_NAMED.contains(standing))
        .map(standing -> site.text("bar.count", site.stateName(standing), tally.count(standing)))
        .collect(Collectors.joining(site.text("bar.separator")));
  }

  /** All of several plans together. */
  static Bar of(Site site, List<Tally> tallies) {
    Map<Standing, Integer> counts = new HashMap<>();
    for (Tally tally : tallies) {
      tally.counts().forEach((standing, count) -> counts.merge(standing, count, Integer::sum));
    }
    return of(site, new Tally(0, true, counts, 0));
  }

  private static void shape(Markup out, Standing standing, int before, int count, int total) {
    int height =
        switch (standing) {
          case RuledState ruled ->
              switch (ruled) {
                case DONE -> 12;
                case UNDERWAY, ADJUSTED -> 8;
                case BEHIND -> 4;
                case ENDED -> 1;
              };
          case State state ->
              switch (state) {
                case FOUND, UNPLANNED -> 12;
                case PARTLY -> 6;
                case NOT_FOUND, NO_LATER_REPORT -> 1;
              };
        };
    long from = Math.round(before * 10000.0 / total);
    long to = Math.round((before + count) * 10000.0 / total);
    long gap = to < 10000 && to - from > 160 ? 80 : 0;
    out.raw("<rect class=\"")
        .raw(standing.word())
        .raw("\" x=\"")
        .raw(hundredths(from))
        .raw("\" y=\"")
        .raw(12 - height)
        .raw("\" width=\"")
        .raw(hundredths(to - from - gap))
        .raw("\" height=\"")
        .raw(height)
        .raw("\"/>");
  }

  private static String hundredths(long value) {
    long rest = value % 100;
    return value / 100 + (rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + rest);
  }
}
