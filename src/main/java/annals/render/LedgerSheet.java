package annals.render;

import annals.compare.FollowUp;
import annals.compare.Ledger;
import annals.compare.PlanItem;
import annals.compare.RuledState;
import annals.compare.Ruling;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.page.Labels;
import annals.report.Kinds;
import annals.report.ReportId;
import annals.ruling.LedgerColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A follow-up as the rows of a table: commitments, then what was done beside the plan, then
 * statements, then rulings whose item is gone. Kept as a file of rulings it says the same again.
 */
public final class LedgerSheet {
  private static final String SEPARATOR = " ／ ";

  private final Labels labels;

  public LedgerSheet(Labels labels) {
    this.labels = labels;
  }

  /**
   * A row.
   *
   * @param cells one for each {@link LedgerColumn}, in their order
   * @param line the line of the file of rulings from which the row has its ruling; 0 if it has none
   */
  public record Row(List<String> cells, int line) {
    public String cell(LedgerColumn column) {
      return cells.get(column.ordinal());
    }
  }

  /** A row while it is filled. */
  private static final class Filling {
    private final String[] cells = new String[LedgerColumn.values().length];

    Filling(int year, String kind) {
      Arrays.fill(cells, "");
      put(LedgerColumn.YEAR, Integer.toString(year));
      put(LedgerColumn.KIND, ordinary(kind) ? "" : kind);
    }

    Filling put(LedgerColumn column, String text) {
      cells[column.ordinal()] = text;
      return this;
    }

    Row row(int line) {
      return new Row(Collections.unmodifiableList(Arrays.asList(cells)), line);
    }
  }

  private static boolean ordinary(String kind) {
    return kind.equals(Kinds.WORK) || kind.equals(Kinds.GOVERNMENT);
  }

  public List<Row> rows(Ledger ledger) {
    FollowUp followUp = ledger.followUp();
    int year = followUp.targetYear();
    String kind = followUp.plan().or(followUp::account).map(ReportId::kind).orElse("");
    List<Row> rows = new ArrayList<>();
    for (Ledger.Row row : ledger.rows()) {
      rows.add(commitment(new Filling(year, kind), row, followUp));
    }
    String beside =
        followUp.plan().isPresent()
            ? labels.text("state." + State.UNPLANNED.word())
            : labels.text("csv.no-plan");
    for (SentenceRef sentence : followUp.unplanned()) {
      rows.add(
          new Filling(year, kind)
              .put(LedgerColumn.PROGRESS, sentence.text())
              .put(LedgerColumn.STATE, beside)
              .put(LedgerColumn.EVIDENCE, link(followUp.account(), sentence))
              .row(0));
    }
    for (PlanItem item : ledger.statements()) {
      Filling filling = item(new Filling(year, kind), item);
      rows.add(filling.put(LedgerColumn.STATE, labels.text("followup.statement")).row(0));
    }
    followUp.homeless().forEach(ruling -> rows.add(of(ruling)));
    return rows;
  }

  /** A ruling alone, as it was written. */
  public Row of(Ruling ruling) {
    Filling filling =
        new Filling(ruling.targetYear(), ruling.kind())
            .put(LedgerColumn.ID, ruling.id())
            .put(LedgerColumn.SOURCE, ruling.section())
            .put(LedgerColumn.ITEM, ruling.text());
    return ruled(filling, ruling).row(ruling.place().line());
  }

  private static Filling item(Filling filling, PlanItem item) {
    return filling
        .put(LedgerColumn.ID, item.id())
        .put(LedgerColumn.SOURCE, item.ref().section().label())
        .put(LedgerColumn.ITEM, item.text());
  }

  private Row commitment(Filling filling, Ledger.Row row, FollowUp followUp) {
    FollowUp.Item item = row.item();
    item(filling, row.plan())
        .put(LedgerColumn.NUMBER, Integer.toString(row.number()))
        .put(LedgerColumn.FIGURES, figures(row))
        .put(LedgerColumn.PROGRESS, join(row.told(), outcome -> outcome.ref().text()))
        .put(LedgerColumn.PROBLEMS, join(row.admitted(), outcome -> outcome.ref().text()))
        .put(
            LedgerColumn.EVIDENCE,
            item.outcomes().stream()
                .map(o -> link(o.added().or(followUp::account), o.ref()))
                .collect(Collectors.joining(" ")))
        .put(LedgerColumn.STATE, labels.text("state." + item.standing().word()))
        .put(LedgerColumn.TEXTS_SHOW, labels.text("state." + item.state().word()));
    if (item.ruled().isEmpty()) {
      return filling.row(0);
    }
    FollowUp.Ruled ruled = item.ruled().get();
    filling.put(LedgerColumn.TEXTS_SHOW, labels.text("state." + ruled.machine().word()));
    filling.put(LedgerColumn.RULED_TEXT, ruled.stale() ? ruled.ruling().text() : "");
    return ruled(filling, ruled.ruling()).row(ruled.ruling().place().line());
  }

  private static Filling ruled(Filling filling, Ruling ruling) {
    Ruling.Duties duties = ruling.duties();
    return filling
        .put(LedgerColumn.LEADER, duties.leader())
        .put(LedgerColumn.UNIT, duties.unit())
        .put(LedgerColumn.PARTNERS, duties.partners())
        .put(LedgerColumn.PERSON, duties.person())
        .put(LedgerColumn.DEADLINE, duties.deadline())
        .put(LedgerColumn.NEXT, duties.next())
        .put(LedgerColumn.CLOSED, duties.closed())
        .put(LedgerColumn.REMARK, ruling.remark())
        .put(LedgerColumn.RULED, ruling.state().map(RuledState::written).orElse(""))
        .put(LedgerColumn.RULED_BY, ruling.by())
        .put(LedgerColumn.RULED_ON, ruling.date())
        .put(LedgerColumn.ADDED, links(ruling.added()))
        .put(LedgerColumn.STRUCK, links(ruling.struck()));
  }

  private static String links(List<Ruling.OutcomeLink> links) {
    return links.stream().map(Ruling.OutcomeLink::toString).collect(Collectors.joining(" "));
  }

  /** A sentence's address as rulings name it; empty if the report is not known. */
  private static String link(Optional<ReportId> report, SentenceRef sentence) {
    return report
        .map(
            id ->
                new Ruling.OutcomeLink(
                        id.year(), ordinary(id.kind()) ? "" : id.kind(), sentence.anchor())
                    .toString())
        .orElse("");
  }

  private String figures(Ledger.Row row) {
    return join(
        row.figures(),
        figure ->
            labels.text("followup.planned")
                + " "
                + labels.number(figure.planned(), row.plan().text())
                + figure
                    .reached()
                    .map(
                        reached ->
                            "，"
                                + labels.text("followup.reached")
                                + " "
                                + labels.number(reached.mention(), reached.outcome().ref().text()))
                    .orElse(""));
  }

  private static <T> String join(List<T> values, Function<T, String> text) {
    return switch (values.size()) {
      case 0 -> "";
      case 1 -> text.apply(values.getFirst());
      default -> values.stream().map(text).collect(Collectors.joining(SEPARATOR));
    };
  }
}
