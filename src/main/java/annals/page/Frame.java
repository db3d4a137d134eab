package annals.page;

import java.util.List;

/**
 * What surrounds the body of every page.
 *
 * @param route where the page stands
 * @param title the document's title, the site's name included
 * @param root the way up to the site's root: empty, {@code ../}, …
 * @param base the value of the {@code base} element, with which no link leads to a place on the
 *     page itself; empty for none
 * @param home the link to the home page
 * @param search the address of the search page
 * @param navigation the main navigation
 * @param crumbs the way from the home page as list items, the last one the page itself; empty for
 *     home
 * @param meta Dublin Core as {@code meta} elements
 * @param sources where the page's text comes from, as groups of a {@code dl}; empty if it has none
 */
public record Frame(
    Route route,
    String title,
    String root,
    String base,
    String home,
    String search,
    List<NavigationLink> navigation,
    Html crumbs,
    Html meta,
    Html sources) {
  public Frame {
    navigation = List.copyOf(navigation);
  }

  /**
   * @param here whether the page belongs to this part of the site
   */
  public record NavigationLink(String text, String href, boolean here) {}
}
