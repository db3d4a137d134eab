package annals.figures;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An indicator through the years of a unit.
 *
 * @param id made from what is counted; unique among a unit's series
 * @param name what is counted, in the words that most of the reports use
 * @param measure the measure word that most of the reports use
 * @param change whether its values are changes against the year before
 * @param named whether people gave it its name
 * @param points by year; years of which nothing is known are left out
 */
public record Series(
    String id, String name, String measure, boolean change, boolean named, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }

  /** What is known of one year. */
  public record Point(int year, Optional<Observation> planned, Optional<Observation> reached) {
    boolean hasNumber() {
      return isNumber(planned) || isNumber(reached);
    }
  }

  /** In how many years a number was reached. */
  public int reached() {
    return (int) points.stream().filter(point -> isNumber(point.reached())).count();
  }

  /** For how many years a number was planned. */
  public int planned() {
    return (int) points.stream().filter(point -> isNumber(point.planned())).count();
  }

  private static boolean isNumber(Optional<Observation> observation) {
    return observation.flatMap(Observation::value).isPresent();
  }

  /** Puts observations, of which no two are of one year and side, in the order of years. */
  static List<Point> points(Collection<Observation> observations) {
    SortedMap<Integer, Point> points = new TreeMap<>();
    for (Observation observation : observations) {
      int year = observation.year();
      Point point = points.getOrDefault(year, new Point(year, Optional.empty(), Optional.empty()));
      points.put(
          year,
          observation.side() == Observation.Side.PLANNED
              ? new Point(year, Optional.of(observation), point.reached())
              : new Point(year, point.planned(), Optional.of(observation)));
    }
    return List.copyOf(points.values());
  }
}
