package annals.diary;

import java.time.Instant;
import java.util.List;

/**
 * One release as its readers are told of it.
 *
 * @param id the release's name
 * @param first whether nothing was there to compare it with; then nothing is listed
 * @param reports how many reports it has in all
 * @param pages how many pages of the site differ in any way from the release before
 */
public record ReleaseEntry(
    String id,
    Instant time,
    boolean first,
    int reports,
    int pages,
    List<ReportRef> added,
    List<ChangedReport> changed,
    List<ReportRef> removed) {
  public ReleaseEntry {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }
}
