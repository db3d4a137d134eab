package annals.page;

import java.util.List;

/**
 * What one release changed.
 *
 * @param lead the counts in words
 * @param removed titles of reports that left the archive
 * @param note what is said beside or instead of the lists
 */
public record ReleasePage(
    Frame frame,
    String title,
    String lead,
    List<Link> added,
    List<Changed> changed,
    List<String> removed,
    String note,
    Link previous,
    Link next)
    implements Page {
  public ReleasePage {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /**
   * @param detail how many sentences, and whether the title, in words
   */
  public record Changed(Link report, String detail, List<Section> sections) {
    public Changed {
      sections = List.copyOf(sections);
    }
  }

  /**
   * @param link to the section; plain text if it is gone
   * @param change {@code added}, {@code changed} or {@code removed}
   * @param word the same in the language of the pages
   */
  public record Section(Link link, String change, String word) {}
}
