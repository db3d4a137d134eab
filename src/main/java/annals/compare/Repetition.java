package annals.compare;

import annals.report.ReportId;
import annals.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a report stands word for word in the one before it of the same unit and kind, or in
 * reports of other units. Made by {@link Repetitions}.
 *
 * @param before the report before it; absent if there is none
 * @param elsewhere reports of other units with text in common, the most first
 * @param whole the report as a whole
 * @param sections its sections of the first two levels, in reading order, each with all below it
 * @param many in how many units a phrase must stand not to count; 0 in too small an archive
 * @param stretches what repeats in each piece of running text, by that text; by place, not
 *     overlapping
 */
public record Repetition(
    ReportId report,
    Optional<ReportId> before,
    List<Other> elsewhere,
    Share whole,
    List<OfSection> sections,
    int many,
    Map<String, List<Stretch>> stretches) {
  public Repetition {
    elsewhere = List.copyOf(elsewhere);
    sections = List.copyOf(sections);
    stretches = Map.copyOf(stretches);
  }

  /**
   * How much of a text repeats. Characters are letters and digits alone; a number counts as one.
   *
   * @param characters of the text
   * @param before of them, those in stretches that the report before has too
   * @param numbersOnly sentences that the report before has too, but for their numbers
   * @param elsewhere characters in stretches that a report of another unit has too
   */
  public record Share(int characters, int before, int numbersOnly, int elsewhere) {
    static final Share NONE = new Share(0, 0, 0, 0);

    Share plus(Share other) {
      return new Share(
          characters + other.characters,
          before + other.before,
          numbersOnly + other.numbersOnly,
          elsewhere + other.elsewhere);
    }

    public int beforePercent() {
      return percent(before, characters);
    }

    public int elsewherePercent() {
      return percent(elsewhere, characters);
    }
  }

  /** Rounded half up; 0 of nothing. */
  public static int percent(int part, int whole) {
    return whole == 0 ? 0 : (int) ((200L * part + whole) / (2L * whole));
  }

  /**
   * Another unit's report.
   *
   * @param characters of this report that stand there too
   */
  public record Other(ReportId report, int characters) {}

  /**
   * A section.
   *
   * @param before where in the report before most of what repeats stands
   * @param elsewhere where in another unit's report most of it stands
   */
  public record OfSection(
      String anchor, int level, Share share, Optional<Place> before, Optional<Place> elsewhere) {}

  /** A section of another report. */
  public record Place(ReportId report, String anchor, String label) {}

  /** A stretch of running text. */
  public record Stretch(Span span, Kind kind) {}

  /** What a stretch is. */
  public enum Kind {
    /** The report before has it too. */
    BEFORE,
    /** A number in such a stretch that is another than before. */
    NUMBER,
    /** A report of another unit has it too. */
    ELSEWHERE,
    /** So many units write it that it does not count. */
    SET_PHRASE
  }
}
