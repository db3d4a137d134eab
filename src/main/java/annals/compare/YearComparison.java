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
   * @param passages their own bodies aligned; children are rows of their own
   */
  public record SectionPair(
      Optional<Section> older,
      Optional<Section> newer,
      Change change,
      boolean moved,
      PassagePair heading,
      List<PassagePair> passages) {
    public SectionPair {
      passages = List.copyOf(passages);
    }
  }

  /**
   * Two passages, or one alone, as runs of kept and changed text.
   *
   * @param older the older passage; absent for a heading or an added passage
   * @param newer the newer passage; absent for a heading or a removed passage
   * @param olderRuns the older text in order; empty if added
   * @param newerRuns the newer text in order; empty if removed
   */
  public record PassagePair(
      Optional<Passage> older,
      Optional<Passage> newer,
      Change change,
      List<Run> olderRuns,
      List<Run> newerRuns) {
    public PassagePair {
      olderRuns = List.copyOf(olderRuns);
      newerRuns = List.copyOf(newerRuns);
    }
  }

  /** A stretch of text; {@code changed} if the other side does not have it there. */
  public record Run(String text, boolean changed) {}
}
