package annals.diary;

import java.util.List;

/**
 * A report whose text another release has differently.
 *
 * @param renamed whether its title is another
 * @param sections the sections that differ, in reading order, removed ones last
 * @param added how many of its sentences are new
 * @param changed how many were rewritten in place
 * @param removed how many are gone
 */
public record ChangedReport(
    ReportRef report,
    boolean renamed,
    List<ChangedSection> sections,
    int added,
    int changed,
    int removed) {
  public ChangedReport {
    sections = List.copyOf(sections);
  }

  /**
   * A section whose own text differs; children are sections of their own.
   *
   * @param anchor empty for what stands before the first section
   * @param label its heading with the number; empty as the anchor is
   */
  public record ChangedSection(String anchor, String label, Change change) {}

  /** What became of a section. */
  public enum Change {
    ADDED,
    CHANGED,
    REMOVED;

    /** The word for it in data and in the keys of labels. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
