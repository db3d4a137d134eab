package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class YearsTest {
  private static List<String> years(String text) {
    return Years.in(text).stream()
        .map(m -> m.isRange() ? m.from() + "-" + m.to() : "" + m.from())
        .toList();
  }

  @Test
  void findsYearsInEveryWriting() {
    assertEquals(List.of("2023", "2024"), years("办公室2023年工作总结及２０２４年工作计划"));
    assertEquals(List.of("2023"), years("二〇二三年度"));
  }

  @Test
  void aSpanIsOneMention() {
    assertEquals(List.of("2023-2025"), years("《2023—2025年行动方案》"));
    assertEquals(List.of("2021-2023"), years("2021年至2023年"));
  }

  @Test
  void aFiveYearPlanIsItsFiveYears() {
    assertEquals(List.of("2021-2025"), years("“十四五”规划"));
    assertEquals(List.of("2026-2030"), years("十五五时期"));
    assertEquals(List.of("2006-2010"), years("第十一个五年规划纲要"));
  }

  @Test
  void numbersThatAreNoYearsAreLeftAlone() {
    assertEquals(List.of(), years("12345热线接听2023件，“八五”普法，第2024号"));
    assertEquals(List.of(), years("120231年"));
  }

  @Test
  void aYearBeforeAProjectsNameIsThatYear() {
    assertEquals(List.of("2022"), years("2022年后期扶持项目"));
  }
}
