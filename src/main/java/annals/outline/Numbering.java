package annals.outline;

import annals.text.ChineseNumerals;
import annals.text.Spaces;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of section numbers and of the points below sections. */
public final class Numbering {
  private static final String CHINESE = "[一二三四五六七八九十百]{1,5}";
  private static final String STARTS = "一二三四五六七八九十百（(第壹贰叁肆伍陆柒捌玖拾貳參叄陸IVX0123456789０１２３４５６７８９";

  private static final String CAPITALS = "壹贰叁肆伍陆柒捌玖拾";
  private static final String ROMAN_DIGITS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";

  /** What follows a number that no mark ends: a title apart from it, not 第一部分是 or 1.1万. */
  private static final String APART = "(?=[\\s\\u3000、：:.．]|$)";

  /** Short enough that the beginning of a longer line is never taken for it. */
  private static final String SHORT_TITLE = "(?=(?![是的为為在和与與及到至中])\\p{IsHan}{2,10}$)";

  /** 1.1万亿元 and 2.5个百分点 are quantities. */
  private static final String NO_MEASURE = "(?![\\s\\u3000]*[万萬亿億千百倍个個元吨公平立％%])";

  private static final Pattern SECTION =
      Pattern.compile(
          "(?<first>(?<v1>"
              + CHINESE
              + ")\\s?(?:、|[.．](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))))"
              + "|(?<second>[（(](?<v2>"
              + CHINESE
              + ")[）)][、.．]?)"
              + "|(?<third>(?<v3>[0-9０-９]{1,2})[.．、])(?:(?![0-9０-９])|(?=(?:19|20)[0-9]{2}年))"
              + "|(?<fourth>[（(](?<v4>[0-9０-９]{1,2})[）)][、.．]?)"
              + "|第\\s?(?<v5>"
              + CHINESE
              + "|[0-9０-９]{1,2})\\s?(?:(?<part>部[分份]|[篇编編])|(?<chapter>章)|[节節])"
              + "(?:"
              + APART
              + "[：:、.．]?|"
              + SHORT_TITLE
              + ")"
              + "|(?<capital>(?<v6>[壹贰叁肆伍陆柒捌玖拾貳參叄陸]{1,3})[、.．])"
              + "|(?<roman>(?:[IVX]{1,5}[.．、](?![A-Za-z])|["
              + ROMAN_DIGITS
              + "](?:[.．、]|(?=[\\s\\u3000]))))"
              + "|(?<decimal>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[.．][0-9]{1,2}){1,2})"
              + NO_MEASURE
              + "(?:[.．、](?![0-9])|(?=[\\s\\u3000\\p{IsHan}“]))");
  private static final Pattern BARE = Pattern.compile("(?<v>[1-9][0-9]?)[\\s\\u3000]+(?=\\S)");
  private static final Pattern POINT =
      Pattern.compile(
          "(?<![一二三四五六七八九十])(?<cn>[一二三四五六七八九十]{1,2})(?:是|要)(?![一二三四五六七八九十])"
              + "|第(?:[一二三四五六七八九十]{1,2})[，,、]"
              + "|(?<![0-9０-９.．])[1-9][0-9]?[.．、](?![0-9０-９])"
              + "|[①-⑳]");

  private Numbering() {}

  /**
   * The section number that a line begins with, if it begins with one. Leading spaces must be
   * stripped.
   */
  public static Optional<NumberMark> parse(String line) {
    if (line.isEmpty()
        || (STARTS.indexOf(line.charAt(0)) < 0 && ROMAN_DIGITS.indexOf(line.charAt(0)) < 0)) {
      return Optional.empty();
    }
    Matcher matcher = SECTION.matcher(line);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    NumberForm form = form(matcher);
    OptionalInt value = value(matcher, form);
    if (value.isEmpty() || value.getAsInt() == 0) {
      return Optional.empty();
    }
    String text = matcher.group();
    return Optional.of(
        new NumberMark(
            text,
            form,
            value.getAsInt(),
            behindSpaces(line, matcher.end()),
            isStandard(text, form)));
  }

  /** As {@link #parse}; of a heading, a number with nothing but a space behind it counts too. */
  public static Optional<NumberMark> parseHeading(String heading) {
    return parse(heading).or(() -> bare(heading));
  }

  /** {@code 1 工作总结}: a number only where something else says that it heads a section. */
  public static Optional<NumberMark> bare(String heading) {
    Matcher matcher = BARE.matcher(heading);
    return matcher.lookingAt()
        ? Optional.of(
            new NumberMark(
                matcher.group("v"),
                NumberForm.THIRD,
                Integer.parseInt(matcher.group("v")),
                matcher.end(),
                false))
        : Optional.empty();
  }

  private static NumberForm form(Matcher matcher) {
    if (matcher.group("first") != null) {
      return NumberForm.FIRST;
    }
    if (matcher.group("second") != null) {
      return NumberForm.SECOND;
    }
    if (matcher.group("third") != null) {
      return NumberForm.THIRD;
    }
    if (matcher.group("fourth") != null) {
      return NumberForm.FOURTH;
    }
    if (matcher.group("v5") != null) {
      return matcher.group("part") != null
          ? NumberForm.PART
          : matcher.group("chapter") != null ? NumberForm.CHAPTER : NumberForm.SECTION;
    }
    if (matcher.group("decimal") != null) {
      boolean two = matcher.group("decimal").split("[.．]").length == 2;
      return two ? NumberForm.DECIMAL : NumberForm.SUBDECIMAL;
    }
    return NumberForm.CAPITAL;
  }

  private static OptionalInt value(Matcher matcher, NumberForm form) {
    return switch (form) {
      case FIRST -> ChineseNumerals.parse(matcher.group("v1"));
      case SECOND -> ChineseNumerals.parse(matcher.group("v2"));
      case THIRD -> ChineseNumerals.parse(matcher.group("v3"));
      case FOURTH -> ChineseNumerals.parse(matcher.group("v4"));
      case PART, CHAPTER, SECTION -> ChineseNumerals.parse(matcher.group("v5"));
      case DECIMAL, SUBDECIMAL -> {
        String[] parts = matcher.group("decimal").split("[.．]");
        yield OptionalInt.of(Integer.parseInt(parts[parts.length - 1]));
      }
      case CAPITAL ->
          matcher.group("roman") != null
              ? roman(matcher.group("roman").replaceAll("[.．、]", ""))
              : capital(matcher.group("v6"));
    };
  }

  private static OptionalInt capital(String numeral) {
    StringBuilder plain = new StringBuilder();
    for (char c : numeral.replace('貳', '贰').replace('參', '叁').toCharArray()) {
      char simple = c == '叄' ? '叁' : c == '陸' ? '陆' : c;
      plain.append("一二三四五六七八九十".charAt(CAPITALS.indexOf(simple)));
    }
    return ChineseNumerals.parse(plain.toString());
  }

  private static OptionalInt roman(String numeral) {
    int single = ROMAN_DIGITS.indexOf(numeral.charAt(0));
    if (single >= 0) {
      return OptionalInt.of(single + 1);
    }
    int value = 0;
    int before = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int digit = numeral.charAt(i) == 'I' ? 1 : numeral.charAt(i) == 'V' ? 5 : 10;
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return OptionalInt.of(value);
  }

  private static int behindSpaces(String line, int end) {
    int behind = end;
    while (behind < line.length() && Spaces.isSpace(line.charAt(behind))) {
      behind++;
    }
    return behind;
  }

  private static boolean isStandard(String text, NumberForm form) {
    return switch (form) {
      case FIRST -> text.endsWith("、") && !text.contains(" ");
      case SECOND, FOURTH -> text.startsWith("（") && text.endsWith("）");
      case THIRD -> text.endsWith(".");
      case PART, CHAPTER, SECTION, CAPITAL, DECIMAL, SUBDECIMAL -> true;
    };
  }

  /** Matches the mark that opens a point: 一是, 二要, 第一，, 1. or ① inside a paragraph. */
  static Matcher points(String text) {
    return POINT.matcher(text);
  }
}
