package annals.compare;

import annals.outline.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which mentions are on the same matter. Mentions that are alike become groups; a group whose
 * name holds the name of a larger one is about the same; single mentions that hold the name of a
 * group and are a little like it belong to it. What is left over, or holds together too loosely for
 * its size, is no matter of several years.
 */
final class ThreadFinder {
  /** How alike the mentions of a group are on average; by reading the threads of many units. */
  private static final double ALIKE = 0.12;

  /** How alike a small group is above that: a pair by half of it, three by a third. */
  private static final double SMALL_GROUP = 0.2;

  /** Groups of more mentions than this may be as loose as joining by name makes them. */
  private static final int LARGE = 6;

  private static final double LARGE_GROUP = 0.1;

  private static final double ALIKE_BY_NAME = 0.04;
  private static final double NAMED = 0.6;

  /** Shorter sentences are addresses and exclamations. */
  private static final int SHORTEST = 6;

  private final Mentions mentions;
  private final Likeness likeness;
  private final ThreadNames names;

  /** Mentions on the same matter, rising, and the phrase that names it. */
  record Matter(List<Integer> mentions, String name) {}

  private ThreadFinder(Mentions mentions, Likeness likeness) {
    this.mentions = mentions;
    this.likeness = likeness;
    this.names = new ThreadNames(mentions);
  }

  /** The matters of at least two reports, in the order in which they are first mentioned. */
  static List<Matter> matters(Mentions mentions, Likeness likeness) {
    return new ThreadFinder(mentions, likeness).find();
  }

  private List<Matter> find() {
    boolean[] idle = idle();
    List<Matter> matters = new ArrayList<>();
    for (List<Integer> group : AverageLinkage.of(likeness, mentions.size(), m -> !idle[m], ALIKE)) {
      matters.add(new Matter(group, names.of(group)));
    }
    List<Matter> joined = joinByName(matters);
    takeStrays(joined, idle);
    return joined.stream()
        .filter(matter -> matter.mentions.stream().map(this::report).distinct().count() > 1)
        .filter(matter -> !matter.name.isEmpty() && holdsTogether(matter.mentions))
        .sorted(Comparator.comparing(matter -> matter.mentions.getFirst()))
        .toList();
  }

  private Object report(int mention) {
    return mentions.get(mention).report();
  }

  /** What belongs to no part, is an exclamation, or stands in one report more than once. */
  private boolean[] idle() {
    boolean[] idle = new boolean[mentions.size()];
    for (int r = 0; r < mentions.reports().size(); r++) {
      Map<String, Integer> texts = new HashMap<>();
      for (int m = mentions.start(r); m < mentions.end(r); m++) {
        Mention mention = mentions.get(m);
        Integer before = texts.putIfAbsent(mention.text(), m);
        if (before != null) {
          idle[before] = true;
          idle[m] = true;
        }
        idle[m] |= mention.role() == Role.OTHER || mention.text().length() < SHORTEST;
      }
    }
    return idle;
  }

  /** The largest first; each takes the later ones that its name is part of the name of. */
  private List<Matter> joinByName(List<Matter> matters) {
    List<Matter> bySize = new ArrayList<>(matters);
    bySize.sort(
        Comparator.comparingInt((Matter matter) -> -matter.mentions.size())
            .thenComparing(matter -> matter.mentions.getFirst()));
    boolean[] gone = new boolean[bySize.size()];
    List<Matter> joined = new ArrayList<>();
    for (int i = 0; i < gone.length; i++) {
      if (gone[i]) {
        continue;
      }
      Matter matter = bySize.get(i);
      List<Integer> all = new ArrayList<>(matter.mentions);
      if (isNamed(matter)) {
        for (int j = i + 1; j < gone.length; j++) {
          Matter other = bySize.get(j);
          if (!gone[j]
              && other.name.contains(matter.name)
              && average(matter.mentions, other.mentions) >= ALIKE_BY_NAME) {
            gone[j] = true;
            all.addAll(other.mentions);
          }
        }
      }
      joined.add(new Matter(all.stream().sorted().toList(), matter.name));
    }
    return joined;
  }

  private boolean isNamed(Matter matter) {
    long with =
        matter.mentions.stream().filter(m -> mentions.get(m).text().contains(matter.name)).count();
    return matter.name.length() > 1 && with >= NAMED * matter.mentions.size();
  }

  private void takeStrays(List<Matter> matters, boolean[] idle) {
    boolean[] taken = idle.clone();
    matters.forEach(matter -> matter.mentions.forEach(m -> taken[m] = true));
    for (int i = 0; i < matters.size(); i++) {
      Matter matter = matters.get(i);
      if (matter.name.length() < 2 || !isNamed(matter)) {
        continue;
      }
      List<Integer> more = new ArrayList<>();
      for (int m : candidates(matter.mentions)) {
        if (!taken[m]
            && mentions.get(m).text().contains(matter.name)
            && average(matter.mentions, List.of(m)) >= ALIKE_BY_NAME) {
          taken[m] = true;
          more.add(m);
        }
      }
      if (!more.isEmpty()) {
        more.addAll(matter.mentions);
        matters.set(i, new Matter(more.stream().sorted().toList(), matter.name));
      }
    }
  }

  /** All that is like any of these, rising. */
  private int[] candidates(List<Integer> group) {
    BitSet near = new BitSet(mentions.size());
    for (int m : group) {
      for (int e = likeness.start(m); e < likeness.end(m); e++) {
        near.set(likeness.other(e));
      }
    }
    return near.stream().toArray();
  }

  private double average(List<Integer> some, List<Integer> others) {
    double sum = 0;
    for (int a : some) {
      for (int b : others) {
        sum += likeness.between(a, b);
      }
    }
    return sum / ((double) some.size() * others.size());
  }

  private boolean holdsTogether(List<Integer> group) {
    double sum = 0;
    for (int i = 0; i < group.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += likeness.between(group.get(i), group.get(j));
      }
    }
    int size = group.size();
    double pairs = size * (size - 1) / 2.0;
    return sum / pairs >= (size > LARGE ? LARGE_GROUP : ALIKE + SMALL_GROUP / size);
  }
}
