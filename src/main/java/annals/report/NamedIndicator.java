package annals.report;

import java.util.List;

/**
 * An indicator that a unit names in its {@code unit.yaml}, to tie together what its reports count
 * under several words, to give it a better name, or to keep it from the pages.
 *
 * @param unit its measure word: 件, %, 人
 * @param match words of which one stands in what a sentence counts; the first that does wins
 * @param change whether its numbers are changes against the year before: 增长5%
 * @param hidden whether pages leave it out
 */
public record NamedIndicator(
    String name, String unit, List<String> match, boolean change, boolean hidden) {
  public NamedIndicator {
    match = List.copyOf(match);
    if (name.isEmpty() || unit.isEmpty() || match.isEmpty()) {
      throw new IllegalArgumentException("a named indicator has name, unit and match");
    }
  }
}
