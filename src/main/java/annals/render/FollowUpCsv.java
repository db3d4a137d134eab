package annals.render;

import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.PlanItem;
import annals.compare.SentenceRef;
import annals.compare.State;
import annals.page.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A follow-up as CSV for spreadsheets: UTF-8 with a byte order mark, lines ending in CR LF, fields
 * quoted where needed (RFC 4180). A cell that a spreadsheet would take for a formula gets a leading
 * apostrophe.
 */
public final class FollowUpCsv {
  private static final String SEPARATOR = " ／ ";

  private final Labels labels;

  public FollowUpCsv(Labels labels) {
    this.labels = labels;
  }

  public byte[] bytes(FollowUp followUp) {
    StringBuilder out = new StringBuilder(8 * 1024).append('\ufeff');
    row(
        out,
        List.of(
            labels.text("csv.number"),
            labels.text("csv.id"),
            labels.text("csv.year"),
            labels.text("csv.section"),
            labels.text("csv.item"),
            labels.text("csv.kind"),
            labels.text("csv.state"),
            labels.text("csv.account-section"),
            labels.text("csv.outcomes"),
            labels.text("csv.score")));
    int number = 0;
    String year = Integer.toString(followUp.targetYear());
    for (FollowUp.Item item : followUp.items()) {
      boolean commitment = item.item().kind() == PlanItem.Kind.COMMITMENT;
      row(
          out,
          List.of(
              commitment ? Integer.toString(++number) : "",
              item.item().id(),
              year,
              item.item().ref().section().label(),
              item.item().text(),
              labels.text("item-kind." + item.item().kind().word()),
              labels.text("state." + item.state().word()),
              join(item, outcome -> outcome.ref().section().label()),
              join(item, outcome -> outcome.ref().text()),
              join(item, FollowUpCsv::score)));
    }
    for (SentenceRef ref : followUp.unplanned()) {
      String state =
          followUp.plan().isPresent()
              ? labels.text("state." + State.UNPLANNED.word())
              : labels.text("csv.no-plan");
      row(out, List.of("", "", year, "", "", "", state, ref.section().label(), ref.text(), ""));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String join(
      FollowUp.Item item, java.util.function.Function<Outcome, String> value) {
    return item.outcomes().stream().map(value).collect(Collectors.joining(SEPARATOR));
  }

  private static String score(Outcome outcome) {
    return BigDecimal.valueOf(outcome.score()).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      cell(out, cells.get(i));
    }
    out.append("\r\n");
  }

  private static void cell(StringBuilder out, String value) {
    String safe = isFormula(value) ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    if (quoted) {
      out.append('"').append(safe.replace("\"", "\"\"")).append('"');
    } else {
      out.append(safe);
    }
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r\uff1d\uff0b\uff0d\uff20".indexOf(value.charAt(0)) >= 0;
  }
}
