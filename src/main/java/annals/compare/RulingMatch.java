package annals.compare;

import annals.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for each ruling on a plan the item it is about: by id; where the same words now stand under
 * several headings, by the heading; where the words were changed, by the words it was made on.
 *
 * @param rulings what was found, by the item's id
 * @param homeless rulings whose item the plan does not hold any more, in the order of the file
 * @param repeated rulings on an item that an earlier row rules on already
 */
public record RulingMatch(
    Map<String, Matched> rulings, List<Ruling> homeless, List<Ruling> repeated) {
  /** From this share of common pairs of characters on, changed words are the same item's. */
  private static final double ALIKE = 0.6;

  public RulingMatch {
    rulings = Map.copyOf(rulings);
    homeless = List.copyOf(homeless);
    repeated = List.copyOf(repeated);
  }

  /**
   * A ruling with its item.
   *
   * @param stale whether the item's words are not those that were ruled on
   */
  public record Matched(Ruling ruling, boolean stale) {}

  /** How alike an item is to what a ruling was made on. */
  private record Candidate(Ruling ruling, PlanItem item, double alike) {}

  /**
   * @param items all items of the plan
   * @param rulings those on this plan, in the order of the file
   */
  public static RulingMatch of(List<PlanItem> items, List<Ruling> rulings) {
    Map<String, Matched> found = new HashMap<>();
    List<Ruling> repeated = new ArrayList<>();
    List<Ruling> open = new ArrayList<>();
    for (Ruling ruling : rulings) {
      Optional<PlanItem> item = itemOf(items, ruling);
      if (item.isEmpty()) {
        open.add(ruling);
      } else if (found.putIfAbsent(item.get().id(), matched(ruling, item.get())) != null) {
        repeated.add(ruling);
      }
    }
    List<Ruling> homeless = new ArrayList<>(open);
    for (Candidate candidate : candidates(items, open)) {
      String id = candidate.item().id();
      if (homeless.contains(candidate.ruling()) && !found.containsKey(id)) {
        found.put(id, new Matched(candidate.ruling(), true));
        homeless.remove(candidate.ruling());
      }
    }
    return new RulingMatch(found, homeless, repeated);
  }

  private static Matched matched(Ruling ruling, PlanItem item) {
    boolean same = ruling.text().isEmpty() || folded(ruling.text()).equals(folded(item.text()));
    return new Matched(ruling, !same);
  }

  private static Optional<PlanItem> itemOf(List<PlanItem> items, Ruling ruling) {
    for (PlanItem item : items) {
      if (item.id().equals(ruling.id())) {
        return Optional.of(item);
      }
    }
    String said = PlanItemIds.said(ruling.id());
    List<PlanItem> same =
        items.stream().filter(item -> PlanItemIds.said(item.id()).equals(said)).toList();
    if (same.size() == 1) {
      return Optional.of(same.getFirst());
    }
    return same.stream()
        .filter(item -> item.ref().section().label().equals(ruling.section()))
        .findFirst();
  }

  /** The likeliest first; of equals, what comes first in the file and in the plan. */
  private static List<Candidate> candidates(List<PlanItem> items, List<Ruling> rulings) {
    List<Candidate> candidates = new ArrayList<>();
    for (Ruling ruling : rulings) {
      Set<String> before = pairs(ruling.text());
      for (PlanItem item : items) {
        double alike = alike(before, pairs(item.text()));
        if (alike >= ALIKE) {
          candidates.add(new Candidate(ruling, item, alike));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::alike).reversed());
    return candidates;
  }

  private static String folded(String sentence) {
    return Folding.text(CommitmentRule.body(sentence));
  }

  private static Set<String> pairs(String sentence) {
    String text = folded(sentence);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }

  /** Dice's coefficient. */
  private static double alike(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * common / (a.size() + b.size());
  }
}
