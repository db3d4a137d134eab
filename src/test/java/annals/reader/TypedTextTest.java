package annals.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How far a heading goes in a paragraph, by the types it is set in. */
class TypedTextTest {
  private static TypedText text(Object... runs) {
    TypedText text = new TypedText();
    for (int i = 0; i < runs.length; i += 2) {
      text.append((String) runs[i], (Integer) runs[i + 1], false);
    }
    return text;
  }

  @Test
  void digitsAndMarksOfALatinTypeDoNotEndAHeading() {
    TypedText heading = text("（一）打赢“", 2, "8·12”", 0, "特大暴雨抢险硬仗", 2);
    assertEquals(heading.length(), heading.lead());
    assertEquals(2, heading.leadLevel());
  }

  @Test
  void aRunInHeadingEndsWhereTheTypeOfRunningTextBegins() {
    assertEquals(8, text("（一）建成泵站。", 2, "全年建成3座。", 0).lead());
    assertEquals(8, text("（一）建成泵站。", 2, "“", 0, "两站”建成。", 0).lead());
  }
}
