package annals.figures;

import annals.text.Span;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An indicator as its sentence uses it.
 *
 * @param subject what the number is about, in the sentence's words without qualifiers: 印发文件 in
 *     全年印发文件305件以内; empty if the sentence does not tell
 * @param origin where the subject was found
 * @param yearly whether the number can stand for a whole year: no month, quarter, rate (每季度) or run
 *     of years (五年来) narrows or widens it
 * @param total whether the clause says that it is for the whole year: 全年, 累计
 * @param written the number with its measure and bounds, in the text that was searched: 305件以内
 */
public record Mention(
    Indicator indicator,
    String subject,
    Origin origin,
    Sense sense,
    boolean yearly,
    boolean total,
    Span written) {

  private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(4);
  private static final BigDecimal LEAST_PART = BigDecimal.valueOf(10);

  /** Where a subject was found. */
  public enum Origin {
    /** Its own clause has it. */
    CLAUSE,
    /** An earlier clause of the sentence has it: 文件压减10%以上，控制在305件以内. */
    EARLIER,
    /** Its own clause may have it, but nothing shows where its words end. */
    UNSURE
  }

  /**
   * How surely another number says what became of this one, from 0 (it does not) to 1: values go
   * with values and changes with changes, in measures that convert into one another, rates (每月2次)
   * with rates, under names that have enough in common; not a number many times as large, which
   * counts more than was planned.
   */
  public double answeredBy(Mention other) {
    if (!isComparableWith(other)) {
      return 0;
    }
    boolean share = indicator.measure().equals("%");
    double best = Naming.likeness(subject, other.subject, share);
    best = Math.max(best, Naming.likeness(indicator.noun(), other.indicator.noun(), share));
    best = Math.max(best, Naming.likeness(indicator.noun(), other.subject, share));
    return Math.max(best, Naming.likeness(subject, other.indicator.noun(), share));
  }

  /** Whether the other number could say what became of this one, whatever both are called. */
  public boolean isComparableWith(Mention other) {
    return sense != Sense.ASIDE
        && other.sense != Sense.ASIDE
        && sense.isChange() == other.sense.isChange()
        && isRate() == other.isRate()
        && countsBySame(other)
        && isOfSize(other);
  }

  /** Whether both numbers have measures that convert into one another. */
  public boolean countsBySame(Mention other) {
    return scaleOf(this).base().equals(scaleOf(other).base());
  }

  /** Whether this number is a part of a hundred or a sum of money. */
  public boolean isShareOrMoney() {
    return isShare() || isMoney();
  }

  /** Whether this number is a part of a hundred. */
  public boolean isShare() {
    return scaleOf(this).base().equals("%");
  }

  /** Whether this number is a sum of money. */
  public boolean isMoney() {
    return scaleOf(this).base().equals("元");
  }

  /** Whether another number is not more than twice as large; true where either is masked. */
  public boolean isAtLeastHalfOf(Mention other) {
    return isMasked(other) || scaled(this).multiply(BigDecimal.TWO).compareTo(scaled(other)) >= 0;
  }

  /**
   * How far another number is from this one, as a part of this; infinite where either is masked.
   */
  public double distanceTo(Mention other) {
    if (isMasked(other) || scaled(this).signum() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double own = scaled(this).doubleValue();
    return Math.abs(scaled(other).doubleValue() - own) / own;
  }

  /** Whether what this number counts has a word in common with a text. */
  public boolean isNamedIn(String text) {
    return Naming.hasWordIn(subject, text) || Naming.hasWordIn(indicator.noun(), text);
  }

  private boolean isRate() {
    return subject.indexOf('每') >= 0;
  }

  private boolean isOfSize(Mention other) {
    if (isMasked(other)) {
      return true;
    }
    BigDecimal planned = scaled(this);
    BigDecimal reached = scaled(other);
    return reached.compareTo(planned.multiply(MOST_TIMES)) <= 0
        && reached.multiply(LEAST_PART).compareTo(planned) >= 0;
  }

  private boolean isMasked(Mention other) {
    return indicator.masked() || other.indicator.masked();
  }

  private static BigDecimal scaled(Mention mention) {
    return mention.indicator.value().orElseThrow().multiply(scaleOf(mention).factor());
  }

  private static Scale scaleOf(Mention mention) {
    return Scale.of(mention.indicator.measure());
  }

  public Mention {
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(sense, "sense");
    Objects.requireNonNull(written, "written");
  }
}
