package annals.page;

import java.util.List;

/**
 * What the units of a year write about one topic, side by side.
 *
 * @param rows the units that write about it
 * @param absent those that do not, in words; may be empty
 * @param others the other topics of the year
 */
public record TopicPage(
    Frame frame, String title, String lead, Html rows, String absent, List<Link> others)
    implements Page {
  public TopicPage {
    others = List.copyOf(others);
  }
}
