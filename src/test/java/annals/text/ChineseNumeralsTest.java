package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "一,1",
    "九,9",
    "十,10",
    "十二,12",
    "二十,20",
    "二十三,23",
    "九十九,99",
    "一百,100",
    "一百零五,105",
    "一百二十,120",
    "二〇二三,2023",
    "二零二四,2024",
    "12,12",
    "１２,12",
    "两,2"
  })
  void readsNumerals(String numeral, int value) {
    assertEquals(value, ChineseNumerals.parse(numeral).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "十十", "一二十", "百一百", "第一"})
  void refusesWhatIsNone(String text) {
    assertTrue(ChineseNumerals.parse(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 11, 20, 35, 99})
  void whatIsWrittenInChineseReadsBack(int value) {
    String digits = "一二三四五六七八九";
    String tens = value < 10 ? "" : (value < 20 ? "" : digits.charAt(value / 10 - 1)) + "十";
    String ones = value % 10 == 0 ? "" : String.valueOf(digits.charAt(value % 10 - 1));
    assertEquals(value, ChineseNumerals.parse(tens + ones).orElseThrow());
  }
}
