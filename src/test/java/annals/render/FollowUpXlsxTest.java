package annals.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.page.FollowUpPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class FollowUpXlsxTest {
  private final Theme theme = Theme.load("zh-CN");

  private List<LedgerSheet.Row> rows() {
    return SmallArchive.ordinary().pages(theme).stream()
        .filter(page -> page.route().path().equals("units/guan/follow-up/2021/index.html"))
        .map(page -> new LedgerSheet(theme.labels()).rows(((FollowUpPage) page).ledger()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> entries() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(FollowUpXlsx.bytes("2021", rows())))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(
            entry.getName() + " " + entry.getTimeLocal().getYear(),
            new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void theSameRowsGiveTheSameBytesWhateverTheTime() throws Exception {
    byte[] first = FollowUpXlsx.bytes("2021", rows());
    Thread.sleep(1100);
    assertArrayEquals(first, FollowUpXlsx.bytes("2021", rows()));
    assertEquals(List.copyOf(new TreeMap<>(entries()).keySet()), List.copyOf(entries().keySet()));
    assertTrue(entries().keySet().stream().allMatch(name -> name.endsWith(" 1980")));
  }

  @Test
  void theWorkbookIsCompressed() throws IOException {
    int content = entries().values().stream().mapToInt(String::length).sum();
    int size = FollowUpXlsx.bytes("2021", rows()).length;
    assertTrue(size < content / 2, size + " of " + content);
  }

  @Test
  void theSheetHoldsTheRowsAsTextUnderAFrozenHeader() throws IOException {
    Document sheet =
        Jsoup.parse(entries().get("xl/worksheets/sheet1.xml 1980"), "", Parser.xmlParser());
    assertEquals(1, sheet.select("pane[ySplit=1][state=frozen]").size());
    assertEquals(rows().size() + 1, sheet.select("row").size());
    assertTrue(sheet.select("row").get(1).text().contains("有对应表述"));
    assertFalse(sheet.select("c").isEmpty());
    assertTrue(sheet.select("f").isEmpty(), "no formulas");
  }
}
