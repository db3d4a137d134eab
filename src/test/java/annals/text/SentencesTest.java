package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> split(String text) {
    return Sentences.split(text).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void aSentenceEndsBehindItsFullStop() {
    assertEquals(List.of("办结12件。", "余下3件明年办。"), split("办结12件。余下3件明年办。"));
  }

  @Test
  void semicolonsAndColonsDoNotEndASentence() {
    assertEquals(List.of("目标是：办结率98%；满意率95%。"), split("目标是：办结率98%；满意率95%。"));
  }

  @Test
  void closingQuotesBelongToTheSentenceTheyClose() {
    assertEquals(List.of("做到“事事有回音。”", "同时抓督办。"), split("做到“事事有回音。”同时抓督办。"));
  }

  @Test
  void aFullStopInsideATitleOfAWorkEndsNothing() {
    assertEquals(List.of("学习《为什么？怎么办？》一书。"), split("学习《为什么？怎么办？》一书。"));
  }

  @Test
  void spacesBetweenSentencesBelongToNeither() {
    assertEquals(List.of("一。", "二。", "三"), split("　一。 二。\u200b　三 "));
  }

  @Test
  void aBlankTextHasNoSentence() {
    assertEquals(List.of(), split(" 　"));
  }

  @Test
  void everyVisibleCharacterIsInExactlyOneSentence() {
    String text = "甲。乙！丙？”丁；戊：己《庚。》辛。。壬";
    StringBuilder joined = new StringBuilder();
    split(text).forEach(joined::append);
    assertEquals(text, joined.toString());
  }
}
