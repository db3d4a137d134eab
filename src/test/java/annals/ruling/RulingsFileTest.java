package annals.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.RuledState;
import annals.compare.Ruling;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulingsFileTest {
  private static final String PATH = "content/甲/follow-up.csv";
  private static final String HEADER = "目标年度,编号,工作任务,裁定,认定单位,认定日期,备注,增加佐证,剔除佐证\r\n";
  private static final String ROW =
      "2024,i0a1b2c3d,建成泵站2座。,已完成,督查科,2025-01-15,\"验收完毕，\n资料归档。\",2024#s-1-p1-2 2024-party#s-2,2024#s-1-p3-1\r\n";

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private RulingsFile read(String csv) {
    return RulingsFile.read(PATH, csv.getBytes(StandardCharsets.UTF_8), diagnostics);
  }

  private String onlyProblem() {
    assertEquals(1, diagnostics.size(), diagnostics::toString);
    return diagnostics.getFirst().toString();
  }

  @Test
  void aRowSaysWhoDecidedWhatOnWhichItem() {
    Ruling ruling = read(HEADER + ROW).rulings().getFirst();
    assertEquals(new Ruling.Place(PATH, 2), ruling.place());
    assertEquals(2024, ruling.targetYear());
    assertEquals("i0a1b2c3d", ruling.id());
    assertEquals("建成泵站2座。", ruling.text());
    assertEquals(Optional.of(RuledState.DONE), ruling.state());
    assertEquals("督查科", ruling.by());
    assertEquals("2025-01-15", ruling.date());
    assertEquals("验收完毕，\n资料归档。", ruling.remark());
    assertEquals("[2024#s-1-p1-2, 2024-party#s-2]", ruling.added().toString());
    assertEquals("[2024#s-1-p3-1]", ruling.struck().toString());
    assertEquals(List.of(), diagnostics);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void spreadsheetsMaySaveItInTheirOwnWay(String charset) {
    byte[] bytes = ("\ufeff" + HEADER + ROW).getBytes(StandardCharsets.UTF_8);
    if (!charset.equals("UTF-8")) {
      bytes = (HEADER + ROW).getBytes(Charset.forName(charset));
    }
    RulingsFile file = RulingsFile.read(PATH, bytes, diagnostics);
    assertEquals(read(HEADER + ROW).rulings(), file.rulings());
    assertTrue(diagnostics.stream().allMatch(d -> d.severity() == Severity.NOTICE));
  }

  @Test
  void anUnknownWordIsAnErrorAtItsCellThatNamesTheAllowedOnes() {
    read(HEADER + ROW + ROW.replace("已完成", "完成了"));
    assertEquals(
        PATH + ":4:24: error: 裁定 is no known word: 完成了 (one of 已完成、推进中、滞后、调整、终止) [ruling-state]",
        onlyProblem());
  }

  @ParameterizedTest
  @CsvSource({
    "2024,去年,ruling-year,1",
    "i0a1b2c3d,'',ruling-id,6",
    "2025-01-15,昨天,ruling-date,32",
    "2025-01-15,2025-02-30,ruling-date,32",
    "2024#s-1-p1-2,第三页,ruling-link,1"
  })
  void everyOtherMistakeStandsAtItsCellToo(String right, String wrong, String code, int column) {
    read(HEADER + ROW.replaceFirst(right, wrong));
    assertTrue(onlyProblem().contains("[" + code + "]"), diagnostics::toString);
    if (column > 1) {
      assertEquals(column, diagnostics.getFirst().position().column());
    }
  }

  @Test
  void withoutYearOrIdNothingCanBeReadAndTheFileSaysSo() {
    assertEquals(List.of(), read("编号,裁定\r\ni1,已完成\r\n").rulings());
    assertTrue(onlyProblem().contains(PATH + ":1:1: error: the header row has no column 目标年度"));
  }

  @Test
  void daysAreReadAsSpreadsheetsWriteThem() {
    for (String day : List.of("2025/1/5", "2025年1月5日", "2025.01.05", "2025-01-05 00:00:00")) {
      assertEquals(
          "2025-01-05", read(HEADER + ROW.replace("2025-01-15", day)).rulings().getFirst().date());
    }
  }

  @Test
  void rowsNobodyFilledInAreNoRulings() {
    assertEquals(List.of(), read(HEADER + "2024,i1,建成泵站。,,,,,,\r\n,,,,,,,,\r\n").rulings());
    assertEquals(List.of(), diagnostics);
  }

  @Test
  void columnsOfTheOfficeAreKeptAndGuardsAgainstFormulasAreTakenOff() {
    RulingsFile file = read("目标年度,编号,裁定,经费,责任人\r\n2024,i1,滞后,3万元,'=甲\r\n");
    assertEquals(Map.of(2, Map.of("经费", "3万元")), file.others());
    assertEquals("=甲", file.rulings().getFirst().duties().person());
  }
}
