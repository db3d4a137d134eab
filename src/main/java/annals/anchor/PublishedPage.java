package annals.anchor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was published of one report.
 *
 * @param year the report year
 * @param kind the report's kind
 * @param gone whether a release has been published without it since
 * @param addresses the folders in the site at which it has stood, such as {@code
 *     units/office/2023}, the latest last; at least one
 * @param title of the report
 * @param anchors every id that was ever on its page: those of its present text in reading order,
 *     then the retired ones
 */
public record PublishedPage(
    int year,
    String kind,
    boolean gone,
    List<String> addresses,
    String title,
    List<PublishedAnchor> anchors) {
  public PublishedPage {
    addresses = List.copyOf(addresses);
    anchors = List.copyOf(anchors);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a published page has an address");
    }
  }

  /** Where it stood last. */
  public String address() {
    return addresses.getLast();
  }

  /** Whether it is the page of the report of this year and kind. */
  public boolean isOf(int year, String kind) {
    return this.year == year && this.kind.equals(kind);
  }

  /** Every id that leads to something on the page. */
  public Set<String> ids() {
    Set<String> ids = new HashSet<>();
    for (PublishedAnchor anchor : anchors) {
      ids.add(anchor.id());
      if (anchor instanceof PublishedAnchor.OfParagraph paragraph) {
        paragraph.sentences().forEach(sentence -> ids.add(sentence.id()));
      }
    }
    return ids;
  }

  /** The same page after a release without it. */
  public PublishedPage asGone() {
    return new PublishedPage(year, kind, true, addresses, title, anchors);
  }
}
