package annals.reader;

import java.util.Locale;

/** How automatic numbers of word processors are written. */
enum NumberFormat {
  DECIMAL,
  DECIMAL_ZERO,
  FULL_WIDTH,
  CIRCLED,
  IN_PARENTHESES,
  /** 十一, 一百二十三. */
  CHINESE,
  /** 一一, 一二三. */
  CHINESE_DIGITS,
  /** 壹, 贰. */
  CHINESE_LEGAL,
  HEAVENLY_STEMS,
  EARTHLY_BRANCHES,
  UPPER_LETTER,
  LOWER_LETTER,
  UPPER_ROMAN,
  LOWER_ROMAN,
  BULLET,
  NONE;

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";

  /** The format of a word in {@code w:numFmt} or {@code style:num-format}. */
  static NumberFormat of(String word) {
    return switch (word) {
      case "chineseCounting",
          "chineseCountingThousand",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "japaneseCounting",
          "koreanCounting",
          "一, 二, 三, ..." ->
          CHINESE;
      case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> CHINESE_DIGITS;
      case "chineseLegalSimplified", "ideographLegalTraditional", "壹, 贰, 叁, ..." -> CHINESE_LEGAL;
      case "ideographTraditional", "甲, 乙, 丙, ..." -> HEAVENLY_STEMS;
      case "ideographZodiac", "子, 丑, 寅, ..." -> EARTHLY_BRANCHES;
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "①, ②, ③, ..." -> CIRCLED;
      case "decimalEnclosedParen" -> IN_PARENTHESES;
      case "decimalFullWidth", "decimalFullWidth2" -> FULL_WIDTH;
      case "decimalZero" -> DECIMAL_ZERO;
      case "upperLetter", "A" -> UPPER_LETTER;
      case "lowerLetter", "a" -> LOWER_LETTER;
      case "upperRoman", "I" -> UPPER_ROMAN;
      case "lowerRoman", "i" -> LOWER_ROMAN;
      case "bullet" -> BULLET;
      case "none", "" -> NONE;
      default -> DECIMAL;
    };
  }

  /** The format of an {@code nfc} code, as Word 97 to 2003 has it. */
  static NumberFormat of(int code) {
    return switch (code) {
      case 1 -> UPPER_ROMAN;
      case 2 -> LOWER_ROMAN;
      case 3 -> UPPER_LETTER;
      case 4 -> LOWER_LETTER;
      case 10, 17 -> CHINESE_DIGITS;
      case 11, 33, 35, 36, 37, 39 -> CHINESE;
      case 14, 19 -> FULL_WIDTH;
      case 18, 28, 29 -> CIRCLED;
      case 22 -> DECIMAL_ZERO;
      case 23 -> BULLET;
      case 26 -> IN_PARENTHESES;
      case 30 -> HEAVENLY_STEMS;
      case 31 -> EARTHLY_BRANCHES;
      case 34, 38 -> CHINESE_LEGAL;
      case 255 -> NONE;
      default -> DECIMAL;
    };
  }

  /** A number as text; one that the format cannot write is written in digits. */
  String write(int number) {
    String decimal = Integer.toString(number);
    return switch (this) {
      case DECIMAL -> decimal;
      case DECIMAL_ZERO -> number < 10 && number >= 0 ? "0" + decimal : decimal;
      case FULL_WIDTH -> shifted(decimal, '０');
      case CIRCLED -> inRange(number, 1, 20) ? String.valueOf((char) ('①' + number - 1)) : decimal;
      case IN_PARENTHESES ->
          inRange(number, 1, 20) ? String.valueOf((char) ('⑴' + number - 1)) : decimal;
      case CHINESE -> inRange(number, 1, 999) ? chinese(number) : decimal;
      case CHINESE_DIGITS -> spelled(decimal, DIGITS);
      case CHINESE_LEGAL -> spelled(decimal, LEGAL);
      case HEAVENLY_STEMS ->
          inRange(number, 1, 10) ? "甲乙丙丁戊己庚辛壬癸".substring(number - 1, number) : decimal;
      case EARTHLY_BRANCHES ->
          inRange(number, 1, 12) ? "子丑寅卯辰巳午未申酉戌亥".substring(number - 1, number) : decimal;
      case UPPER_LETTER -> letters(number, decimal);
      case LOWER_LETTER -> letters(number, decimal).toLowerCase(Locale.ROOT);
      case UPPER_ROMAN -> roman(number, decimal);
      case LOWER_ROMAN -> roman(number, decimal).toLowerCase(Locale.ROOT);
      case BULLET, NONE -> "";
    };
  }

  private static boolean inRange(int number, int from, int to) {
    return number >= from && number <= to;
  }

  private static String chinese(int number) {
    int hundreds = number / 100;
    int tens = number / 10 % 10;
    int ones = number % 10;
    StringBuilder text = new StringBuilder();
    if (hundreds > 0) {
      text.append(DIGITS.charAt(hundreds)).append('百');
    }
    if (tens > 0) {
      text.append(tens == 1 && hundreds == 0 ? "" : DIGITS.substring(tens, tens + 1)).append('十');
    } else if (hundreds > 0 && ones > 0) {
      text.append('零');
    }
    return text.append(ones > 0 ? DIGITS.substring(ones, ones + 1) : "").toString();
  }

  private static String spelled(String decimal, String digits) {
    StringBuilder text = new StringBuilder();
    for (char c : decimal.toCharArray()) {
      text.append(c >= '0' && c <= '9' ? digits.charAt(c - '0') : c);
    }
    return text.toString();
  }

  private static String shifted(String decimal, char zero) {
    StringBuilder text = new StringBuilder();
    for (char c : decimal.toCharArray()) {
      text.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
    }
    return text.toString();
  }

  private static String letters(int number, String decimal) {
    return inRange(number, 1, 780)
        ? String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1)
        : decimal;
  }

  private static String roman(int number, String decimal) {
    if (!inRange(number, 1, 3999)) {
      return decimal;
    }
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    StringBuilder text = new StringBuilder();
    int rest = number;
    for (int i = 0; i < values.length; i++) {
      while (rest >= values[i]) {
        text.append(signs[i]);
        rest -= values[i];
      }
    }
    return text.toString();
  }
}
