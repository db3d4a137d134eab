package annals.archive;

import annals.compare.CommonText;
import annals.compare.FollowUp;
import annals.compare.FollowUps;
import annals.compare.FollowUps.Told;
import annals.compare.LexicalSimilarity;
import annals.compare.Repetition;
import annals.compare.Repetitions;
import annals.compare.Ruling;
import annals.compare.Rulings;
import annals.compare.Similarity;
import annals.compare.Threads;
import annals.compare.Vocabulary;
import annals.compare.YearComparison;
import annals.figures.Observation;
import annals.figures.Observations;
import annals.figures.Series;
import annals.figures.SeriesFinder;
import annals.report.Kinds;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sets the reports of a family of units (one unit, or several with their predecessors and
 * successors) against one another. A plan is followed into the report whose summary is about the
 * planned year: of the same unit and kind, or of a successor. Whatever the reports' own years, a
 * year without report leaves its plan waiting, never a wrong pair.
 */
public final class UnitArchives {
  private final List<Member> family;
  private final Vocabulary vocabulary;
  private final Similarity similarity;
  private final Map<Member, List<FollowUp>> followUps = new IdentityHashMap<>();
  private final Map<Member, List<YearComparison>> comparisons = new IdentityHashMap<>();
  private final Map<String, Threads> threads = new TreeMap<>(Kinds.ORDER);

  private UnitArchives(List<Member> family, Function<Vocabulary, Similarity> similarities) {
    this.family = family;
    this.vocabulary =
        Vocabulary.of(
            family.stream().flatMap(m -> m.reports().stream()).map(ReportRecord::outline));
    this.similarity = similarities.apply(vocabulary);
    for (Member member : family) {
      followUps.put(member, new ArrayList<>());
      comparisons.put(member, new ArrayList<>());
    }
    Map<String, List<Told>> byKind = new TreeMap<>(Kinds.ORDER);
    family.stream()
        .flatMap(member -> member.reports().stream())
        .forEach(
            report ->
                byKind
                    .computeIfAbsent(report.id().kind(), kind -> new ArrayList<>())
                    .add(told(report)));
    byKind.forEach((kind, reports) -> threads.put(kind, Threads.of(reports, vocabulary)));
  }

  /**
   * A unit of a family.
   *
   * @param reports by year, then kind
   * @param rulings what people decided on the unit's plans, in the order of their file
   */
  public record Member(UnitInfo unit, List<ReportRecord> reports, List<Ruling> rulings) {
    public Member {
      reports = List.copyOf(reports);
      rulings = List.copyOf(rulings);
    }

    /** A unit without rulings. */
    public Member(UnitInfo unit, List<ReportRecord> reports) {
      this(unit, reports, List.of());
    }

    /**
     * The reports of each kind, by year. Of several whose summaries are about one year, which a
     * check makes an error, the first.
     */
    private Map<String, List<ReportRecord>> byKind() {
      Map<String, List<ReportRecord>> byKind = new TreeMap<>();
      for (ReportRecord report : reports) {
        String kind = report.id().kind();
        if (accountOf(report.outline().years().summary(), kind).orElseThrow() == report) {
          byKind.computeIfAbsent(kind, first -> new ArrayList<>()).add(report);
        }
      }
      return byKind;
    }

    private Optional<ReportRecord> accountOf(int year, String kind) {
      return reports.stream()
          .filter(r -> r.id().kind().equals(kind) && r.outline().years().summary() == year)
          .findFirst();
    }
  }

  /**
   * The archives of a family's units that know of no other unit, in the order of its members,
   * compared by words alone.
   */
  public static List<UnitArchive> of(List<Member> family) {
    return of(family, LexicalSimilarity::new);
  }

  /** The archives of a family's units that know of no other unit, in the order of its members. */
  public static List<UnitArchive> of(
      List<Member> family, Function<Vocabulary, Similarity> similarities) {
    return of(family, similarities, CommonText.NONE, report -> Optional.empty());
  }

  /**
   * The archives of a family's units, in the order of its members.
   *
   * @param similarities gives the similarity of sentences of the family's reports
   * @param common what their texts have in common with those of other units
   * @param others reads reports of other units; asked only for those that are alike
   */
  public static List<UnitArchive> of(
      List<Member> family,
      Function<Vocabulary, Similarity> similarities,
      CommonText common,
      Function<ReportId, Optional<Told>> others) {
    UnitArchives archives = new UnitArchives(family, similarities);
    family.forEach(archives::compare);
    return family.stream()
        .map(
            member ->
                new UnitArchive(
                    member.unit(),
                    member.reports(),
                    archives.followUps.get(member).stream()
                        .sorted(Comparator.comparingInt(FollowUp::targetYear))
                        .toList(),
                    archives.comparisons.get(member),
                    series(member),
                    archives.repetitions(member, common, others),
                    archives.threadsOf(member)))
        .toList();
  }

  private List<Threads> threadsOf(Member member) {
    return threads.entrySet().stream()
        .filter(kind -> member.byKind().containsKey(kind.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Of the unit alone: what a predecessor counted was another body's work. */
  private static List<Series> series(Member member) {
    List<Observation> observations =
        member.reports().stream()
            .flatMap(report -> Observations.in(report.id(), report.outline()).stream())
            .toList();
    return SeriesFinder.find(observations, member.unit().indicators());
  }

  private void compare(Member member) {
    member
        .byKind()
        .forEach(
            (kind, reports) -> {
              predecessorsLast(member, kind, reports.getFirst())
                  .ifPresent(last -> compare(member, last, reports.getFirst()));
              for (int i = 0; i < reports.size(); i++) {
                if (i > 0) {
                  compare(member, reports.get(i - 1), reports.get(i));
                }
                followPlan(member, reports.get(i));
              }
              reports.stream().skip(1).forEach(report -> accountWithoutPlan(member, report));
            });
  }

  private void compare(Member member, ReportRecord older, ReportRecord newer) {
    comparisons.get(member).add(threads.get(newer.id().kind()).compare(older.id(), newer.id()));
  }

  private void followPlan(Member member, ReportRecord report) {
    int target = report.outline().years().plan();
    String kind = report.id().kind();
    Optional<Member> teller =
        member.accountOf(target, kind).isPresent()
            ? Optional.of(member)
            : successors(member)
                .filter(successor -> successor.accountOf(target, kind).isPresent())
                .findFirst();
    FollowUp compared =
        FollowUps.of(
            target,
            Optional.of(told(report)),
            teller.flatMap(m -> m.accountOf(target, kind)).map(UnitArchives::told),
            similarity);
    if (compared.plan().isEmpty()) {
      return;
    }
    FollowUp followUp =
        Rulings.apply(
            compared,
            Rulings.on(member.rulings(), target, kind),
            link -> OutcomeLinks.find(link, member, family));
    followUps.get(member).add(followUp);
    teller.filter(m -> m != member).ifPresent(m -> followUps.get(m).add(followUp));
  }

  /** An account of a year that an earlier report should have planned, and did not, stands alone. */
  private void accountWithoutPlan(Member member, ReportRecord account) {
    boolean planned =
        followUps.get(member).stream()
            .anyMatch(followUp -> followUp.account().filter(account.id()::equals).isPresent());
    if (!planned) {
      int target = account.outline().years().summary();
      followUps
          .get(member)
          .add(FollowUps.of(target, Optional.empty(), Optional.of(told(account)), similarity));
    }
  }

  private List<Repetition> repetitions(
      Member member, CommonText common, Function<ReportId, Optional<Told>> others) {
    return member.reports().stream()
        .map(
            report ->
                Repetitions.of(
                    told(report),
                    before(member, report).map(UnitArchives::told),
                    common.alike(report.id()).stream()
                        .map(others)
                        .flatMap(Optional::stream)
                        .toList(),
                    common))
        .toList();
  }

  /** The report that a report is compared with: the one before it of the same kind. */
  private Optional<ReportRecord> before(Member member, ReportRecord report) {
    return comparisons.get(member).stream()
        .filter(comparison -> comparison.newer().equals(report.id()))
        .map(YearComparison::older)
        .findFirst()
        .flatMap(
            id ->
                family.stream()
                    .flatMap(m -> m.reports().stream())
                    .filter(other -> other.id().equals(id))
                    .findFirst());
  }

  private Optional<ReportRecord> predecessorsLast(Member member, String kind, ReportRecord first) {
    return member.unit().predecessors().stream()
        .flatMap(p -> family.stream().filter(m -> m.unit().folder().equals(p.folder())))
        .flatMap(m -> m.reports().stream())
        .filter(r -> r.id().kind().equals(kind) && r.id().year() < first.id().year())
        .reduce((a, b) -> b.id().year() >= a.id().year() ? b : a);
  }

  private Stream<Member> successors(Member member) {
    return family.stream()
        .filter(
            other ->
                other.unit().predecessors().stream()
                    .anyMatch(p -> p.folder().equals(member.unit().folder())));
  }

  private static Told told(ReportRecord report) {
    return new Told(report.id(), report.outline());
  }
}
