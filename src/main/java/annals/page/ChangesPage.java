package annals.page;

import java.util.List;

/**
 * The releases, the newest first.
 *
 * @param feed the address of the feed; empty where nothing was published yet
 * @param empty what is said where nothing was published yet
 */
public record ChangesPage(
    Frame frame, String title, String lead, List<Row> releases, String feed, String empty)
    implements Page {
  public ChangesPage {
    releases = List.copyOf(releases);
  }

  /**
   * @param release its time, with a link to its page
   * @param counts what it changed, in words
   */
  public record Row(Link release, String counts) {}
}
