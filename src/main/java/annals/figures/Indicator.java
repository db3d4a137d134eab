package annals.figures;

import annals.text.Span;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A number with its measure word and what it counts, such as 回复处置网络舆情80余件.
 *
 * @param value the number, 万 and 亿 multiplied out (1.2亿元 is 120000000); empty when the text masks
 *     it (xx次): a gap, never 0
 * @param approximate whether the text gives a bound or an estimate: 80余件, 近百场, 95%以上
 * @param measure the measure word without its multiplier: 件, 元, 人次, %
 * @param noun what is counted, as far as the words beside the number tell: 网络舆情, 标准; may be empty
 * @param span the number with its measure word, in the text that was searched
 */
public record Indicator(
    Optional<BigDecimal> value, boolean approximate, String measure, String noun, Span span) {
  public Indicator {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(noun, "noun");
    if (measure.isEmpty()) {
      throw new IllegalArgumentException("an indicator has a measure word");
    }
  }

  /** Whether the text hides the number behind x. */
  public boolean masked() {
    return value.isEmpty();
  }

  /** Whether both give the same number of the same measure; a masked one equals nothing. */
  public boolean sameFigure(Indicator other) {
    return value.isPresent()
        && other.value.isPresent()
        && measure.equals(other.measure)
        && value.get().compareTo(other.value.get()) == 0;
  }

  /**
   * Whether both count the same thing: by the same measure word, and nouns of which the shorter has
   * at least half in a row in the other (清淤河道 and 清淤, 举办临时展览 and 推出临时展览). Without a noun nothing
   * can be said, and nothing is.
   */
  public boolean countsSameAs(Indicator other) {
    return measure.equals(other.measure) && alike(noun, other.noun);
  }

  private static boolean alike(String one, String two) {
    String shorter = one.length() <= two.length() ? one : two;
    String longer = shorter.equals(one) ? two : one;
    int needed = Math.max(2, (shorter.length() + 1) / 2);
    for (int i = 0; i + needed <= shorter.length(); i++) {
      if (longer.contains(shorter.substring(i, i + needed))) {
        return true;
      }
    }
    return false;
  }
}
