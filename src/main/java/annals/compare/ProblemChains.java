package annals.compare;

import annals.compare.FollowUps.Told;
import annals.compare.Threads.Thread;
import annals.outline.Role;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds problems that return: the same problem in the reports of several years, each with what the
 * report then planned against it. A problem continues one of an earlier year if they are much
 * alike, or belong to one thread and are somewhat alike. Stateless.
 */
public final class ProblemChains {
  /** How alike two problems are that are the same; by reading all pairs of many units. */
  private static final double ALIKE = 0.2;

  private static final double ALIKE_IN_THREAD = 0.1;

  /** How alike a problem and a plan against it are; plans tell the cure and not the complaint. */
  private static final double PLANNED = 0.13;

  private static final int MOST_PLANS = 3;

  private final Thread[] threads;
  private final Mentions mentions;
  private final Likeness likeness;

  private ProblemChains(Mentions mentions, Likeness likeness, Thread[] threads) {
    this.mentions = mentions;
    this.likeness = likeness;
    this.threads = threads;
  }

  /**
   * A problem that returns.
   *
   * @param name its shortest first clause
   * @param steps one for each year that has it; at least two
   * @param run in how many years one behind the other, at most
   * @param runTo the year of the last of those
   */
  public record Chain(String name, List<Step> steps, int run, int runTo) {
    public Chain {
      steps = List.copyOf(steps);
    }

    /** Made from the words of the first problem. */
    public String id() {
      return PlanItemIds.idOf(steps.getFirst().problem().getFirst().text(), "r");
    }

    /** Whether a report of this unit has the problem. */
    public boolean contains(String unit) {
      return steps.stream()
          .anyMatch(step -> step.problem().getFirst().report().unit().equals(unit));
    }

    public int lastYear() {
      return steps.getLast().year();
    }
  }

  /**
   * A problem as one report puts it.
   *
   * @param year the year it is a problem of
   * @param problem its mentions, the first names it
   * @param plans what the same report plans against it for the next year, the most alike first
   */
  public record Step(int year, List<Mention> problem, List<Mention> plans) {
    public Step {
      problem = List.copyOf(problem);
      plans = List.copyOf(plans);
    }
  }

  /** A problem of one report, perhaps of several mentions. */
  private static final class Problem {
    private final int report;
    private final int year;
    private final List<Integer> mentions = new ArrayList<>();

    /** The same problem in other years, itself included, by year. */
    private TreeMap<Integer, Problem> chain = new TreeMap<>();

    Problem(int report, int year) {
      this.report = report;
      this.year = year;
      chain.put(year, this);
    }
  }

  private record Link(Problem earlier, Problem later, double alike) {}

  /**
   * The chains of some reports, the longest run first, then the latest.
   *
   * @param threads the thread of each mention, or null
   */
  static List<Chain> of(Mentions mentions, Likeness likeness, Thread[] threads) {
    return new ProblemChains(mentions, likeness, threads).find();
  }

  private List<Chain> find() {
    Map<Integer, Problem> byMention = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    List<Told> reports = mentions.reports();
    for (int r = 0; r < reports.size(); r++) {
      read(r, reports.get(r).outline().years().summary(), problems, byMention);
    }
    List<Integer> years = problems.stream().map(p -> p.year).distinct().sorted().toList();
    link(candidates(problems, byMention), years);
    return problems.stream()
        .map(problem -> problem.chain)
        .filter(chain -> chain.size() > 1)
        .distinct()
        .map(this::chain)
        .sorted(
            Comparator.comparingInt(Chain::run)
                .thenComparing(Chain::lastYear)
                .reversed()
                .thenComparing(chain -> chain.steps().getFirst().year()))
        .toList();
  }

  /** The problems of a report: each point with what follows it, or each section of its own. */
  private void read(int report, int year, List<Problem> problems, Map<Integer, Problem> byMention) {
    Problem last = null;
    Section section = null;
    for (int m = mentions.start(report); m < mentions.end(report); m++) {
      Mention mention = mentions.get(m);
      if (mention.role() != Role.PROBLEMS) {
        continue;
      }
      boolean sameSection = section == mention.section().orElse(null);
      section = mention.section().orElse(null);
      boolean goesOn = sameSection && (mention.isNamedProblem() || !opensPoint(mention));
      if (last == null || !goesOn) {
        last = new Problem(report, year);
        problems.add(last);
      }
      last.mentions.add(m);
      byMention.put(m, last);
    }
  }

  private static boolean opensPoint(Mention mention) {
    return Mentions.opensPoint(mention.text()) || opensMarkedPoint(mention);
  }

  private static boolean opensMarkedPoint(Mention mention) {
    return mention
        .passage()
        .filter(
            passage ->
                passage.points().stream()
                    .anyMatch(point -> point.span().start() == mention.span().start()))
        .isPresent();
  }

  private List<Link> candidates(List<Problem> problems, Map<Integer, Problem> byMention) {
    List<Link> links = new ArrayList<>();
    for (Problem problem : problems) {
      Map<Problem, Double> alike = new HashMap<>();
      for (int m : problem.mentions) {
        for (int e = likeness.start(m); e < likeness.end(m); e++) {
          int other = likeness.other(e);
          Problem earlier = byMention.get(other);
          if (earlier != null
              && earlier.year < problem.year
              && likeness.value(e) >= (sameThread(m, other) ? ALIKE_IN_THREAD : ALIKE)) {
            alike.merge(earlier, (double) likeness.value(e), Math::max);
          }
        }
      }
      alike.forEach((earlier, value) -> links.add(new Link(earlier, problem, value)));
    }
    return links;
  }

  private boolean sameThread(int a, int b) {
    return threads[a] != null && threads[a] == threads[b];
  }

  /** The nearest years first, among those the most alike; a chain has one problem a year. */
  private void link(List<Link> links, List<Integer> years) {
    links.sort(
        Comparator.comparingInt(
                (Link link) -> years.indexOf(link.later.year) - years.indexOf(link.earlier.year))
            .thenComparing(Comparator.comparingDouble(Link::alike).reversed())
            .thenComparing(link -> link.earlier.mentions.getFirst())
            .thenComparing(link -> link.later.mentions.getFirst()));
    for (Link link : links) {
      TreeMap<Integer, Problem> earlier = link.earlier.chain;
      TreeMap<Integer, Problem> later = link.later.chain;
      if (earlier != later && earlier.keySet().stream().noneMatch(later::containsKey)) {
        earlier.putAll(later);
        later.values().forEach(problem -> problem.chain = earlier);
      }
    }
  }

  private Chain chain(TreeMap<Integer, Problem> problems) {
    List<Step> steps = new ArrayList<>();
    int run = 0;
    int longest = 0;
    int runTo = 0;
    int before = 0;
    for (Problem problem : problems.values()) {
      run = problem.year == before + 1 ? run + 1 : 1;
      before = problem.year;
      if (run >= longest) {
        longest = run;
        runTo = problem.year;
      }
      steps.add(
          new Step(
              problem.year,
              problem.mentions.stream().map(mentions::get).toList(),
              plansAgainst(problem)));
    }
    return new Chain(name(problems), steps, longest, runTo);
  }

  /** The shortest first clause, best one with the name of the thread in it. */
  private String name(TreeMap<Integer, Problem> problems) {
    List<String> leads = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (Problem problem : problems.values()) {
      int first = problem.mentions.getFirst();
      String lead = lead(mentions.get(first));
      leads.add(lead);
      if (threads[first] != null && lead.contains(threads[first].name())) {
        named.add(lead);
      }
    }
    return (named.isEmpty() ? leads : named)
        .stream().min(Comparator.comparingInt(String::length)).orElseThrow();
  }

  /** The first clause of a problem, without its mark. */
  private static String lead(Mention mention) {
    if (mention.isNamedProblem()) {
      return mention.section().orElseThrow().heading();
    }
    return mention.passage().stream()
        .flatMap(passage -> passage.points().stream())
        .filter(point -> point.span().start() == mention.span().start())
        .map(point -> point.lead().split("[，,：:]")[0])
        .findFirst()
        .orElseGet(() -> firstClause(mention.text()));
  }

  private static String firstClause(String text) {
    return text.substring(Mentions.opensPoint(text) ? 2 : 0).split("[，。；：]")[0];
  }

  private List<Mention> plansAgainst(Problem problem) {
    Map<Integer, Double> alike = new TreeMap<>();
    for (int m : problem.mentions) {
      for (int e = likeness.start(m); e < likeness.end(m); e++) {
        int other = likeness.other(e);
        boolean planned =
            other >= mentions.start(problem.report)
                && other < mentions.end(problem.report)
                && mentions.get(other).role() == Role.PLAN;
        if (planned && (likeness.value(e) >= PLANNED || sameThread(m, other))) {
          alike.merge(other, (double) likeness.value(e), Math::max);
        }
      }
    }
    return alike.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(MOST_PLANS)
        .map(plan -> mentions.get(plan.getKey()))
        .toList();
  }
}
