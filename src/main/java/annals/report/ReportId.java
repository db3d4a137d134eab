package annals.report;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What makes a report the one it is.
 *
 * @param unit the slug of the unit that wrote it
 * @param year the year the report belongs to
 * @param kind {@code work}, {@code party}, {@code duty}, {@code government}, or the site's own
 */
public record ReportId(String unit, int year, String kind) implements Comparable<ReportId> {
  private static final Comparator<ReportId> ORDER =
      Comparator.comparing(ReportId::unit)
          .thenComparingInt(ReportId::year)
          .thenComparing(ReportId::kind, Kinds.ORDER);

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");

  public ReportId {
    Objects.requireNonNull(unit, "unit");
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind: " + kind);
    }
  }

  @Override
  public int compareTo(ReportId other) {
    return ORDER.compare(this, other);
  }

  /** {@code unit/year-kind}, for messages. */
  @Override
  public String toString() {
    return unit + "/" + year + "-" + kind;
  }
}
