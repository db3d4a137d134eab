package annals.archive;

import annals.compare.FollowUp;
import annals.compare.Repetition;
import annals.compare.Standing;
import annals.outline.Role;
import annals.report.ReportId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the pages of the whole site need to know of a unit once it is no longer in flight. Small:
 * one is held for every unit of the archive.
 *
 * @param slug the unit
 * @param reports by year, then kind
 */
public record UnitSummary(String slug, List<ReportSummary> reports) {
  public UnitSummary {
    reports = List.copyOf(reports);
  }

  /**
   * A report in figures.
   *
   * @param parts which of summary, problems and plan it has
   * @param characters how many characters its body has, white space not counted
   * @param plan its own plan and what became of it; absent if it has no plan
   * @param account the plan that its summary answers; absent if there was none to answer
   * @param repeated how much of it stands in other reports
   */
  public record ReportSummary(
      ReportId id,
      Set<Role> parts,
      int characters,
      Optional<Tally> plan,
      Optional<Tally> account,
      Repeated repeated) {
    public ReportSummary {
      parts = Set.copyOf(parts);
    }
  }

  /**
   * How much of a report stands in others.
   *
   * @param before the report before it of the same unit and kind; absent if there is none
   * @param elsewhere reports of other units with text in common, the most first
   * @param many in how many units a phrase must stand not to count; 0 in too small an archive
   */
  public record Repeated(
      Repetition.Share share,
      Optional<ReportId> before,
      List<Repetition.Other> elsewhere,
      int many) {
    public Repeated {
      elsewhere = List.copyOf(elsewhere);
    }

    static Repeated of(Repetition repetition) {
      return new Repeated(
          repetition.whole(), repetition.before(), repetition.elsewhere(), repetition.many());
    }
  }

  /**
   * The commitments of a plan counted by how they stand.
   *
   * @param targetYear the year planned and accounted for
   * @param told whether there is an account of that year
   * @param counts how many commitments stand so; what none does is left out
   * @param unplanned sentences of the account that answer no item
   */
  public record Tally(int targetYear, boolean told, Map<Standing, Integer> counts, int unplanned) {
    public Tally {
      counts = Map.copyOf(counts);
    }

    public static Tally of(FollowUp followUp) {
      Map<Standing, Integer> counts = new HashMap<>();
      for (FollowUp.Item item : followUp.items()) {
        if (item.isCommitment()) {
          counts.merge(item.standing(), 1, Integer::sum);
        }
      }
      return new Tally(
          followUp.targetYear(),
          followUp.account().isPresent(),
          counts,
          followUp.unplanned().size());
    }

    public int commitments() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many commitments stand beside a later report. */
    public int compared() {
      return told ? commitments() : 0;
    }

    public int count(Standing standing) {
      return counts.getOrDefault(standing, 0);
    }
  }

  public static UnitSummary of(UnitArchive archive) {
    return new UnitSummary(
        archive.unit().slug(), archive.reports().stream().map(r -> summary(archive, r)).toList());
  }

  private static ReportSummary summary(UnitArchive archive, ReportRecord record) {
    ReportId id = record.id();
    EnumSet<Role> parts = EnumSet.noneOf(Role.class);
    record.outline().walk().forEach(section -> parts.add(section.role()));
    parts.remove(Role.OTHER);
    return new ReportSummary(
        id,
        parts,
        record.characters(),
        archive.followUps().stream()
            .filter(f -> f.plan().equals(Optional.of(id)))
            .findFirst()
            .map(Tally::of),
        archive.followUps().stream()
            .filter(f -> f.account().equals(Optional.of(id)) && f.plan().isPresent())
            .findFirst()
            .map(Tally::of),
        archive.repetitions().stream()
            .filter(repetition -> repetition.report().equals(id))
            .findFirst()
            .map(Repeated::of)
            .orElseThrow());
  }
}
