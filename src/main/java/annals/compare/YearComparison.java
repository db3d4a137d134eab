package annals.compare;

import annals.outline.Passage;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * Two reports of a unit side by side.
 *
 * @param older the earlier report
 * @param newer the later one
 * @param lead the passages before the first section, aligned
 * @param rows the aligned sections, in the newer report's order, dropped ones where they stood
 */
public record YearComparison(
    ReportId older, ReportId newer, List<PassagePair> lead, List<SectionPair> rows) {
  public YearComparison {
    lead = List.copyOf(lead);
    rows = List.copyOf(rows);
  }

  /** What happened to a section or passage from the older to the newer report. */
  public enum Change {
    SAME,
    CHANGED,
    ADDED,
    REMOVED
  }

  /**
   * Two sections on the same matter, or one alone.
   *
   * @param moved whether their order among the aligned sections changed
   * @param heading the headings' runs (older, newer)
   * @param passages the newer section's own passages, each beside the older one on the same matter
   *     wherever that stood, and what the older section has that has no counterpart; children are
   *     rows of their own
   * @param wentTo other newer sections that tell much of what the older one told
   * @param cameFrom other older sections that told much of what the newer one tells
   */
  public record SectionPair(
      Optional<Section> older,
      Optional<Section> newer,
      Change change,
      boolean moved,
      PassagePair heading,
      List<PassagePair> passages,
      List<Section> wentTo,
      List<Section> cameFrom) {
    public SectionPair {
      passages = List.copyOf(passages);
      wentTo = List.copyOf(wentTo);
      cameFrom = List.copyOf(cameFrom);
    }

    /** Whether an older section stands alone, yet its matter goes on elsewhere. */
    public boolean isMerged() {
      return newer.isEmpty() && !wentTo.isEmpty();
    }

    /** Whether a newer section stands alone, yet its matter comes from elsewhere. */
    public boolean isSplit() {
      return older.isEmpty() && !cameFrom.isEmpty();
    }
  }

  /**
   * Two passages, or one alone, as runs of kept and changed text.
   *
   * @param older the older passage; absent for a heading or an added passage
   * @param newer the newer passage; absent for a heading or a removed passage
   * @param olderSection the section of the older passage if it is not the one beside it
   * @param olderRuns the older text in order; empty if added
   * @param newerRuns the newer text in order; empty if removed
   */
  public record PassagePair(
      Optional<Passage> older,
      Optional<Passage> newer,
      Optional<Section> olderSection,
      Change change,
      List<Run> olderRuns,
      List<Run> newerRuns) {
    public PassagePair {
      olderRuns = List.copyOf(olderRuns);
      newerRuns = List.copyOf(newerRuns);
    }
  }

  /**
   * A stretch of text.
   *
   * @param changed if what is beside it, or what it was set against elsewhere, does not have it
   * @param elsewhere what it was set against, if that does not stand in the passage beside it
   */
  public record Run(String text, boolean changed, Optional<Mention> elsewhere) {
    public Run(String text, boolean changed) {
      this(text, changed, Optional.empty());
    }
  }
}
