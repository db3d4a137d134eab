package annals.check;

import annals.archive.OutcomeLinks;
import annals.archive.ReportRecord;
import annals.archive.UnitArchives.Member;
import annals.compare.PlanItem;
import annals.compare.PlanItems;
import annals.compare.Ruling;
import annals.compare.RulingMatch;
import annals.compare.Rulings;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether the rulings of a unit still lead to items and sentences of its reports. */
public final class RulingCheck {
  private RulingCheck() {}

  /**
   * Warnings only: a ruling is never lost because a report was edited.
   *
   * @param family the unit with those it took over from and those that took over from it
   */
  public static List<Diagnostic> check(Member unit, List<Member> family) {
    if (unit.rulings().isEmpty()) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    Set<Ruling> planned = new HashSet<>();
    for (ReportRecord report : unit.reports()) {
      int target = report.outline().years().plan();
      List<Ruling> rulings = Rulings.on(unit.rulings(), target, report.id().kind());
      if (!rulings.isEmpty()) {
        List<PlanItem> items = PlanItems.of(report.outline(), target);
        planned.addAll(rulings);
        items(RulingMatch.of(items, rulings), found);
      }
    }
    for (Ruling ruling : unit.rulings()) {
      if (!planned.contains(ruling)) {
        found.add(
            warning(
                ruling,
                "ruling-homeless",
                "there is no report with a plan for " + ruling.targetYear(),
                "the ruling is kept; correct 目标年度 or 报告类型, or put the report back"));
      }
      outcomes(ruling, unit, family, found);
    }
    return found;
  }

  private static void items(RulingMatch match, List<Diagnostic> found) {
    match
        .homeless()
        .forEach(
            ruling ->
                found.add(
                    warning(
                        ruling,
                        "ruling-homeless",
                        "the plan has no item " + ruling.id() + " any more",
                        "the ruling is kept and listed at the foot of the follow-up page")));
    match
        .repeated()
        .forEach(
            ruling ->
                found.add(
                    warning(
                        ruling,
                        "ruling-repeated",
                        "an earlier row rules on item " + ruling.id() + " already",
                        "the earlier row counts")));
    match.rulings().values().stream()
        .filter(RulingMatch.Matched::stale)
        .forEach(
            matched ->
                found.add(
                    warning(
                        matched.ruling(),
                        "ruling-stale",
                        "the item was edited after the ruling",
                        "look at it again; to confirm, put the present words into 工作任务 and empty 裁定时原文")));
  }

  private static void outcomes(
      Ruling ruling, Member unit, List<Member> family, List<Diagnostic> found) {
    Stream.concat(ruling.added().stream(), ruling.struck().stream())
        .filter(link -> OutcomeLinks.find(link, unit, family).isEmpty())
        .forEach(
            link ->
                found.add(
                    warning(
                        ruling,
                        "ruling-outcome",
                        "no report of the unit has a sentence " + link,
                        "<year>[-<kind>]#<anchor> of a sentence or paragraph")));
  }

  private static Diagnostic warning(Ruling ruling, String code, String what, String hint) {
    return Diagnostic.warning(
        code, Position.of(ruling.place().path(), ruling.place().line()), what, hint);
  }
}
