package annals.render;

import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.PlanItem;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.page.Labels;
import annals.text.Utf8Buffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A follow-up as CSV for spreadsheets: UTF-8 with a byte order mark, lines ending in CR LF, fields
 * quoted where needed (RFC 4180). A cell that a spreadsheet would take for a formula gets a leading
 * apostrophe.
 */
public final class FollowUpCsv {
  private static final String SEPARATOR = " ／ ";
  private static final List<String> COLUMNS =
      List.of(
          "csv.number",
          "csv.id",
          "csv.year",
          "csv.section",
          "csv.item",
          "csv.kind",
          "csv.state",
          "csv.account-section",
          "csv.outcomes",
          "csv.score");

  private final Labels labels;

  public FollowUpCsv(Labels labels) {
    this.labels = labels;
  }

  public byte[] bytes(FollowUp followUp) {
    Utf8Buffer out = new Utf8Buffer(32 * 1024);
    out.append("\ufeff");
    for (String column : COLUMNS) {
      cell(out, labels.text(column), column.equals(COLUMNS.getLast()));
    }
    int number = 0;
    String year = Integer.toString(followUp.targetYear());
    for (FollowUp.Item item : followUp.items()) {
      PlanItem plan = item.item();
      boolean commitment = plan.kind() == PlanItem.Kind.COMMITMENT;
      List<Outcome> outcomes = item.outcomes();
      cell(out, commitment ? Integer.toString(++number) : "", false);
      cell(out, plan.id(), false);
      cell(out, year, false);
      cell(out, plan.ref().section().label(), false);
      cell(out, plan.text(), false);
      cell(out, labels.text("item-kind." + plan.kind().word()), false);
      cell(out, labels.text("state." + item.state().word()), false);
      cell(out, join(outcomes, outcome -> outcome.ref().section().label()), false);
      cell(out, join(outcomes, outcome -> outcome.ref().text()), false);
      cell(out, join(outcomes, FollowUpCsv::score), true);
    }
    String state =
        followUp.plan().isPresent()
            ? labels.text("state." + State.UNPLANNED.word())
            : labels.text("csv.no-plan");
    for (SentenceRef ref : followUp.unplanned()) {
      out.append(",,").append(year).append(",,,,");
      cell(out, state, false);
      cell(out, ref.section().label(), false);
      cell(out, ref.text(), false);
      cell(out, "", true);
    }
    return out.toBytes();
  }

  private static String join(List<Outcome> outcomes, Function<Outcome, String> value) {
    if (outcomes.size() == 1) {
      return value.apply(outcomes.getFirst());
    }
    StringBuilder joined = new StringBuilder();
    for (Outcome outcome : outcomes) {
      joined.append(joined.isEmpty() ? "" : SEPARATOR).append(value.apply(outcome));
    }
    return joined.toString();
  }

  /** With two decimals, half rounded up. */
  private static String score(Outcome outcome) {
    return BigDecimal.valueOf(Math.round(outcome.score() * 100), 2).toString();
  }

  private static void cell(Utf8Buffer out, String value, boolean last) {
    boolean formula = isFormula(value);
    boolean quoted = needsQuotes(value);
    out.append(quoted ? "\"" : "").append(formula ? "'" : "");
    out.append(quoted ? value.replace("\"", "\"\"") : value);
    out.append(quoted ? "\"" : "").append(last ? "\r\n" : ",");
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r\uff1d\uff0b\uff0d\uff20".indexOf(value.charAt(0)) >= 0;
  }
}
