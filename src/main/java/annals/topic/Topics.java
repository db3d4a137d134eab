package annals.topic;

import java.util.List;
import java.util.Map;

/**
 * The topics of each year, those of the site's configuration first, then those found, the most
 * shared first.
 */
public record Topics(Map<Integer, List<Topic>> byYear) {
  public Topics {
    byYear = Map.copyOf(byYear);
  }

  /** None for a year that has no report. */
  public List<Topic> of(int year) {
    return byYear.getOrDefault(year, List.of());
  }

  /** A topic as the site's configuration names it. */
  public record Named(String name, List<String> words) {
    public Named {
      words = List.copyOf(words);
    }
  }
}
