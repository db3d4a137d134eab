package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {
  private static List<String> masks(String text) {
    return Masks.find(text).stream().map(m -> m.kind() + ":" + m.span().of(text)).toList();
  }

  @Test
  void lettersThatStandForNamesAndNumbersAreMasks() {
    assertEquals(List.of("x:xx", "x:x", "x:xxx"), masks("xx次、同比增加x%，达到xxx％"));
    assertEquals(List.of("x:XX"), masks("党的XX大"));
    assertEquals(List.of("run:sss", "run:ss"), masks("“sss、ss”活动"));
  }

  @Test
  void aSingleDStandsForTheParty() {
    assertEquals(List.of("D:D", "D:D", "D:D"), masks("管D治D、建D102周年"));
    assertEquals(List.of("D:D"), masks("2名预备D按期转正"));
  }

  @Test
  void aSingleAInsideAPhraseStandsForAName() {
    assertEquals(List.of("A:A"), masks("6次跟进学A最新重要讲话精神"));
  }

  @Test
  void ordinaryLettersAreNoMasks() {
    assertEquals(List.of(), masks("GDP、PPT、3D打印、维生素D、D级危房、A级景区、4A级、X光片、60×90、5G"));
    assertEquals(List.of(), masks("深化“数据要素×”三年行动"));
    assertEquals(List.of("x:××", "x:×"), masks("“××”活动，约×万元"));
  }
}
