package annals.render;

import annals.ruling.LedgerColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The rows of a ledger as a workbook: header row frozen and filtered, text wrapped, ready to print
 * across. Cells are text, never formulas. The same rows give the same bytes: the library stamps the
 * time into its files, so its archive is taken apart and put together without it.
 */
public final class FollowUpXlsx {
  /** All that the workbook says of itself: no author, no time. */
  private static final String CORE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
          + "<cp:coreProperties xmlns:cp="
          + "\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";

  private static final String CORE_NAME = "docProps/core.xml";

  /** A tenth larger than the best compression, in a third of its time. */
  private static final int FAST = 2;

  private static final LedgerColumn[] COLUMNS = LedgerColumn.values();

  private FollowUpXlsx() {}

  /**
   * @param name the sheet's name
   */
  public static byte[] bytes(String name, List<LedgerSheet.Row> rows) {
    try {
      return TimelessZip.of(written(name, rows)).with(CORE_NAME, CORE).bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(String name, List<LedgerSheet.Row> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    try (Workbook workbook = new Workbook(out, "Annals", null)) {
      workbook.setCompressionLevel(FAST);
      Worksheet sheet = workbook.newWorksheet(name);
      for (LedgerColumn column : COLUMNS) {
        sheet.width(column.ordinal(), width(column));
        sheet.style(column.ordinal()).wrapText(true).verticalAlignment("top").set();
        sheet.inlineString(0, column.ordinal(), column.heading());
      }
      for (int i = 0; i < rows.size(); i++) {
        for (LedgerColumn column : COLUMNS) {
          String cell = rows.get(i).cell(column);
          if (!cell.isEmpty()) {
            put(sheet, i + 1, column, cell);
          }
        }
      }
      int last = COLUMNS.length - 1;
      sheet.range(0, 0, 0, last).style().bold().wrapText(true).fillColor("EEEEEE").set();
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, rows.size(), last);
      sheet.pageOrientation("landscape");
      sheet.setFitToPage(true);
      sheet.fitToHeight((short) 0);
      sheet.repeatRows(0);
    }
    return out.toByteArray();
  }

  private static void put(Worksheet sheet, int row, LedgerColumn column, String cell) {
    if (column == LedgerColumn.NUMBER || column == LedgerColumn.YEAR) {
      sheet.value(row, column.ordinal(), Integer.valueOf(cell));
    } else {
      sheet.inlineString(row, column.ordinal(), cell);
    }
    sheet.style(row, column.ordinal()).wrapText(true).verticalAlignment("top").set();
  }

  /** In characters of the standard face; a Chinese character takes two. */
  private static double width(LedgerColumn column) {
    return switch (column) {
      case NUMBER -> 6;
      case ITEM, PROGRESS -> 48;
      case PROBLEMS, REMARK, RULED_TEXT -> 28;
      case SOURCE, FIGURES, EVIDENCE, NEXT -> 20;
      case YEAR, KIND, RULED -> 10;
      case ID -> 13;
      case LEADER, UNIT, PARTNERS, PERSON, DEADLINE, CLOSED -> 12;
      case STATE, TEXTS_SHOW, RULED_BY, RULED_ON -> 14;
      case ADDED, STRUCK -> 18;
    };
  }
}
