package annals.text;

import java.util.OptionalInt;

/**
 * Reads the numerals that number sections and years: 一…九千九百九十九, 〇, 两, and digits of either width.
 */
public final class ChineseNumerals {
  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseNumerals() {}

  /** The value of a numeral such as 十二, 一百零三, 二〇二三, 12 or １２; empty if it is none. */
  public static OptionalInt parse(String numeral) {
    if (numeral.isEmpty() || numeral.length() > 9) {
      return OptionalInt.empty();
    }
    OptionalInt plain = positional(numeral);
    return plain.isPresent() ? plain : multiplied(numeral);
  }

  /** 2023, ２０２３, 二〇二三: one digit after another. */
  private static OptionalInt positional(String numeral) {
    int value = 0;
    for (int i = 0; i < numeral.length(); i++) {
      int digit = digit(numeral.charAt(i));
      if (digit < 0) {
        return OptionalInt.empty();
      }
      value = value * 10 + digit;
    }
    return OptionalInt.of(value);
  }

  /** 二十三, 一百零五: digits with multipliers. */
  private static OptionalInt multiplied(String numeral) {
    int total = 0;
    int pending = -1;
    int smallest = Integer.MAX_VALUE;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int multiplier = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
      if (multiplier == 0) {
        int digit = digit(c);
        if (digit < 0 || pending > 0) {
          return OptionalInt.empty();
        }
        pending = digit;
      } else {
        if (multiplier >= smallest || pending == 0 || (pending < 0 && i > 0)) {
          return OptionalInt.empty();
        }
        total += (pending < 0 ? 1 : pending) * multiplier;
        pending = -1;
        smallest = multiplier;
      }
    }
    return OptionalInt.of(total + Math.max(pending, 0));
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= '０' && c <= '９') {
      return c - '０';
    }
    return switch (c) {
      case '零', '○', 'Ｏ' -> 0;
      case '两' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }
}
