package annals.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairGrammarTest {
  private final PairGrammar grammar = new PairGrammar();

  private String readBack(String text) {
    grammar.read(text);
    StringBuilder back = new StringBuilder();
    for (int i = 0; i < grammar.length(); i++) {
      expand(grammar.symbol(i), back);
    }
    return back.toString();
  }

  private void expand(int symbol, StringBuilder out) {
    if (symbol < PairGrammar.FIRST_RULE) {
      out.append((char) symbol);
      return;
    }
    int rule = symbol - PairGrammar.FIRST_RULE;
    for (int i = 0; i < 2; i++) {
      int part = grammar.ruleSymbol(2 * rule + i);
      assertTrue(part < PairGrammar.FIRST_RULE + rule, "a rule uses earlier ones only");
      expand(part, out);
    }
  }

  @Test
  void anyTextIsReadBackWhateverCameBefore() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int letters = 1 + random.nextInt(40);
      for (int i = random.nextInt(900); i > 0; i--) {
        text.append(
            (char)
                (random.nextInt(20) == 0
                    ? random.nextInt(1 << 16)
                    : 'a' + random.nextInt(letters)));
      }
      assertEquals(text.toString(), readBack(text.toString()));
    }
  }

  @Test
  void runsOfOneCharacterAreReadBack() {
    for (int length = 0; length < 70; length++) {
      assertEquals("哈".repeat(length), readBack("哈".repeat(length)));
    }
  }

  @Test
  void whatRepeatsBecomesShort() {
    String text = "持续推进政务公开工作，".repeat(50);
    assertEquals(text, readBack(text));
    assertTrue(grammar.length() < text.length() / 4, grammar.length() + " symbols");
  }
}
