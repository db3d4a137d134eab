package annals.compare;

import annals.report.ReportId;
import java.util.List;
import java.util.Map;

/**
 * What the texts of an archive have in common, as a {@link TextSurvey} found it. Immutable in
 * effect and safe for several threads.
 */
public final class CommonText {
  /** The most reports of other units that a report is set against. */
  static final int MOST_ALIKE = 3;

  /** In an archive of a few units this many make a set phrase, in a larger one a tenth of them. */
  private static final int FEWEST_UNITS = 3;

  private static final int SHARE = 10;

  /** Nothing is known: no phrase is a set phrase, no other report like one. */
  public static final CommonText NONE = new CommonText(0, new byte[1], Map.of());

  private final int units;
  private final byte[] counters;
  private final Map<ReportId, List<ReportId>> alike;

  CommonText(int units, byte[] counters, Map<ReportId, List<ReportId>> alike) {
    this.units = units;
    this.counters = counters;
    this.alike = alike;
  }

  /** Which counter is a fingerprint's. */
  static int counter(int fingerprint, int counters) {
    return counters == 1 ? 0 : fingerprint >>> 32 - Integer.numberOfTrailingZeros(counters);
  }

  /**
   * In how many units a phrase must stand to be a set phrase; 0 in an archive too small for any.
   */
  public int many() {
    return units < FEWEST_UNITS ? 0 : Math.max(FEWEST_UNITS, (units + SHARE - 1) / SHARE);
  }

  /** Whether a shingle, numbers alike, stands in so many units that it is nobody's own. */
  boolean isSetPhrase(long shingle) {
    int many = many();
    int counter = counter(TextSurvey.fingerprint(shingle), counters.length);
    return many > 0 && (counters[counter] & 0xff) >= Math.min(many, 0xff);
  }

  /**
   * The reports of other units, of the same year or earlier, that have much text in common with a
   * report, the most alike first; few, and one of each unit.
   */
  public List<ReportId> alike(ReportId report) {
    return alike.getOrDefault(report, List.of());
  }
}
