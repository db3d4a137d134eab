package annals.page;

import java.util.List;

/**
 * The search page. Without scripts it lists units and years, so that a reader still gets on.
 *
 * @param units in the order of the catalogue, with links to their pages
 * @param years from the last on: the choices of the filter by year
 * @param kinds the choices of the filter by kind
 * @param roles the choices of the filter by role
 */
public record SearchPage(
    Frame frame,
    String title,
    List<Unit> units,
    List<Choice> years,
    List<Choice> kinds,
    List<Choice> roles,
    List<Link> yearLinks)
    implements Page {
  public SearchPage {
    units = List.copyOf(units);
    years = List.copyOf(years);
    kinds = List.copyOf(kinds);
    roles = List.copyOf(roles);
    yearLinks = List.copyOf(yearLinks);
  }

  public record Unit(String slug, Link link) {}

  /**
   * A value of a filter.
   *
   * @param value as it stands in the address
   */
  public record Choice(String value, String name) {}
}
