package annals.figures;

import annals.outline.Sentence;
import annals.report.ReportId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one sentence says of an indicator for one year.
 *
 * @param year the year that the number is for
 * @param side whether it was planned for that year or reported of it
 * @param report where the sentence stands
 */
public record Observation(
    int year, Side side, ReportId report, Sentence sentence, Mention mention) {

  /** Who speaks: the plan made the year before, or the account. */
  public enum Side {
    PLANNED,
    REACHED
  }

  /** The number with its bounds as written: 305件以内. */
  public String written() {
    return mention.written().of(sentence.text());
  }

  /**
   * The number in the base of its {@link Scale}, below 0 for a fall; empty where the text masks it.
   */
  public Optional<BigDecimal> value() {
    Indicator indicator = mention.indicator();
    BigDecimal factor = Scale.of(indicator.measure()).factor();
    return indicator
        .value()
        .map(value -> value.multiply(factor))
        .map(value -> mention.sense() == Sense.FALL ? value.negate() : value)
        .map(value -> value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
  }
}
