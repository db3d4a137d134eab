package annals.figures;

import annals.text.ChineseNumerals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A number as written at one place of a text, with multipliers (万, 亿) and marks of vagueness (余, 多)
 * but without the measure word.
 *
 * @param form what it is written in
 * @param value its value; empty for a mask
 * @param vague whether 余, 多, 来 or 几 stands in it
 * @param end index just behind it
 */
record Quantity(Form form, Optional<BigDecimal> value, boolean vague, int end) {
  /** What a number is written in. */
  enum Form {
    DIGITS,
    NUMERALS,
    MASK
  }

  private static final int MOST_DIGITS = 18;
  private static final String MULTIPLIERS = "十百千万亿";
  private static final boolean[] STARTS = starts();
  private static final String VAGUE = "余多来几";

  /** The quantity that begins at the index; null if none does. */
  static Quantity at(String text, int index) {
    char c = text.charAt(index);
    if (isDigit(c)) {
      return digits(text, index);
    }
    if (isMask(c)) {
      int end = index;
      while (end < text.length() && (isMask(text.charAt(end)) || isMaskedPoint(text, end))) {
        end++;
      }
      return scaled(Form.MASK, null, text, end);
    }
    if (isNumeral(c)) {
      int end = index;
      while (end < text.length() && isNumeral(text.charAt(end))) {
        end++;
      }
      OptionalInt value = ChineseNumerals.parse(text.substring(index, end));
      return value.isEmpty()
          ? new Quantity(Form.NUMERALS, Optional.empty(), false, end)
          : scaled(Form.NUMERALS, BigDecimal.valueOf(value.getAsInt()), text, end);
    }
    return null;
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  static boolean isMask(char c) {
    return switch (c) {
      case 'x', 'X', 'ｘ', 'Ｘ', '×', '＊', '*' -> true;
      default -> false;
    };
  }

  /** Whether a number could begin with this character. */
  static boolean isStart(char c) {
    return STARTS[c & 0xff] && (isNumeral(c) || isDigit(c) || isMask(c));
  }

  /** By the low byte of a character, which alone tells that most begin no number. */
  private static boolean[] starts() {
    boolean[] starts = new boolean[0x100];
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      starts[c & 0xff] |= isNumeral((char) c) || isDigit((char) c) || isMask((char) c);
    }
    return starts;
  }

  private static boolean isNumeral(char c) {
    return switch (c) {
      case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '两' -> true;
      default -> false;
    };
  }

  private static boolean isMaskedPoint(String text, int index) {
    return text.charAt(index) == '.' && index + 1 < text.length() && isMask(text.charAt(index + 1));
  }

  private static Quantity digits(String text, int index) {
    long number = 0;
    int digits = 0;
    int decimals = 0;
    int end = index;
    boolean point = false;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isDigit(c)) {
        digits++;
        decimals += point ? 1 : 0;
        number = digits > MOST_DIGITS ? 0 : number * 10 + (c >= '０' ? c - '０' : c - '0');
      } else if ((c == '.' || c == '．') && !point && digitAt(text, end + 1)) {
        point = true;
      } else if (c != ',' || point || !isGroup(text, end + 1)) {
        break;
      }
      end++;
    }
    if (digits + (point ? 1 : 0) > MOST_DIGITS) {
      return new Quantity(Form.DIGITS, Optional.empty(), false, end);
    }
    return scaled(Form.DIGITS, BigDecimal.valueOf(number, decimals), text, end);
  }

  private static boolean digitAt(String text, int index) {
    return index < text.length() && isDigit(text.charAt(index));
  }

  /** Three digits and no fourth: the thousands of 12,800. */
  private static boolean isGroup(String text, int index) {
    return digitAt(text, index)
        && digitAt(text, index + 1)
        && digitAt(text, index + 2)
        && !digitAt(text, index + 3);
  }

  private static Quantity scaled(Form form, BigDecimal number, String text, int from) {
    BigDecimal value = number;
    boolean vague = false;
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (MULTIPLIERS.indexOf(c) >= 0) {
        value = value == null ? null : value.multiply(multiplier(c));
      } else if (VAGUE.indexOf(c) >= 0 && !vague) {
        vague = true;
      } else {
        break;
      }
      end++;
    }
    return new Quantity(form, Optional.ofNullable(value), vague, end);
  }

  private static BigDecimal multiplier(char c) {
    return BigDecimal.valueOf(
        switch (c) {
          case '十' -> 10L;
          case '百' -> 100L;
          case '千' -> 1_000L;
          case '万' -> 10_000L;
          default -> 100_000_000L;
        });
  }
}
