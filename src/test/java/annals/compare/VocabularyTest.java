package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.outline.Outline;
import annals.outline.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void aPassageHasTheTermsOfItsWholeText() {
    Random random = new Random(3);
    String alphabet = "河道清淤 图书采购，。；！？!?.“”《》（）)\"12.5３％abＣ\u3000\u00a0\u200b㎡🚀";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("文");
      for (int i = random.nextInt(60); i > 0; i--) {
        int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
        text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
      }
      Outline outline =
          Reports.outline("# 县林场2022年工作总结\n\n## 一、工作\n\n" + text + "\n\n- 表彰" + text + "\n");
      for (Passage passage : outline.sections().getFirst().body()) {
        Vocabulary vocabulary = Vocabulary.of(Stream.of(outline));
        TermTable table = new TermTable(16);
        Terms whole = Terms.of(BlockText.of(passage.block()), table);
        Terms terms = vocabulary.terms(passage);
        assertEquals(pattern(whole), pattern(terms), text::toString);
      }
    }
  }

  @Test
  void clausesEndAtTheirMarksAndEmptyOnesDoNotCount() {
    Terms terms = Terms.of("，，推进改革；。完成（一期）工程：", new TermTable(8));
    assertEquals(2, terms.clauses());
    assertEquals(3, terms.clauseEnd(0));
    assertEquals(terms.size(), terms.clauseEnd(1));
  }

  /** The terms by the order in which they first come, so that other numbers make no difference. */
  private static List<Integer> pattern(Terms terms) {
    List<Integer> seen = new ArrayList<>();
    List<Integer> pattern = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (!seen.contains(terms.number(i))) {
        seen.add(terms.number(i));
      }
      pattern.add(seen.indexOf(terms.number(i)));
    }
    return pattern;
  }
}
