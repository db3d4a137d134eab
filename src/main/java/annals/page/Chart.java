package annals.page;

import annals.figures.Observation;
import annals.figures.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws an indicator through the years as SVG: a line with dots for what was reached, diamonds for
 * what was planned, a cross at the foot for a masked number. All charts of a unit have the same
 * years across. Its shapes have classes and no styles, so the theme's sheet colours them for
 * screen, dark screen and paper; its only texts stand at fixed places in the page's own face.
 *
 * <p>The drawing is one image with a name and a description for those who do not see it. Its links
 * are for the mouse alone: the table has the same ones.
 */
final class Chart {
  private static final int WIDTH = 280;
  private static final int LEFT = 10;
  private static final int RIGHT = 270;
  private static final int TOP = 20;
  private static final int BOTTOM = 74;
  private static final int AXIS = 93;
  private static final int FOOT = 107;

  /** From a dot to the line on which its number stands. */
  private static final int ABOVE = -7;

  private static final int BELOW = 14;

  /** The height of a digit. */
  private static final int DIGIT = 9;

  private final Site site;
  private final Route route;
  private final int first;
  private final int last;

  /**
   * @param route the page on which the charts stand
   * @param unit all series of the unit
   */
  Chart(Site site, Route route, List<Series> unit) {
    this.site = site;
    this.route = route;
    this.first = unit.stream().mapToInt(s -> s.points().getFirst().year()).min().orElse(0);
    this.last = unit.stream().mapToInt(s -> s.points().getLast().year()).max().orElse(0);
  }

  private record Dot(Series.Point point, Observation observation, double x, double y) {}

  void draw(Markup out, Series series, String name) {
    double[] range = range(series);
    List<Dot> reached = dots(series, Series.Point::reached, range);
    List<Dot> planned = dots(series, Series.Point::planned, range);
    out.raw("<svg class=\"chart\" viewBox=\"0 0 ").raw(WIDTH).raw(" ").raw(FOOT);
    out.raw("\" focusable=\"false\"><g role=\"img\"").attribute("aria-label", words(series, name));
    out.raw("><path class=\"axis\" d=\"M").raw(LEFT).raw(" ").raw(AXIS).raw("H").raw(RIGHT);
    out.raw("\"/>");
    label(out, LEFT, "start", Integer.toString(first));
    label(out, RIGHT, "end", last == first ? "" : Integer.toString(last));
    line(out, series, reached);
    planned.forEach(dot -> diamond(out, dot));
    reached.forEach(dot -> circle(out, dot));
    if (reached.isEmpty()) {
      extremes(out, planned, List.of());
    } else {
      extremes(out, reached, planned);
    }
    for (Series.Point point : series.points()) {
      if (isMasked(point)) {
        cross(out, x(point.year()));
      }
    }
    out.raw("</g><g aria-hidden=\"true\">");
    planned.forEach(dot -> hit(out, dot, "indicators.point-planned"));
    reached.forEach(dot -> hit(out, dot, "indicators.point-reached"));
    out.raw("</g></svg>");
  }

  private static boolean isMasked(Series.Point point) {
    boolean number = point.reached().or(point::planned).flatMap(Observation::value).isPresent();
    return !number;
  }

  private List<Dot> dots(
      Series series, Function<Series.Point, Optional<Observation>> side, double[] range) {
    List<Dot> dots = new ArrayList<>();
    for (Series.Point point : series.points()) {
      Optional<Observation> observation = side.apply(point);
      Optional<BigDecimal> value = observation.flatMap(Observation::value);
      if (value.isPresent()) {
        double share = (value.get().doubleValue() - range[0]) / (range[1] - range[0]);
        double y = BOTTOM - share * (BOTTOM - TOP);
        dots.add(new Dot(point, observation.get(), x(point.year()), y));
      }
    }
    return dots;
  }

  /** Least and greatest value; a little apart where they are one. */
  private static double[] range(Series series) {
    double least = Double.MAX_VALUE;
    double greatest = -Double.MAX_VALUE;
    for (Series.Point point : series.points()) {
      for (Optional<Observation> side : List.of(point.planned(), point.reached())) {
        double value = side.flatMap(Observation::value).map(BigDecimal::doubleValue).orElse(least);
        least = Math.min(least, value);
        greatest =
            Math.max(greatest, side.flatMap(Observation::value).isPresent() ? value : greatest);
      }
    }
    return greatest > least ? new double[] {least, greatest} : new double[] {least - 1, least + 1};
  }

  private double x(int year) {
    return last == first
        ? (LEFT + RIGHT) / 2.0
        : LEFT + (double) (year - first) * (RIGHT - LEFT) / (last - first);
  }

  /**
   * A full line from year to year, a broken one across years of which nothing is said, and none
   * across a masked number.
   */
  private void line(Markup out, Series series, List<Dot> dots) {
    for (int i = 1; i < dots.size(); i++) {
      Dot from = dots.get(i - 1);
      Dot to = dots.get(i);
      boolean next = to.point().year() - from.point().year() == 1;
      boolean masked =
          series.points().stream()
              .filter(p -> p.year() > from.point().year() && p.year() < to.point().year())
              .anyMatch(p -> p.reached().isPresent());
      if (!masked) {
        out.raw(next ? "<path class=\"run\" d=\"M" : "<path class=\"leap\" d=\"M");
        place(out, from).raw("L");
        place(out, to).raw("\"/>");
      }
    }
  }

  private static Markup place(Markup out, Dot dot) {
    return out.raw(tenths(dot.x())).raw(" ").raw(tenths(dot.y()));
  }

  private static void circle(Markup out, Dot dot) {
    out.raw("<circle class=\"reached\" cx=\"").raw(tenths(dot.x())).raw("\" cy=\"");
    out.raw(tenths(dot.y())).raw("\" r=\"3\"/>");
  }

  private static void diamond(Markup out, Dot dot) {
    out.raw("<path class=\"planned\" d=\"M").raw(tenths(dot.x())).raw(" ");
    out.raw(tenths(dot.y() - 5)).raw("l5 5-5 5-5-5z\"/>");
  }

  private static void cross(Markup out, double x) {
    out.raw("<path class=\"masked\" d=\"M").raw(tenths(x - 3)).raw(" ").raw(AXIS - 3);
    out.raw("l6 6m0-6l-6 6\"/>");
  }

  private static void label(Markup out, int x, String anchor, String text) {
    out.raw("<text x=\"").raw(x).raw("\" y=\"").raw(FOOT).raw("\" text-anchor=\"").raw(anchor);
    out.raw("\">").raw(text).raw("</text>");
  }

  /**
   * The greatest and the least number beside their dots, away from what was planned: the scale of
   * the drawing.
   */
  private static void extremes(Markup out, List<Dot> dots, List<Dot> planned) {
    Optional<Dot> greatest = dots.stream().min(Comparator.comparingDouble(Dot::y));
    Optional<Dot> least = dots.stream().max(Comparator.comparingDouble(Dot::y));
    greatest.ifPresent(dot -> number(out, dot, free(dot, ABOVE, BELOW, planned)));
    least
        .filter(dot -> dot.y() > greatest.orElseThrow().y())
        .ifPresent(dot -> number(out, dot, free(dot, BELOW, ABOVE, planned)));
  }

  private static double free(Dot dot, int usual, int otherwise, List<Dot> planned) {
    double middle = dot.y() + usual - DIGIT / 2.0;
    boolean taken =
        planned.stream()
            .anyMatch(plan -> plan.x() == dot.x() && Math.abs(plan.y() - middle) < DIGIT);
    return dot.y() + (taken ? otherwise : usual);
  }

  private static void number(Markup out, Dot dot, double y) {
    String anchor = dot.x() < LEFT + 30 ? "start" : dot.x() > RIGHT - 30 ? "end" : "middle";
    Observation said = dot.observation();
    out.raw("<text class=\"extreme\" x=\"").raw(tenths(dot.x())).raw("\" y=\"").raw(tenths(y));
    out.raw("\" text-anchor=\"").raw(anchor).raw("\">");
    out.text(said.mention().indicator().span().of(said.sentence().text())).raw("</text>");
  }

  private void hit(Markup out, Dot dot, String words) {
    String href =
        route.linkTo(
            site.plan().report(dot.observation().report()), dot.observation().sentence().anchor());
    out.raw("<a tabindex=\"-1\"").attribute("href", href).raw("><circle class=\"hit\" cx=\"");
    out.raw(tenths(dot.x())).raw("\" cy=\"").raw(tenths(dot.y())).raw("\" r=\"9\"><title>");
    out.text(site.text(words, dot.point().year(), dot.observation().written()));
    out.raw("</title></circle></a>");
  }

  /** All that the drawing shows, in one sentence. */
  private String words(Series series, String name) {
    List<String> words = new ArrayList<>();
    for (Series.Point point : series.points()) {
      point
          .planned()
          .ifPresent(
              o -> words.add(site.text("indicators.point-planned", point.year(), o.written())));
      point
          .reached()
          .ifPresent(
              o -> words.add(site.text("indicators.point-reached", point.year(), o.written())));
    }
    return site.text("indicators.chart", name, String.join(site.text("list.separator"), words));
  }

  private static String tenths(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : tenths / 10 + "." + Math.abs(tenths % 10);
  }
}
