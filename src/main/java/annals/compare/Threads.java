package annals.compare;

import annals.compare.FollowUps.Told;
import annals.outline.Role;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The matters that the reports of one kind of a unit, its predecessors and successors come back to.
 * What is said alike, wherever in a report and in whatever year, is one matter: so a year without
 * report, a year that is silent, a heading renamed, a section split in two or two made one do not
 * break a thread. Immutable.
 */
public final class Threads {
  private final Vocabulary vocabulary;
  private final Mentions mentions;
  private final Likeness likeness;
  private final List<Thread> threads;
  private final Thread[] byMention;
  private final int[] numberByMention;
  private final List<ProblemChains.Chain> returning;

  private Threads(
      Vocabulary vocabulary, Mentions mentions, Likeness likeness, List<Thread> threads) {
    this.vocabulary = vocabulary;
    this.mentions = mentions;
    this.likeness = likeness;
    this.threads = threads;
    this.byMention = new Thread[mentions.size()];
    this.numberByMention = new int[mentions.size()];
    Arrays.fill(numberByMention, -1);
    for (int t = 0; t < threads.size(); t++) {
      for (int m : threads.get(t).numbers) {
        byMention[m] = threads.get(t);
        numberByMention[m] = t;
      }
    }
    this.returning = ProblemChains.of(mentions, likeness, byMention);
  }

  /**
   * A matter through the years.
   *
   * @param id made from what was said first, so that later years do not change it; unique among the
   *     threads
   * @param name the phrase that most of its mentions have and few others
   * @param mentions by target year, plan before account before problem, then as read
   */
  public record Thread(String id, String name, List<Said> mentions, List<Integer> numbers) {
    public Thread {
      mentions = List.copyOf(mentions);
      numbers = List.copyOf(numbers);
    }

    /** How many target years it is spoken of. */
    public int years() {
      int years = 0;
      for (int i = 0; i < mentions.size(); i++) {
        years += i == 0 || mentions.get(i).year() != mentions.get(i - 1).year() ? 1 : 0;
      }
      return years;
    }

    /** How many reports speak of it. */
    public long reports() {
      return mentions.stream().map(said -> said.mention().report()).distinct().count();
    }

    public List<Said> in(int year, Role role) {
      return mentions.stream().filter(s -> s.year() == year && s.role() == role).toList();
    }
  }

  /**
   * A mention of a matter.
   *
   * @param year the year it plans for or looks back on
   */
  public record Said(Mention mention, int year) {
    public Role role() {
      return mention.role();
    }
  }

  /** A mention and the number in {@link #all} of the thread it belongs to, or -1. */
  public record Placed(Mention mention, int thread) {}

  /**
   * The threads of some reports.
   *
   * @param reports of one kind, of a unit with its predecessors and successors, in any order
   * @param vocabulary one that knows all of them
   */
  public static Threads of(List<Told> reports, Vocabulary vocabulary) {
    List<Told> inOrder =
        reports.stream()
            .sorted(
                Comparator.comparingInt((Told told) -> told.outline().years().summary())
                    .thenComparing(Told::id))
            .toList();
    return inOrder(inOrder, vocabulary);
  }

  /** The threads of reports that are in order already. */
  static Threads inOrder(List<Told> reports, Vocabulary vocabulary) {
    Mentions mentions = new Mentions(reports);
    Likeness likeness = Likeness.of(mentions, vocabulary);
    return new Threads(vocabulary, mentions, likeness, threads(mentions, likeness));
  }

  private static List<Thread> threads(Mentions mentions, Likeness likeness) {
    int[] years = new int[mentions.size()];
    for (int r = 0; r < mentions.reports().size(); r++) {
      int summary = mentions.reports().get(r).outline().years().summary();
      for (int m = mentions.start(r); m < mentions.end(r); m++) {
        years[m] = mentions.get(m).role() == Role.PLAN ? summary + 1 : summary;
      }
    }
    Set<String> ids = new HashSet<>();
    List<Thread> threads = new ArrayList<>();
    for (ThreadFinder.Matter matter : ThreadFinder.matters(mentions, likeness)) {
      List<Said> said =
          matter.mentions().stream()
              .map(m -> new Said(mentions.get(m), years[m]))
              .sorted(
                  Comparator.comparingInt(Said::year).thenComparing(s -> ORDER.indexOf(s.role())))
              .toList();
      String id = PlanItemIds.idOf(said.getFirst().mention().text(), "t");
      String unique = id;
      for (int copy = 2; !ids.add(unique); copy++) {
        unique = id + "-" + copy;
      }
      threads.add(new Thread(unique, matter.name(), said, matter.mentions()));
    }
    return List.copyOf(threads);
  }

  private static final List<Role> ORDER = List.of(Role.PLAN, Role.SUMMARY, Role.PROBLEMS);

  /** All threads of at least two reports, in the order in which they begin. */
  public List<Thread> all() {
    return threads;
  }

  /** The problems that return, the longest run first, then the latest. */
  public List<ProblemChains.Chain> returning() {
    return returning;
  }

  /** Two of the reports side by side; they need not be of consecutive years. */
  public YearComparison compare(ReportId older, ReportId newer) {
    return YearComparisons.of(this, number(older), number(newer), new Renumbering(vocabulary));
  }

  private int number(ReportId report) {
    List<Told> reports = mentions.reports();
    for (int r = 0; r < reports.size(); r++) {
      if (reports.get(r).id().equals(report)) {
        return r;
      }
    }
    throw new IllegalArgumentException("not one of the threads' reports: " + report);
  }

  /**
   * What one of the reports says, in reading order.
   *
   * @param report its number in {@link #reports}
   */
  public List<Placed> mentions(int report) {
    List<Placed> placed = new ArrayList<>();
    for (int m = mentions.start(report); m < mentions.end(report); m++) {
      placed.add(new Placed(mentions.get(m), numberByMention[m]));
    }
    return placed;
  }

  /** The reports whose matters these are, by year. */
  public List<Told> reports() {
    return mentions.reports();
  }

  /** Whether two mentions are on the same matter. */
  boolean isSame(int a, int b) {
    return byMention[a] != null && byMention[a] == byMention[b];
  }

  Mentions mentions() {
    return mentions;
  }

  Likeness likeness() {
    return likeness;
  }
}
