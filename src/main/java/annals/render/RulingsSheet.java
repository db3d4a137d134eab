package annals.render;

import annals.compare.Ledger;
import annals.compare.Ruling;
import annals.page.Labels;
import annals.ruling.LedgerColumn;
import annals.ruling.RulingsFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The file of rulings to fill in for a follow-up: its items with what was decided on them, and
 * everything else that stands in the file already, rulings on other years and columns that are not
 * Annals' included. Made from its own outcome it stays the same.
 */
public final class RulingsSheet {
  private final LedgerSheet sheet;

  public RulingsSheet(Labels labels) {
    this.sheet = new LedgerSheet(labels);
  }

  /**
   * @param ledger of a follow-up to which the file's rulings were applied
   */
  public byte[] bytes(Ledger ledger, RulingsFile file) {
    int year = ledger.followUp().targetYear();
    List<LedgerSheet.Row> items =
        sheet.rows(ledger).stream().filter(row -> !row.cell(LedgerColumn.ID).isEmpty()).toList();
    Set<Integer> taken = new HashSet<>();
    items.forEach(row -> taken.add(row.line()));
    List<Ruling> others =
        file.rulings().stream().filter(ruling -> !taken.contains(ruling.place().line())).toList();
    List<LedgerSheet.Row> rows = new ArrayList<>();
    others.stream().filter(r -> r.targetYear() < year).map(sheet::of).forEach(rows::add);
    rows.addAll(items);
    others.stream().filter(r -> r.targetYear() >= year).map(sheet::of).forEach(rows::add);
    Set<String> headings = new LinkedHashSet<>();
    file.others().values().forEach(cells -> headings.addAll(cells.keySet()));
    return FollowUpCsv.bytes(rows, List.copyOf(headings), file.others());
  }
}
