package annals.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds placeholders: letters that stand where a name, a number or a word was taken out. They are
 * kept, shown as what they are, and never read as text or numbers.
 */
public final class Masks {
  /** {@code xx次}, {@code xxx％}, {@code XX大}; not {@code 3×4}, X光, “数据要素×”行动. */
  private static final Pattern LETTERS_X =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?!(?<=[\\u4e00-\\u9fff]{2})×[”」』])[xXｘＸ×]+(?![A-Za-z0-9光射线染])");

  /** {@code sss}, {@code **}, {@code ○○}: runs that stand for words. */
  private static final Pattern RUNS =
      Pattern.compile("(?<![A-Za-z0-9])s{2,}(?![A-Za-z0-9])|[*＊]{2,}|○{2,}|□{2,}");

  /** D for 党 between Chinese characters, as in D建, 治D, 建D102周年; not 3D打印, D级, 维生素D. */
  private static final Pattern PARTY =
      Pattern.compile(
          "(?<![A-Za-z0-9])D(?=[\\u4e00-\\u9fff])(?![级类座型栋区打盘幢股])"
              + "|(?<=[\\u4e00-\\u9fff])(?<!素)D(?![A-Za-z0-9级类座型栋区打盘幢股])"
              + "|(?<=建)D(?=[0-9]+周年)");

  /** A for a person's name inside a Chinese phrase; not A级, A股. */
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\u4e00-\\u9fff])A(?=[\\u4e00-\\u9fff])(?![级类股座型栋区档打])");

  private static final int X = 1;
  private static final int RUN = 2;
  private static final int D = 4;
  private static final int A = 8;
  private static final char FIRST_IDEOGRAPH = '\u4e00';
  private static final char LAST_IDEOGRAPH = '\u9fff';

  private Masks() {}

  /**
   * A placeholder.
   *
   * @param kind {@code x} (name or number), {@code run} (words), {@code D} (党), {@code A} (a name)
   */
  public record Mask(Span span, String kind) {}

  /** All placeholders of a text, by place; they do not overlap. */
  public static List<Mask> find(String text) {
    int kinds = possible(text);
    if (kinds == 0) {
      return List.of();
    }
    List<Mask> masks = new ArrayList<>();
    if ((kinds & X) != 0) {
      collect(LETTERS_X, "x", text, masks);
    }
    if ((kinds & RUN) != 0) {
      collect(RUNS, "run", text, masks);
    }
    if ((kinds & D) != 0) {
      collect(PARTY, "D", text, masks);
    }
    if ((kinds & A) != 0) {
      collect(NAME, "A", text, masks);
    }
    masks.sort(Comparator.comparingInt(mask -> mask.span().start()));
    return List.copyOf(masks);
  }

  /** The kinds whose characters the text has at all; most paragraphs have none. */
  private static int possible(String text) {
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < FIRST_IDEOGRAPH || c > LAST_IDEOGRAPH) {
        kinds |=
            switch (c) {
              case 'x', 'X', 'ｘ', 'Ｘ', '×' -> X;
              case 's', '*', '＊', '○', '□' -> RUN;
              case 'D' -> D;
              case 'A' -> A;
              default -> 0;
            };
      }
    }
    return kinds;
  }

  private static void collect(Pattern pattern, String kind, String text, List<Mask> masks) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      masks.add(new Mask(new Span(matcher.start(), matcher.end()), kind));
    }
  }
}
