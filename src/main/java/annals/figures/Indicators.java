package annals.figures;

import annals.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the indicators of a sentence: value (or mask), measure word, and the noun beside them.
 *
 * <p>Only a number with a measure word counts, so hotlines (12345), years, dates, ordinals (第八个),
 * anniversaries (102周年) and sessions (十五届一次会议) are none. Chinese numerals count where they cannot
 * be part of a set phrase: outside quotation marks, from two up, and with a measure word that
 * phrases such as “四个意识” do not use.
 */
public final class Indicators {
  private static final int NOUN_LENGTH = 8;
  private static final String NUMERAL_MEASURES = "次项件份条名人户家场期篇册座处所亩支台辆轮批起间本套门块宗例";
  private static final String BEFORE_NOUN_END = "，。；：、！？“”《》（）()…—,;: 的了和与及并共";
  private static final String AFTER_NOUN_END = "，。；：、！？“”《》（）()…—,;: 的了和与及并赴被已均获全以从由为在于向到比上下左右中内外";
  private static final List<String> BOUNDS_BEFORE =
      List.of("近", "约", "逾", "超", "超过", "不少于", "不低于", "不超过", "突破", "将近", "至少", "不高于", "大约");
  private static final List<String> BOUNDS_AFTER = List.of("以上", "以下", "左右", "以内", "上下", "多");

  /** Numbers of set phrases: 五项原则, 八项主张. */
  private static final List<String> OF_DOCTRINES = List.of("原则", "主张", "规定");

  private static final List<String> RANKS = List.of("名", "位");
  private static final String NOT_BEFORE_RANKS = "目此之日以先提年";

  private static final String OPENERS = "“《";
  private static final String CLOSERS = "”》";
  private static final List<String> LINKS =
      List.of("稳定在", "控制在", "达到", "增至", "升至", "降至", "扩大到", "增加到", "提高到", "达", "到", "为", "至");
  private static final List<String> QUALIFIERS = List.of("全年", "年内", "累计", "先后", "共计", "新增", "预计");

  private Indicators() {}

  /** The indicators of a text in the order in which they stand. */
  public static List<Indicator> in(String text) {
    return find(text, Integer.MAX_VALUE);
  }

  /** Whether a text has an indicator. */
  public static boolean isAnyIn(String text) {
    return !find(text, 1).isEmpty();
  }

  private static List<Indicator> find(String text, int most) {
    List<Indicator> found = new ArrayList<>();
    int quotes = 0;
    int i = 0;
    while (i < text.length() && found.size() < most) {
      char c = text.charAt(i);
      if (c == '“' || c == '《') {
        quotes++;
      } else if ((c == '”' || c == '》') && quotes > 0) {
        quotes--;
      } else if (c == '百' && text.startsWith("百分之", i)) {
        i = percent(text, i, found);
        continue;
      } else if (Quantity.isStart(c)) {
        i = quantity(text, i, quotes > 0, found);
        continue;
      }
      i++;
    }
    return List.copyOf(found);
  }

  /** 百分之八十 is 80%. */
  private static int percent(String text, int start, List<Indicator> found) {
    int number = start + 3;
    Quantity quantity =
        number < text.length() && Quantity.isStart(text.charAt(number))
            ? Quantity.at(text, number)
            : null;
    if (quantity == null) {
      return number;
    }
    if (quantity.form() == Quantity.Form.MASK || quantity.value().isPresent()) {
      found.add(indicator(text, new Span(start, quantity.end()), quantity, "%", found));
    }
    return quantity.end();
  }

  private static int quantity(String text, int start, boolean quoted, List<Indicator> found) {
    Quantity quantity = Quantity.at(text, start);
    int end = quantity.end();
    boolean digits = quantity.form() == Quantity.Form.DIGITS;
    if (quantity.form() != Quantity.Form.MASK && quantity.value().isEmpty()) {
      return end;
    }
    if (isPartOfName(text, start, quantity)) {
      return end;
    }
    String measure = Measures.at(text, end, digits);
    if (measure == null || isRank(text, start, measure)) {
      return end;
    }
    Span span = new Span(start, end + measure.length());
    boolean counts =
        switch (quantity.form()) {
          case DIGITS -> !isRoundTheClock(text, quantity, measure, span.end());
          case MASK -> true;
          case NUMERALS -> !quoted && isSafeNumeral(text, quantity, measure, span);
        };
    if (counts) {
      found.add(indicator(text, span, quantity, measure, found));
    }
    return span.end();
  }

  /** Ordinals, sessions, and numbers glued to Latin letters or to a sign (PM2.5, 7×24, 6·20). */
  private static boolean isPartOfName(String text, int start, Quantity quantity) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    boolean glued =
        (before < 0x80 && Character.isLetter(before) && !Quantity.isMask(before))
            || before == '·'
            || (before == '×' && quantity.form() == Quantity.Form.DIGITS);
    return glued || before == '第' || before == '届';
  }

  /** 前3名 is a place, 目前3名 a count. */
  private static boolean isRank(String text, int start, String measure) {
    return start > 0
        && text.charAt(start - 1) == '前'
        && RANKS.contains(measure)
        && (start == 1 || NOT_BEFORE_RANKS.indexOf(text.charAt(start - 2)) < 0);
  }

  private static boolean isSafeNumeral(String text, Quantity quantity, String measure, Span span) {
    if (quantity.value().orElseThrow().compareTo(BigDecimal.TWO) < 0
        || NUMERAL_MEASURES.indexOf(measure.charAt(0)) < 0
        || standsAt(text, span.end(), OF_DOCTRINES)) {
      return false;
    }
    boolean again = measure.equals("次") && text.startsWith("二次", span.start());
    return !again && (!measure.equals("次") || !isSession(text, span));
  }

  /** 十五届一次、二次、三次会议: numbered sessions, not a count of them. */
  private static boolean isSession(String text, Span span) {
    int i = span.end();
    while (i + 2 < text.length() && text.charAt(i) == '、' && text.charAt(i + 2) == '次') {
      i += 3;
    }
    String clause = text.substring(Math.max(0, span.start() - 8), span.start());
    return clause.contains("届") && (text.startsWith("会", i) || text.startsWith("全", i));
  }

  /** 24小时热线 names a service; 缩短到24小时以内 is a figure. */
  private static boolean isRoundTheClock(
      String text, Quantity quantity, String measure, int behind) {
    return measure.equals("小时")
        && quantity.value().orElseThrow().compareTo(BigDecimal.valueOf(24)) == 0
        && behind < text.length()
        && BEFORE_NOUN_END.indexOf(text.charAt(behind)) < 0
        && !text.startsWith("内", behind)
        && !text.startsWith("以内", behind);
  }

  private static Indicator indicator(
      String text, Span span, Quantity quantity, String measure, List<Indicator> found) {
    boolean approximate =
        quantity.vague()
            || standsAt(text, span.end(), BOUNDS_AFTER)
            || withoutSuffix(text, 0, span.start(), BOUNDS_BEFORE) < span.start()
            || isRangeEnd(text, span.start());
    Optional<BigDecimal> value = quantity.value().map(Indicators::plain);
    int from = found.isEmpty() ? 0 : found.getLast().span().end();
    return new Indicator(value, approximate, measure, noun(text, span, from), span);
  }

  /** Without trailing zeros and without an exponent, so that equal values are equal objects. */
  private static BigDecimal plain(BigDecimal value) {
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The 15 of 10—15家. */
  private static boolean isRangeEnd(String text, int start) {
    return start >= 2
        && "—–-－~～至".indexOf(text.charAt(start - 1)) >= 0
        && Quantity.isDigit(text.charAt(start - 2));
  }

  /**
   * What follows the measure word, or else what stands before the number, within the clause and
   * behind {@code from}.
   */
  private static String noun(String text, Span span, int from) {
    int end = span.end();
    while (end < text.length()
        && end - span.end() < NOUN_LENGTH
        && AFTER_NOUN_END.indexOf(text.charAt(end)) < 0
        && !Quantity.isDigit(text.charAt(end))) {
      end++;
    }
    if (end - span.end() >= 2) {
      return text.substring(span.end(), end);
    }
    int last =
        withoutSuffix(text, from, withoutSuffix(text, from, span.start(), BOUNDS_BEFORE), LINKS);
    if (last > from && CLOSERS.indexOf(text.charAt(last - 1)) >= 0) {
      return quotedBefore(text, from, last - 1);
    }
    int start = last;
    while (start > from
        && last - start < NOUN_LENGTH
        && BEFORE_NOUN_END.indexOf(text.charAt(start - 1)) < 0
        && !Quantity.isDigit(text.charAt(start - 1))) {
      start--;
    }
    String noun = text.substring(start, last);
    for (String word : QUALIFIERS) {
      if (noun.startsWith(word) && noun.length() > word.length()) {
        return noun.substring(word.length());
      }
    }
    return noun;
  }

  private static boolean standsAt(String text, int index, List<String> words) {
    for (String word : words) {
      if (text.startsWith(word, index)) {
        return true;
      }
    }
    return false;
  }

  private static int withoutSuffix(String text, int from, int end, List<String> suffixes) {
    for (String suffix : suffixes) {
      int start = end - suffix.length();
      if (start >= from && text.startsWith(suffix, start)) {
        return start;
      }
    }
    return end;
  }

  /** What the quotation marks that close at the index hold, if they open behind {@code from}. */
  private static String quotedBefore(String text, int from, int close) {
    char opener = OPENERS.charAt(CLOSERS.indexOf(text.charAt(close)));
    int open = text.lastIndexOf(opener, close);
    return open >= from && close - open <= 2 * NOUN_LENGTH ? text.substring(open + 1, close) : "";
  }
}
