package annals.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IndicatorsTest {
  @TestFactory
  Stream<DynamicTest> findsWhatTheSpecificationSays() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[1].strip(),
                    () -> assertEquals(row[2].strip(), written(Indicators.in(row[1].strip())))));
  }

  @Test
  void everySpanHoldsTheNumberAndItsMeasure() {
    Random random = new Random(7);
    String alphabet = "0123456789.,%x一二三十百千万亿余多件次个人户年月第届会议“”《》，。近约以上";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String sentence = text.toString();
      int end = 0;
      for (Indicator indicator : Indicators.in(sentence)) {
        assertTrue(indicator.span().start() >= end, sentence);
        end = indicator.span().end();
        assertTrue(indicator.span().of(sentence).endsWith(indicator.measure()), sentence);
        assertFalse(
            indicator.masked() && indicator.span().of(sentence).matches("[0-9.]+."), sentence);
      }
    }
  }

  @Test
  void figuresAreTheSameAcrossWaysOfWritingThem() {
    Indicator digits = Indicators.in("投入1.2亿元").getFirst();
    Indicator units = Indicators.in("支出12000万元").getFirst();
    Indicator masked = Indicators.in("支出xx万元").getFirst();
    assertTrue(digits.sameFigure(units));
    assertFalse(masked.sameFigure(masked));
  }

  @Test
  void absurdlyLongNumbersAreLeftAlone() {
    assertEquals(List.of(), Indicators.in("9".repeat(20_000) + "件"));
    assertEquals(List.of(), Indicators.in("千".repeat(20_000) + "件"));
  }

  private static String written(List<Indicator> indicators) {
    return indicators.stream()
        .map(
            i ->
                (i.approximate() ? "~" : "")
                    + i.value().map(v -> v.toPlainString()).orElse("?")
                    + " "
                    + i.measure()
                    + (i.noun().isEmpty() ? "" : " (" + i.noun() + ")"))
        .collect(Collectors.joining("; "));
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream in = IndicatorsTest.class.getResourceAsStream("/spec/indicators.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("| ") && !line.startsWith("| sentence"))
          .map(line -> line.split("\\|", -1))
          .toList();
    }
  }
}
