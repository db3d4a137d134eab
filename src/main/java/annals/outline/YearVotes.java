package annals.outline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Votes for the year a report's summary is about; the heaviest wins, on a tie the one cast first.
 */
final class YearVotes {
  private final Map<Integer, Integer> weights = new TreeMap<>();
  private final Map<Integer, Integer> firstCast = new TreeMap<>();

  void cast(int year, int weight) {
    firstCast.putIfAbsent(year, firstCast.size());
    weights.merge(year, weight, Integer::sum);
  }

  Optional<Integer> winner() {
    return weights.keySet().stream()
        .min(
            (a, b) -> {
              int byWeight = Integer.compare(weights.get(b), weights.get(a));
              return byWeight != 0 ? byWeight : Integer.compare(firstCast.get(a), firstCast.get(b));
            });
  }
}
