package annals.page;

import java.util.List;

/**
 * The search page. Without scripts it lists units and years, so that a reader still gets on.
 *
 * @param units the choices of the filter by unit: value and name
 * @param kinds the choices of the filter by kind
 * @param roles the choices of the filter by role
 */
public record SearchPage(
    Frame frame,
    String title,
    List<Choice> units,
    List<Choice> years,
    List<Choice> kinds,
    List<Choice> roles,
    List<Link> unitLinks,
    List<Link> yearLinks)
    implements Page {
  public SearchPage {
    units = List.copyOf(units);
    years = List.copyOf(years);
    kinds = List.copyOf(kinds);
    roles = List.copyOf(roles);
    unitLinks = List.copyOf(unitLinks);
    yearLinks = List.copyOf(yearLinks);
  }

  public record Choice(String value, String name) {}
}
