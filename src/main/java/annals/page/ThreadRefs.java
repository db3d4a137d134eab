package annals.page;

import annals.archive.UnitArchive;
import annals.compare.Mention;
import annals.compare.ProblemChains.Chain;
import annals.compare.ProblemChains.Step;
import annals.compare.Threads;
import annals.compare.Threads.Said;
import annals.compare.Threads.Thread;
import annals.report.Kinds;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which threads of a unit's family are the unit's, which of them get a row of their own, and how
 * its pages refer to them. Made once for all pages of a unit.
 */
final class ThreadRefs {
  /** A matter of fewer years is folded away. */
  private static final int LONG = 3;

  private static final int MOST_ROWS = 60;
  private static final int MOST_REST = 300;

  /** The longest first, then as first mentioned. */
  private static final Comparator<Thread> LONGEST_FIRST =
      Comparator.comparingLong(Thread::years).thenComparingLong(Thread::reports).reversed();

  private final List<Table> tables;
  private final Map<ReportId, Map<String, List<Thread>>> bySection = new HashMap<>();
  private final List<Chain> returning = new ArrayList<>();
  private final Map<ReportId, Map<String, List<Chain>>> chainsBySection = new HashMap<>();

  /**
   * The threads of one kind of report.
   *
   * @param rows those with a row of their own, the longest first
   * @param rest the others that are listed
   * @param unlisted how many more there are
   */
  record Table(Threads threads, String kind, List<Thread> rows, List<Thread> rest, int unlisted) {}

  ThreadRefs(UnitArchive archive) {
    String slug = archive.unit().slug();
    this.tables = archive.threads().stream().map(threads -> table(threads, slug)).toList();
    archive.threads().stream()
        .flatMap(threads -> threads.returning().stream())
        .filter(chain -> chain.contains(slug))
        .forEach(this::add);
    for (Table table : tables) {
      for (Thread thread : table.rows()) {
        thread.mentions().forEach(said -> add(said, thread));
      }
      for (Thread thread : table.rest()) {
        thread.mentions().forEach(said -> add(said, thread));
      }
    }
  }

  private static Table table(Threads threads, String slug) {
    List<Thread> own =
        threads.all().stream()
            .filter(
                thread ->
                    thread.mentions().stream()
                        .anyMatch(said -> said.mention().report().unit().equals(slug)))
            .sorted(LONGEST_FIRST)
            .toList();
    int rows = 0;
    while (rows < own.size() && rows < MOST_ROWS && own.get(rows).years() >= LONG) {
      rows++;
    }
    String kind = threads.reports().getFirst().id().kind();
    int listed = Math.min(own.size(), rows + MOST_REST);
    return new Table(
        threads, kind, own.subList(0, rows), own.subList(rows, listed), own.size() - listed);
  }

  private void add(Chain chain) {
    returning.add(chain);
    for (Step step : chain.steps()) {
      Mention problem = step.problem().getFirst();
      problem
          .section()
          .ifPresent(
              section ->
                  chainsBySection
                      .computeIfAbsent(problem.report(), id -> new HashMap<>())
                      .computeIfAbsent(section.anchor(), anchor -> new ArrayList<>(2))
                      .add(chain));
    }
  }

  private void add(Said said, Thread thread) {
    said.mention()
        .section()
        .ifPresent(
            section -> {
              List<Thread> here =
                  bySection
                      .computeIfAbsent(said.mention().report(), id -> new HashMap<>())
                      .computeIfAbsent(section.anchor(), anchor -> new ArrayList<>(2));
              if (!here.contains(thread)) {
                here.add(thread);
              }
            });
  }

  List<Table> tables() {
    return tables;
  }

  boolean isEmpty() {
    return tables.stream().allMatch(table -> table.rows().isEmpty() && table.rest().isEmpty());
  }

  /** The threads that a section speaks of, the longest first. */
  List<Thread> of(ReportId report, String section) {
    return bySection.getOrDefault(report, Map.of()).getOrDefault(section, List.of());
  }

  /** The problems of the unit that return, the longest run first. */
  List<Chain> returning() {
    return returning;
  }

  /** The problems that a section of a report has in common with other years. */
  List<Chain> returning(ReportId report, String section) {
    return chainsBySection.getOrDefault(report, Map.of()).getOrDefault(section, List.of());
  }

  /** The anchor of a thread in the page. */
  static String anchor(Thread thread) {
    String kind = thread.mentions().getFirst().mention().report().kind();
    return switch (kind) {
      case Kinds.WORK, Kinds.GOVERNMENT -> thread.id();
      default -> kind + "-" + thread.id();
    };
  }
}
