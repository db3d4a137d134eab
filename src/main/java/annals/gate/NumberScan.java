package annals.gate;

import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds personal numbers among the digits of a text: identity numbers with their check digit,
 * mobile numbers, bank cards by Luhn. Digits may be full-width, set in groups, or cut by markup.
 */
final class NumberScan {
  private static final int SHORTEST = 11;
  private static final String PROVINCES =
      "|11|12|13|14|15|21|22|23|31|32|33|34|35|36|37|41|42|43|44|45|46|50|51|52|53|54|61|62|63|64|65|71|81|82|83|";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final Pattern DATE_18 =
      Pattern.compile("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
  private static final Pattern DATE_15 =
      Pattern.compile("\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
  private static final Pattern CARD =
      Pattern.compile("62\\d+|4\\d{15}|5[1-5]\\d{14}|35\\d{14}|9558\\d+|60\\d{14,17}");

  /** What makes a number a reference to a thing: 订单号：, 受理编号. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:单号|订单|(?<!证件|身份证|证)编号|案号|文号|票号|发票|流水|受理号|许可证号|备案号|序列号|批号|货号|条码|代码|信用代码"
              + "|登记号|合同号|工单号?|运单号?|档号|索书号|批准文号|机号|车架号|标识码|册号|编码|版号|户号|表号|设备号"
              + "|ISBN|ISSN|IMEI|SN|No\\.?|NO\\.?|№|QQ群?|SHA-?\\d+)[号码为是]?[^0-9\\u4e00-\\u9fff。；，]{0,4}$");

  private static final Pattern MEASURE =
      Pattern.compile("^\\s?(?:余|多)?(?:[元万亿吨度米人次件项户册字个条张份台套辆亩升克股秒分]|千|平方|立方|公[里斤顷]|％|%|℃)");

  private final String text;
  private final Consumer<Hit> found;

  NumberScan(String text, Consumer<Hit> found) {
    this.text = text;
    this.found = found;
  }

  /** A run of digits that nothing a reader sees interrupts. */
  private record Token(int start, int end, String digits, char separatorBefore) {}

  static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
  }

  /**
   * Looks at the digits that begin at a place.
   *
   * @return the index behind the last of them
   */
  int from(int start) {
    int end = start;
    int count = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (digit(c) >= 0) {
        count++;
        end = i + 1;
      } else if (i - end >= 4 || !isMarkup(c) && !(isSeparator(c) && i == separatorPlace(end))) {
        break;
      }
    }
    if (count >= SHORTEST) {
      look(tokens(start, end));
    }
    return end;
  }

  /** The first character behind a place that is no markup: there a single separator may stand. */
  private int separatorPlace(int from) {
    int i = from;
    while (i < text.length() && isMarkup(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isMarkup(char c) {
    return c == '*'
        || c == '_'
        || c == '`'
        || c == '\\'
        || c == '~'
        || c >= '\u200b' && c <= '\u200f'
        || c == '\u2060'
        || c == '\ufeff'
        || c == '\u00ad';
  }

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c == '-'
        || c == '－'
        || c == '‐'
        || c == '–'
        || c == '.'
        || c == '·';
  }

  private List<Token> tokens(int start, int end) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    int tokenStart = start;
    int tokenEnd = start;
    char before = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int digit = digit(c);
      if (digit >= 0) {
        if (digits.isEmpty()) {
          tokenStart = i;
        }
        digits.append((char) ('0' + digit));
        tokenEnd = i + 1;
      } else if (isSeparator(c)) {
        tokens.add(new Token(tokenStart, tokenEnd, digits.toString(), before));
        digits.setLength(0);
        before = c == ' ' || c == '\u00a0' || c == '\u3000' ? ' ' : c;
      }
    }
    tokens.add(new Token(tokenStart, tokenEnd, digits.toString(), before));
    return tokens;
  }

  private void look(List<Token> tokens) {
    for (int from = 0; from < tokens.size(); from++) {
      StringBuilder digits = new StringBuilder();
      StringBuilder groups = new StringBuilder();
      for (int to = from; to < tokens.size() && digits.length() <= 19; to++) {
        digits.append(tokens.get(to).digits());
        groups.append(tokens.get(to).digits().length()).append('-');
        boolean free = isFree(tokens, from, to);
        if (digits.length() >= SHORTEST
            && free
            && told(tokens, from, to, digits.toString(), groups.toString())) {
          from = to;
          break;
        }
      }
    }
  }

  /** Whether no hyphen or point ties the tokens to digits before or behind, but for +86. */
  private static boolean isFree(List<Token> tokens, int from, int to) {
    char before = tokens.get(from).separatorBefore();
    boolean country = from > 0 && tokens.get(from - 1).digits().matches("(?:00)?86|0");
    char behind = to + 1 < tokens.size() ? tokens.get(to + 1).separatorBefore() : 0;
    return (before == 0 || before == ' ' || country) && (behind == 0 || behind == ' ');
  }

  private boolean told(List<Token> tokens, int from, int to, String digits, String groups) {
    int start = tokens.get(from).start();
    int end = tokens.get(to).end();
    boolean x =
        digits.length() == 17 && end < text.length() && "xXｘＸ".indexOf(text.charAt(end)) >= 0;
    int last = x ? end + 1 : end;
    if (isPartOfWord(start, last) || isInAddress(start)) {
      return false;
    }
    boolean single = from == to;
    String number = x ? digits + "X" : digits;
    boolean reference = REFERENCE.matcher(text.substring(Math.max(0, start - 14), start)).find();
    if (number.length() == 18
        && (single || groups.matches("6-8-4-|6-4-4-4-|3-3-4-4-4-|6-8-3-|6-4-4-3-"))
        && isIdentity(number)) {
      return !reference && tell("identity-number", start, last, number);
    }
    boolean counted =
        MEASURE.matcher(text.substring(last, Math.min(text.length(), last + 4))).find();
    if (reference || counted) {
      return false;
    }
    if (number.length() == 15 && (single || groups.matches("6-6-3-")) && isOldIdentity(number)) {
      return tell("identity-number", start, last, number);
    }
    String mobile =
        number.length() == 13 && number.startsWith("861") ? number.substring(2) : number;
    if (mobile.matches("1[3-9]\\d{9}") && (single || groups.matches("3-4-4-|3-3-5-|4-4-3-|3-8-"))) {
      return tell("mobile-number", start, last, mobile);
    }
    if (number.length() >= 16
        && number.length() <= 19
        && (single || groups.matches("(?:4-){4,}(?:[123]-)?|6-1[0-3]-"))
        && CARD.matcher(number).matches()
        && isLuhn(number)) {
      return tell("bank-card", start, last, number);
    }
    return false;
  }

  private boolean tell(String code, int start, int end, String number) {
    found.accept(new Hit(code, new Span(start, end), number));
    return true;
  }

  private boolean isPartOfWord(int start, int end) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    char behind = end < text.length() ? text.charAt(end) : ' ';
    return isLatin(before) || isLatin(behind) || before == '_' || before == '.' || before == '#';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Whether the place lies inside a web address. */
  private boolean isInAddress(int start) {
    int i = start;
    while (i > 0 && text.charAt(i - 1) > ' ' && text.charAt(i - 1) < 0x250) {
      i--;
    }
    String word = text.substring(i, start);
    return word.contains("://") || word.contains("www.") || word.endsWith("=");
  }

  private static boolean isIdentity(String number) {
    if (!isProvince(number) || !DATE_18.matcher(number.substring(6, 14)).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11) == number.charAt(17);
  }

  private static boolean isOldIdentity(String number) {
    return isProvince(number) && DATE_15.matcher(number.substring(6, 12)).matches();
  }

  private static boolean isProvince(String number) {
    return PROVINCES.contains("|" + number.substring(0, 2) + "|");
  }

  private static boolean isLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
