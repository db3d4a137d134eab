package annals.figures;

import annals.report.NamedIndicator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Puts the numbers that count the same thing in several years into series. A wrong series harms
 * trust more than a missing one, so a number is left out where its sentence does not clearly say
 * what it counts or for how long, and a year where a report gives several numbers and does not say
 * which is the year's.
 */
public final class SeriesFinder {
  private static final int FEWEST_YEARS = 2;

  /** Plans alone make a series only from so many years on. */
  private static final int FEWEST_PLANS = 3;

  private static final int LONGEST_NAME = 10;

  private SeriesFinder() {}

  /** What is counted, and in what. */
  private record Key(String subject, String base, boolean change) {
    static Key of(Observation observation) {
      Mention mention = observation.mention();
      return new Key(
          Naming.plain(mention.subject()),
          Scale.of(mention.indicator().measure()).base(),
          mention.sense().isChange());
    }
  }

  /**
   * The series of one unit's observations: first those that people named, then those of most years.
   */
  public static List<Series> find(List<Observation> observations, List<NamedIndicator> named) {
    List<Observation> rest = new ArrayList<>(observations);
    rest.removeIf(o -> o.mention().sense() == Sense.ASIDE || !o.mention().yearly());
    List<Series> found = new ArrayList<>();
    for (NamedIndicator indicator : named) {
      named(indicator, rest).ifPresent(found::add);
    }
    Map<Key, Group> groups = new LinkedHashMap<>();
    for (Observation observation : rest) {
      if (isClear(observation.mention())) {
        groups.computeIfAbsent(Key.of(observation), Group::new).add(observation);
      }
    }
    for (Group group : Group.merged(groups.values())) {
      series(group).ifPresent(found::add);
    }
    found.sort(
        Comparator.comparing((Series series) -> !series.named())
            .thenComparing(series -> -2 * series.reached() - series.planned()));
    return List.copyOf(found);
  }

  /** Whether a sentence says well enough what it counts to be trusted. */
  private static boolean isClear(Mention mention) {
    return switch (mention.origin()) {
          case CLAUSE -> !mention.sense().isChange() || isRate(mention);
          case EARLIER -> mention.sense() == Sense.LEVEL;
          case UNSURE -> false;
        }
        && !Naming.isVague(Naming.plain(mention.subject()));
  }

  private static boolean isRate(Mention mention) {
    return mention.indicator().measure().equals("%");
  }

  /** Takes out of the rest what people say is one series. */
  private static Optional<Series> named(NamedIndicator indicator, List<Observation> rest) {
    String base = Scale.of(indicator.unit()).base();
    Map<String, List<Observation>> byWord = new LinkedHashMap<>();
    indicator.match().forEach(word -> byWord.put(Naming.plain(word), new ArrayList<>()));
    rest.removeIf(
        observation -> {
          Key key = Key.of(observation);
          if (!key.base().equals(base) || key.change() != indicator.change()) {
            return false;
          }
          Optional<List<Observation>> place =
              byWord.entrySet().stream()
                  .filter(word -> key.subject().contains(word.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst();
          place.ifPresent(list -> list.add(observation));
          return place.isPresent();
        });
    Map<Group.Slot, Observation> taken = new TreeMap<>(Group.Slot.ORDER);
    byWord.values().forEach(list -> Group.bySlot(list).forEach(taken::putIfAbsent));
    if (indicator.hidden() || taken.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Series(
            id(indicator.name(), base, indicator.change()),
            indicator.name(),
            indicator.unit(),
            indicator.change(),
            true,
            Series.points(taken.values())));
  }

  private static Optional<Series> series(Group group) {
    Collection<Observation> taken = group.taken().values();
    List<Series.Point> points = Series.points(taken);
    if (points.stream().filter(Series.Point::hasNumber).count() < FEWEST_YEARS) {
      return Optional.empty();
    }
    Key key = group.key();
    Series series =
        new Series(
            id(key.subject(), key.base(), key.change()),
            name(taken),
            mostUsed(taken, observation -> observation.mention().indicator().measure()),
            key.change(),
            false,
            points);
    boolean telling = series.reached() > 0 || series.planned() >= FEWEST_PLANS;
    return telling ? Optional.of(series) : Optional.empty();
  }

  /** The words most used, but not two characters where there are more. */
  private static String name(Collection<Observation> taken) {
    List<Observation> clear =
        taken.stream().filter(o -> o.mention().origin() == Mention.Origin.CLAUSE).toList();
    List<Observation> full =
        clear.stream().filter(o -> Naming.plain(o.mention().subject()).length() > 2).toList();
    Collection<Observation> best = full.isEmpty() ? clear.isEmpty() ? taken : clear : full;
    return mostUsed(best, observation -> observation.mention().subject());
  }

  private static String mostUsed(
      Collection<Observation> observations, Function<Observation, String> word) {
    Map<String, Long> uses =
        observations.stream()
            .collect(Collectors.groupingBy(word, LinkedHashMap::new, Collectors.counting()));
    return uses.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(use -> tellingLength(use.getKey()))
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  /** More words tell more, up to a length that no heading bears. */
  private static int tellingLength(String name) {
    return name.length() <= LONGEST_NAME ? name.length() : -name.length();
  }

  private static String id(String subject, String base, boolean change) {
    CRC32 crc = new CRC32();
    crc.update((subject + "\n" + base + "\n" + change).getBytes(StandardCharsets.UTF_8));
    return "n" + HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** Observations of the same thing; whatever is counted under nearly the same words is merged. */
  private static final class Group {
    private static final double RATES_APART = 1.3;
    private static final double FIGURES_APART = 2.5;
    private static final double FIGURES_APART_BY_SHORT_NAME = 1.6;
    private static final double SMALL = 10;
    private static final int WELL_USED = 2;

    private final Key key;
    private final List<Observation> all = new ArrayList<>();
    private final Map<String, Integer> uses = new LinkedHashMap<>();
    private Map<Slot, Observation> taken;

    Group(Key key) {
      this.key = key;
    }

    /** A year and who speaks. */
    record Slot(int year, Observation.Side side) {
      static final Comparator<Slot> ORDER =
          Comparator.comparingInt(Slot::year).thenComparing(Slot::side);
    }

    Key key() {
      return key;
    }

    void add(Observation observation) {
      all.add(observation);
      uses.merge(Naming.plain(observation.mention().subject()), 1, Integer::sum);
      taken = null;
    }

    Map<Slot, Observation> taken() {
      if (taken == null) {
        taken = bySlot(all);
      }
      return taken;
    }

    /** One observation a year and side; none where several differ and none is the whole year's. */
    static Map<Slot, Observation> bySlot(List<Observation> observations) {
      Map<Slot, List<Observation>> slots = new TreeMap<>(Slot.ORDER);
      for (Observation o : observations) {
        slots.computeIfAbsent(new Slot(o.year(), o.side()), slot -> new ArrayList<>()).add(o);
      }
      Map<Slot, Observation> single = new TreeMap<>(Slot.ORDER);
      slots.forEach((slot, several) -> single(several).ifPresent(o -> single.put(slot, o)));
      return single;
    }

    private static Optional<Observation> single(List<Observation> several) {
      if (several.stream().map(Observation::value).distinct().count() == 1) {
        return Optional.of(several.getFirst());
      }
      List<Observation> totals = several.stream().filter(o -> o.mention().total()).toList();
      return totals.size() == 1 ? Optional.of(totals.getFirst()) : Optional.empty();
    }

    static Collection<Group> merged(Collection<Group> groups) {
      List<Group> left = new ArrayList<>(groups);
      for (Pair pair : pairs(left)) {
        Group one = pair.one().root();
        Group other = pair.other().root();
        if (one != other
            && one.isAlike(other)
            && !one.contradicts(other)
            && one.isNear(other, pair)) {
          one.take(other);
          left.remove(other);
        }
      }
      return left;
    }

    private Group into;

    private Group root() {
      return into == null ? this : into.root();
    }

    private void take(Group other) {
      other.into = this;
      other.all.forEach(this::add);
    }

    /**
     * Whether any two of their names are alike, or both are like a third. A third that is longer
     * than both counts only if it is used often: two parts of it need not be the same thing.
     */
    private boolean isAlike(Group other) {
      for (String mine : uses.keySet()) {
        for (String theirs : other.uses.keySet()) {
          if (!Naming.alike(mine, theirs)
              && !hasLink(mine, theirs, uses)
              && !hasLink(mine, theirs, other.uses)) {
            return false;
          }
        }
      }
      return true;
    }

    private static boolean hasLink(String mine, String theirs, Map<String, Integer> uses) {
      int longer = Math.max(mine.length(), theirs.length());
      return uses.entrySet().stream()
          .filter(use -> use.getKey().length() <= longer || use.getValue() >= WELL_USED)
          .map(Map.Entry::getKey)
          .anyMatch(link -> Naming.alike(link, mine) && Naming.alike(link, theirs));
    }

    /** Groups whose names are alike, the shorter name's first. */
    private record Pair(Group one, Group other, int common, int gap) {}

    /** Closest names first; without those whose shorter name fits two things that are apart. */
    private static List<Pair> pairs(List<Group> groups) {
      Map<String, List<Group>> byEnds = new HashMap<>();
      List<Pair> pairs = new ArrayList<>();
      for (Group group : groups) {
        List<Group> near = new ArrayList<>();
        for (String end : ends(group.key)) {
          for (Group other : byEnds.getOrDefault(end, List.of())) {
            if (!near.contains(other) && Naming.alike(group.key.subject(), other.key.subject())) {
              near.add(other);
            }
          }
        }
        for (Group other : near) {
          int length = group.key.subject().length();
          int otherLength = other.key.subject().length();
          pairs.add(
              length <= otherLength
                  ? new Pair(group, other, length, otherLength - length)
                  : new Pair(other, group, otherLength, length - otherLength));
        }
        for (String end : ends(group.key)) {
          byEnds.computeIfAbsent(end, e -> new ArrayList<>()).add(group);
        }
      }
      Map<Group, List<Pair>> byShorter =
          pairs.stream()
              .collect(Collectors.groupingBy(Pair::one, LinkedHashMap::new, Collectors.toList()));
      pairs.removeIf(pair -> pair.gap() > 0 && isAmbiguous(byShorter.get(pair.one())));
      pairs.sort(Comparator.comparingInt(Pair::gap).thenComparing(pair -> -pair.common()));
      return pairs;
    }

    private static boolean isAmbiguous(List<Pair> pairs) {
      for (int i = 0; i < pairs.size(); i++) {
        for (int j = i + 1; j < pairs.size(); j++) {
          if (pairs.get(i).gap() > 0
              && pairs.get(j).gap() > 0
              && pairs.get(i).other().contradicts(pairs.get(j).other())) {
            return true;
          }
        }
      }
      return false;
    }

    /** First and last two characters; for two words in another order those around each cut. */
    private static List<String> ends(Key key) {
      String subject = key.subject();
      String kind = key.base() + key.change();
      int last = subject.length() - 2;
      List<String> ends = new ArrayList<>();
      ends.add(kind + subject.substring(0, 2));
      ends.add(kind + subject.substring(last));
      return ends.get(0).equals(ends.get(1)) ? List.of(ends.getFirst()) : ends;
    }

    /** Whether both give a number for the same year and side, and not the same one. */
    private boolean contradicts(Group other) {
      for (Map.Entry<Slot, Observation> entry : other.taken().entrySet()) {
        Observation mine = taken().get(entry.getKey());
        if (mine != null && !mine.value().equals(entry.getValue().value())) {
          return true;
        }
      }
      return false;
    }

    /** Whether the numbers of the years closest to one another are of one size. */
    private boolean isNear(Group other, Pair pair) {
      int closest = Integer.MAX_VALUE;
      double apart = Double.MAX_VALUE;
      boolean small = false;
      for (Observation a : taken().values()) {
        for (Observation b : other.taken().values()) {
          int years = Math.abs(a.year() - b.year());
          if (years <= closest && a.value().isPresent() && b.value().isPresent()) {
            double between = apart(a.value().get(), b.value().get());
            apart = years < closest ? between : Math.min(apart, between);
            small = Math.abs(a.value().get().doubleValue()) < SMALL;
            closest = years;
          }
        }
      }
      if (key.base().equals("%")) {
        return apart <= (key.change() ? FIGURES_APART : RATES_APART);
      }
      return pair.common() > 2
          ? apart <= FIGURES_APART
          : apart <= FIGURES_APART_BY_SHORT_NAME && !small;
    }

    private static double apart(BigDecimal one, BigDecimal other) {
      double a = one.doubleValue();
      double b = other.doubleValue();
      return a * b <= 0 ? Double.MAX_VALUE : Math.max(a / b, b / a);
    }
  }
}
