package annals.compare;

import java.util.List;
import java.util.Optional;

/**
 * What people decided on a plan item: a row of a unit's file of rulings.
 *
 * @param place where it is written
 * @param targetYear the year planned
 * @param kind the kind of the report with the plan; empty for the unit's ordinary report
 * @param id the item's id when it was ruled on
 * @param section the label of its section then; may be empty
 * @param text the item's words then; empty if whatever it says now is meant
 * @param state the finding; empty if only outcomes or duties are stated
 * @param by who or which office ruled
 * @param date {@code yyyy-mm-dd}; may be empty
 * @param added sentences that report on the item though the program did not find them
 * @param struck sentences that do not report on it though the program says so
 */
public record Ruling(
    Place place,
    int targetYear,
    String kind,
    String id,
    String section,
    String text,
    Optional<RuledState> state,
    String by,
    String date,
    String remark,
    List<OutcomeLink> added,
    List<OutcomeLink> struck,
    Duties duties) {
  public Ruling {
    added = List.copyOf(added);
    struck = List.copyOf(struck);
  }

  /** A row of a file. */
  public record Place(String path, int line) {}

  /**
   * A sentence, or all sentences of a paragraph, of a report of the unit: {@code 2024#s-1-p2-1},
   * {@code 2024-party#s-1-p2}.
   *
   * @param kind empty for the unit's ordinary report of that year
   */
  public record OutcomeLink(int year, String kind, String anchor) {
    @Override
    public String toString() {
      return year + (kind.isEmpty() ? "" : "-" + kind) + "#" + anchor;
    }
  }

  /**
   * What an office adds to its ledger (台账) by hand; each may be empty.
   *
   * @param leader 责任领导
   * @param unit 责任单位
   * @param partners 配合单位
   * @param person 责任人
   * @param deadline 完成时限
   * @param next 下步打算
   * @param closed 销号日期
   */
  public record Duties(
      String leader,
      String unit,
      String partners,
      String person,
      String deadline,
      String next,
      String closed) {
    public static final Duties NONE = new Duties("", "", "", "", "", "", "");
  }

  /** Whether it says more than who is to do what by when. */
  public boolean isFinding() {
    return state.isPresent()
        || !added.isEmpty()
        || !struck.isEmpty()
        || !remark.isEmpty()
        || !by.isEmpty()
        || !date.isEmpty();
  }
}
