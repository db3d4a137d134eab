package annals.page;

import annals.archive.UnitArchive;
import annals.archive.UnitSummary.Tally;
import annals.compare.FollowUp;
import annals.compare.Ledger;
import annals.compare.PlanItem;
import annals.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * How the pages of a unit refer to its follow-ups: which report owns the page, and the number and
 * anchor of each item, the same in the table and in the margins of both reports. Made once for all
 * pages of a unit.
 */
final class FollowUpRefs {
  private final List<Ref> refs;

  FollowUpRefs(Site site, UnitArchive archive) {
    this.refs = archive.followUps().stream().map(followUp -> ref(site, followUp)).toList();
  }

  /**
   * A follow-up with its place on the site.
   *
   * @param owner the report whose unit has the page: the plan's or, where there is none, the
   *     account's
   */
  record Ref(Ledger ledger, ReportId owner, Route route, Tally tally, Bar bar) {
    FollowUp followUp() {
      return ledger.followUp();
    }
  }

  /** The anchor of an item in the follow-up's page. */
  static String anchor(PlanItem item) {
    return "i-" + item.id();
  }

  private static Ref ref(Site site, FollowUp followUp) {
    ReportId owner =
        followUp
            .plan()
            .or(followUp::account)
            .orElseThrow(() -> new IllegalArgumentException("a follow-up of nothing"));
    Tally tally = Tally.of(followUp);
    return new Ref(
        Ledger.of(followUp),
        owner,
        site.plan().followUp(owner, followUp.targetYear()),
        tally,
        Bar.of(site, tally));
  }

  /** The anchor of an unplanned sentence in the follow-up's page. */
  static String unplannedAnchor(String sentenceAnchor) {
    return "u-" + sentenceAnchor;
  }

  /** Those whose page is the unit's. */
  List<Ref> ownedBy(String slug) {
    return refs.stream().filter(ref -> ref.owner().unit().equals(slug)).toList();
  }

  Optional<Ref> ofPlan(ReportId plan) {
    return refs.stream()
        .filter(ref -> ref.followUp().plan().filter(plan::equals).isPresent())
        .findFirst();
  }

  /** Follow-ups that end in this report; several where it took over from several units. */
  List<Ref> intoAccount(ReportId account) {
    return refs.stream()
        .filter(ref -> ref.followUp().account().filter(account::equals).isPresent())
        .toList();
  }
}
