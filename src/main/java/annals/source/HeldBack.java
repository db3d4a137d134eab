package annals.source;

import annals.report.ReportId;

/**
 * A report that is left out of the site: no page, list, comparison or data file knows of it.
 *
 * @param path its file, relative to the source folder
 */
public record HeldBack(String path, ReportId id, Reason reason) {
  /** Why a report is left out. */
  public enum Reason {
    /** Its author has not finished it. */
    DRAFT,
    /** Nobody has put his name to it yet. */
    REVIEW,
    /** Something in it must not be public. */
    GATE
  }
}
