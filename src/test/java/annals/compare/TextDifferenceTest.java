package annals.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.compare.YearComparison.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
  @Test
  void numbersChangeAsAWhole() {
    TextDifference difference = TextDifference.between("全年办结来信16件。", "全年办结来信160件。");
    assertEquals("全年办结来信[16]件。", marked(difference.older()));
    assertEquals("全年办结来信[160]件。", marked(difference.newer()));
  }

  @Test
  void latinWordsAndDecimalsChangeAsAWhole() {
    TextDifference difference = TextDifference.between("购置MRI设备，投入1.25亿元。", "购置MRA设备，投入1.35亿元。");
    assertEquals("购置[MRI]设备，投入[1.25]亿元。", marked(difference.older()));
    assertEquals("购置[MRA]设备，投入[1.35]亿元。", marked(difference.newer()));
  }

  @Test
  void loneCharactersBetweenChangesAreNotKept() {
    TextDifference difference =
        TextDifference.between("扎实推进图书采购的前期论证，按期验收。", "稳妥开展读者服务的流程再造，按期验收。");
    for (List<Run> runs : List.of(difference.older(), difference.newer())) {
      for (int i = 1; i + 1 < runs.size(); i++) {
        assertTrue(runs.get(i).changed() || runs.get(i).text().length() > 1, runs.toString());
      }
    }
  }

  @Test
  void textsWithLittleInCommonAreChangedAltogether() {
    TextDifference difference = TextDifference.between("公开招聘两名修复师。", "河道清淤三十公里，两岸绿化。");
    assertEquals(List.of(new Run("公开招聘两名修复师。", true)), difference.older());
    assertEquals(1, difference.newer().size());
  }

  @Test
  void equalTextsAreOneKeptRunAndEmptyOnesNone() {
    assertEquals(List.of(new Run("不变", false)), TextDifference.between("不变", "不变").newer());
    assertTrue(TextDifference.between("不变", "不变").same());
    TextDifference added = TextDifference.between("", "新增一段");
    assertEquals(List.of(), added.older());
    assertEquals(List.of(new Run("新增一段", true)), added.newer());
    assertFalse(added.same());
  }

  @Test
  void theRunsOfEachSideAreItsTextAndTheKeptOnesAreTheSame() {
    Random random = new Random(3);
    String alphabet = "的一是在了和有大这中0123456789.abXY，。“”《》 \n😀𠀀年会件";
    for (int round = 0; round < 3000; round++) {
      String older = text(random, alphabet, 80);
      String newer =
          random.nextInt(3) == 0 ? text(random, alphabet, 80) : edited(random, older, alphabet);
      TextDifference difference = TextDifference.between(older, newer);
      assertEquals(older, joined(difference.older()));
      assertEquals(newer, joined(difference.newer()));
      assertEquals(kept(difference.older()), kept(difference.newer()));
      assertNoEmptyRun(difference.older());
      assertNoHalfNumber(difference.older());
      assertNoHalfNumber(difference.newer());
    }
  }

  @Test
  void twentyThousandCharactersOfOneKindAreNoTrouble() {
    String older = "一".repeat(20_000);
    String newer = "二" + "一".repeat(9_000) + "三" + "一".repeat(9_000) + "四";
    TextDifference difference = TextDifference.between(older, newer);
    assertEquals(older, joined(difference.older()));
    assertEquals(newer, joined(difference.newer()));
    assertEquals(18_000, kept(difference.newer()).length());
  }

  private static void assertNoEmptyRun(List<Run> runs) {
    for (Run run : runs) {
      assertFalse(run.text().isEmpty());
    }
  }

  private static void assertNoHalfNumber(List<Run> runs) {
    for (int i = 1; i < runs.size(); i++) {
      String before = runs.get(i - 1).text();
      boolean cut =
          Character.isDigit(before.charAt(before.length() - 1))
              && Character.isDigit(runs.get(i).text().charAt(0));
      assertFalse(cut, runs.toString());
    }
  }

  private static String edited(Random random, String text, String alphabet) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = random.nextInt(6); i > 0 && !edited.isEmpty(); i--) {
      int at = random.nextInt(edited.length());
      if (random.nextBoolean()) {
        edited.insert(at, text(random, alphabet, 6));
      } else {
        edited.delete(at, Math.min(edited.length(), at + random.nextInt(8)));
      }
    }
    return edited.toString();
  }

  private static String text(Random random, String alphabet, int most) {
    int[] characters = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }

  private static String joined(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  private static String kept(List<Run> runs) {
    return runs.stream().filter(run -> !run.changed()).map(Run::text).collect(Collectors.joining());
  }

  private static String marked(List<Run> runs) {
    return runs.stream()
        .map(run -> run.changed() ? "[" + run.text() + "]" : run.text())
        .collect(Collectors.joining());
  }
}
