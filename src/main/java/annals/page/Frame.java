package annals.page;

import java.util.List;

/**
 * What surrounds the body of every page.
 *
 * @param route where the page stands
 * @param title the document's title, the site's name included
 * @param root the way up to the site's root: empty, {@code ../}, …
 * @param base the value of the {@code base} element; empty for none
 * @param home the link to the home page
 * @param search the address of the search page
 * @param navigation the main navigation
 * @param crumbs the way from the home page; the last one is the page itself, without address
 * @param meta Dublin Core and other metadata
 * @param sources where the page's text comes from
 */
public record Frame(
    Route route,
    String title,
    String root,
    String base,
    String home,
    String search,
    List<NavigationLink> navigation,
    List<Link> crumbs,
    List<Meta> meta,
    List<SourceLine> sources) {
  public Frame {
    navigation = List.copyOf(navigation);
    crumbs = List.copyOf(crumbs);
    meta = List.copyOf(meta);
    sources = List.copyOf(sources);
  }

  /**
   * @param here whether the page belongs to this part of the site
   */
  public record NavigationLink(String text, String href, boolean here) {}

  /** A {@code meta} element. */
  public record Meta(String name, String content) {}

  /**
   * Where a text comes from. Empty strings for what is not known.
   *
   * @param report the report
   * @param file the file it was imported from
   * @param hash the SHA-256 of that file
   * @param shortHash its first twelve digits
   * @param date the day the report was written, as readers write it
   */
  public record SourceLine(Link report, String file, String hash, String shortHash, String date) {}
}
