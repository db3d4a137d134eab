package annals.report;

import java.util.List;
import java.util.Optional;

/**
 * A body that writes reports.
 *
 * @param folder the name of its folder below {@code content/}
 * @param name its present name
 * @param slug its ASCII name in URLs
 * @param order its place in the official order; units without one follow, by pinyin
 * @param group the heading under which the home page lists it; empty for none
 * @param pinyin sorting and search key that overrides the transliteration; empty for none
 * @param aliases other ways in which texts call it
 * @param formerNames names it bore before, oldest first
 * @param predecessors units it took over from, oldest first
 * @param since the first year it existed, if known
 * @param until the last year it existed, if it has ended
 * @param indicators what its reports count, as people named it
 */
public record UnitInfo(
    String folder,
    String name,
    String slug,
    Optional<Integer> order,
    String group,
    String pinyin,
    List<String> aliases,
    List<FormerName> formerNames,
    List<Predecessor> predecessors,
    Optional<Integer> since,
    Optional<Integer> until,
    List<NamedIndicator> indicators) {
  public UnitInfo {
    aliases = List.copyOf(aliases);
    formerNames = List.copyOf(formerNames);
    predecessors = List.copyOf(predecessors);
    indicators = List.copyOf(indicators);
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a slug: " + slug);
    }
  }

  /** A name the unit bore through the year {@code until}. */
  public record FormerName(String name, int until) {}

  /**
   * A unit whose work this one took over.
   *
   * @param folder the predecessor's folder
   * @param year the first year in which this unit did that work
   * @param how the word for it, such as 合并 or 更名
   */
  public record Predecessor(String folder, int year, String how) {}
}
