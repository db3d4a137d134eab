package annals.page;

import annals.archive.UnitArchive;
import annals.compare.FollowUp;
import annals.compare.PlanItem;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the pages refer to follow-ups: which report owns the page, and the number and anchor of each
 * item, the same in the table and in the margins of both reports.
 */
final class FollowUpRefs {
  private FollowUpRefs() {}

  /**
   * An item with its number.
   *
   * @param number 1-based among the commitments; 0 for a statement
   */
  record Numbered(FollowUp.Item item, int number) {
    boolean isStatement() {
      return number == 0;
    }

    String anchor() {
      return "i-" + item.item().id();
    }
  }

  /** The report whose unit has the page: the plan's or, where there is none, the account's. */
  static ReportId owner(FollowUp followUp) {
    return followUp
        .plan()
        .or(followUp::account)
        .orElseThrow(() -> new IllegalArgumentException("a follow-up of nothing"));
  }

  static Route route(SitePlan plan, FollowUp followUp) {
    return plan.followUp(owner(followUp), followUp.targetYear());
  }

  /** The anchor of an unplanned sentence in the follow-up's page. */
  static String unplannedAnchor(String sentenceAnchor) {
    return "u-" + sentenceAnchor;
  }

  static List<Numbered> numbered(FollowUp followUp) {
    List<Numbered> numbered = new ArrayList<>();
    int number = 0;
    for (FollowUp.Item item : followUp.items()) {
      boolean commitment = item.item().kind() == PlanItem.Kind.COMMITMENT;
      numbered.add(new Numbered(item, commitment ? ++number : 0));
    }
    return numbered;
  }

  static Optional<FollowUp> ofPlan(UnitArchive archive, ReportId plan) {
    return archive.followUps().stream()
        .filter(followUp -> followUp.plan().equals(Optional.of(plan)))
        .findFirst();
  }

  /** Follow-ups that end in this report; several where it took over from several units. */
  static List<FollowUp> intoAccount(UnitArchive archive, ReportId account) {
    return archive.followUps().stream()
        .filter(followUp -> followUp.account().equals(Optional.of(account)))
        .toList();
  }
}
