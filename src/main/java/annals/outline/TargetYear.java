package annals.outline;

/**
 * The year, or span of years, that a section is about.
 *
 * @param from the first year
 * @param to the last year; equal to {@code from} except for a section on a span such as “十五五”
 */
public record TargetYear(int from, int to) {
  public TargetYear {
    if (to < from) {
      throw new IllegalArgumentException(from + ".." + to);
    }
  }

  public static TargetYear of(int year) {
    return new TargetYear(year, year);
  }

  public boolean isRange() {
    return to > from;
  }

  @Override
  public String toString() {
    return isRange() ? from + "-" + to : Integer.toString(from);
  }
}
