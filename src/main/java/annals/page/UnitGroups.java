package annals.page;

import annals.archive.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units under the headings of their groups, both in catalogue order. */
final class UnitGroups {
  private UnitGroups() {}

  /** Units by group; those without one under the empty name, at the end. */
  static Map<String, List<Catalog.Unit>> of(Catalog catalog) {
    Map<String, List<Catalog.Unit>> groups = new LinkedHashMap<>();
    List<Catalog.Unit> single = new ArrayList<>();
    for (Catalog.Unit unit : catalog.units()) {
      if (unit.info().group().isEmpty()) {
        single.add(unit);
      } else {
        groups.computeIfAbsent(unit.info().group(), group -> new ArrayList<>()).add(unit);
      }
    }
    if (!single.isEmpty()) {
      groups.put("", single);
    }
    return groups;
  }
}
