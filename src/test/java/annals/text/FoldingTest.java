package annals.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void widthCaseAndRadicalsDoNotMatter() {
    assertEquals("gdp12%(办公⾏".replace('⾏', '行'), Folding.fold("ＧＤＰ１２％（办公⾏").text());
  }

  @Test
  void spacesAreDropped() {
    assertEquals("一体化建设", Folding.fold("一 体　化\u200b建\n设").text());
  }

  @Test
  void everyFoldedCharacterKnowsItsOrigin() {
    String text = "甲 ㎡乙😀丙";
    Folding.Folded folded = Folding.fold(text);
    assertEquals("甲m2乙😀丙", folded.text());
    assertEquals(folded.text().length(), folded.origin().length);
    assertEquals(2, folded.origin()[1]);
    assertEquals(2, folded.origin()[2]);
    assertEquals(text.indexOf('丙'), folded.origin()[folded.text().indexOf('丙')]);
  }

  @Test
  void everyCharacterFoldsToItsCompatibleFormInLowerCaseWithoutSpaces() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (!Character.isDefined(c) || (c <= 0xffff && Character.isSurrogate((char) c))) {
        continue;
      }
      String character = Character.toString(c);
      StringBuilder expected = new StringBuilder();
      Normalizer.normalize(character, Normalizer.Form.NFKC)
          .toLowerCase(Locale.ROOT)
          .chars()
          .filter(unit -> !Spaces.isSpace((char) unit))
          .forEach(unit -> expected.append((char) unit));
      assertEquals(expected.toString(), Folding.text(character), () -> "of " + character);
      assertEquals(Folding.fold(character).text(), Folding.text(character));
    }
  }
}
