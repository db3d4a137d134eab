package annals.render;

import annals.ruling.LedgerColumn;
import annals.ruling.RulingsFile;
import annals.text.Utf8Buffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of a ledger as CSV for spreadsheets: UTF-8 with a byte order mark, lines ending in CR
 * LF, fields quoted where needed (RFC 4180). A cell that a spreadsheet would take for a formula
 * gets a leading apostrophe.
 */
public final class FollowUpCsv {
  private static final List<String> HEADINGS =
      Stream.of(LedgerColumn.values()).map(LedgerColumn::heading).toList();

  private FollowUpCsv() {}

  public static byte[] bytes(List<LedgerSheet.Row> rows) {
    return bytes(rows, List.of(), Map.of());
  }

  /**
   * Rows with columns that are not Annals' behind its own.
   *
   * @param headings of these columns
   * @param others their cells by heading, by the line from which a row has its ruling
   */
  public static byte[] bytes(
      List<LedgerSheet.Row> rows, List<String> headings, Map<Integer, Map<String, String>> others) {
    Utf8Buffer out = new Utf8Buffer(32 * 1024);
    out.append("\ufeff");
    line(out, HEADINGS, headings);
    for (LedgerSheet.Row row : rows) {
      Map<String, String> cells = others.getOrDefault(row.line(), Map.of());
      line(out, row.cells(), headings.stream().map(h -> cells.getOrDefault(h, "")).toList());
    }
    return out.toBytes();
  }

  private static void line(Utf8Buffer out, List<String> cells, List<String> more) {
    for (Iterator<String> each = cells.iterator(); each.hasNext(); ) {
      cell(out, each.next());
      out.append(each.hasNext() || !more.isEmpty() ? "," : "\r\n");
    }
    for (Iterator<String> each = more.iterator(); each.hasNext(); ) {
      cell(out, each.next());
      out.append(each.hasNext() ? "," : "\r\n");
    }
  }

  private static void cell(Utf8Buffer out, String value) {
    if (value.isEmpty()) {
      return;
    }
    boolean formula = RulingsFile.FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    boolean quoted = needsQuotes(value);
    out.append(quoted ? "\"" : "").append(formula ? "'" : "");
    out.append(quoted ? value.replace("\"", "\"\"") : value).append(quoted ? "\"" : "");
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
}
