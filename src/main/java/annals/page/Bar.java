package annals.page;

import annals.archive.UnitSummary.Tally;
import annals.compare.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a plan was followed up, as one bar with its counts in words.
 *
 * @param segments the states that occur, in order; empty for a plan without commitments
 * @param words the same in one sentence
 * @param total how many commitments there are
 * @param drawing the bar: full height for what was found, half for what was found in part, a line
 *     for the rest, so that it needs no colour
 */
public record Bar(List<Segment> segments, String words, int total, Html drawing) {
  private static final List<State> ORDER =
      List.of(State.FOUND, State.PARTLY, State.NOT_FOUND, State.NO_LATER_REPORT);

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
    for (State state : ORDER) {
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

  /** What became of a plan, in words: each state that can be, even if nothing is in it. */
  static String words(Site site, Tally tally) {
    return Stream.of(State.FOUND, State.PARTLY, State.NOT_FOUND)
        .map(state -> site.text("bar.count", site.stateName(state), tally.count(state)))
        .collect(Collectors.joining(site.text("bar.separator")));
  }

  /** All of several plans together. */
  static Bar of(Site site, List<Tally> tallies) {
    return of(
        site,
        tallies.stream()
            .reduce(
                new Tally(0, 0, 0, 0, 0, 0, 0, 0),
                (a, b) ->
                    new Tally(
                        b.targetYear(),
                        a.commitments() + b.commitments(),
                        a.statements() + b.statements(),
                        a.found() + b.found(),
                        a.partly() + b.partly(),
                        a.notFound() + b.notFound(),
                        a.waiting() + b.waiting(),
                        a.unplanned() + b.unplanned())));
  }

  private static void shape(Markup out, State state, int before, int count, int total) {
    int height =
        switch (state) {
          case FOUND, UNPLANNED -> 12;
          case PARTLY -> 6;
          case NOT_FOUND, NO_LATER_REPORT -> 1;
        };
    long from = Math.round(before * 10000.0 / total);
    long to = Math.round((before + count) * 10000.0 / total);
    long gap = to < 10000 && to - from > 160 ? 80 : 0;
    out.raw("<rect class=\"")
        .raw(state.word())
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
