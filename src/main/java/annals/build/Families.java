package annals.build;

import annals.report.UnitInfo;
import annals.source.UnitSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups units with their predecessors and successors: a family is compared as a whole, so it is
 * the unit of work of a build. Most units are families of one.
 */
final class Families {
  private Families() {}

  /** The families in the order of their first units; members in the order given. */
  static List<List<UnitSource>> of(List<UnitSource> units) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      index.put(units.get(i).info().folder(), i);
    }
    int[] parent = new int[units.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int i = 0; i < units.size(); i++) {
      for (UnitInfo.Predecessor predecessor : units.get(i).info().predecessors()) {
        Integer other = index.get(predecessor.folder());
        if (other != null) {
          parent[root(parent, Math.max(i, other))] = root(parent, Math.min(i, other));
        }
      }
    }
    Map<Integer, List<UnitSource>> families = new LinkedHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      families.computeIfAbsent(root(parent, i), root -> new ArrayList<>()).add(units.get(i));
    }
    Collection<List<UnitSource>> grouped = families.values();
    return grouped.stream().map(List::copyOf).toList();
  }

  private static int root(int[] parent, int member) {
    int root = member;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }
}
