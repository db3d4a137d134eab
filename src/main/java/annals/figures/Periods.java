package annals.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of time in a sentence, which tell whether a number can stand for a whole year. */
final class Periods {
  private static final String SENTENCE_ENDS = "。；！？";

  /** A stretch of time that is no year, unless it only sets a deadline. */
  private static final Pattern PARTIAL =
      Pattern.compile(
          "\\d+月(?!底前|前|底之前|底以前)|\\d+日(?!前)|[xX×]+月|[一二三四前]季度|前[一二三四两]个?季度|[上下]半年|[上中下]旬"
              + "|春节|国庆|汛期|汛前|汛后|期间|当[天晚夜日月季]|单日|首日|首周|每[^年]|[日月周季人户]均|此前|以来|当时|当场"
              + "|[一二两三四五六七八九十几数多\\d]+年(?:来(?!最|首|第一)|间|内|累计|里|多)?(?=[^度初末底来])|近年|历年"
              + "|(?:19|20)\\d\\d年|“?十[一二三四五]五”?|[一二三四五六七八九十两\\d]+[天周]|[一两二三\\d]+个月|过去|平均每");

  private static final Pattern WHOLE_YEAR = Pattern.compile("全年|年末|年底|年内|一年来|去年|今年|本年|上年");

  /** The characters with which the words of either pattern begin. */
  private static final String STARTS = "0123456789xX×一二三四五六七八九十两几数多前上中下春国汛期当单首每日月周季人户此以近历“过平全年去今本";

  private final String text;
  private final Matcher partial;
  private final Matcher wholeYear;

  private Periods(String text) {
    this.text = text;
    this.partial = PARTIAL.matcher(text);
    this.wholeYear = WHOLE_YEAR.matcher(text);
  }

  /** For one text, and one thread. */
  static Periods of(String text) {
    return new Periods(text);
  }

  private static boolean isInNumber(String text, int index) {
    return index > 0
        && Quantity.isDigit(text.charAt(index))
        && Quantity.isDigit(text.charAt(index - 1));
  }

  /** Whether the nearest words of time before the index name no other period than the year. */
  boolean isYearly(int index) {
    for (int i = index - 1; i >= 0 && SENTENCE_ENDS.indexOf(text.charAt(i)) < 0; i--) {
      if (STARTS.indexOf(text.charAt(i)) >= 0 && !isInNumber(text, i)) {
        boolean isWhole = isBefore(wholeYear, i, index);
        if (isWhole || isBefore(partial, i, index)) {
          return isWhole;
        }
      }
    }
    return true;
  }

  /** Whether words stand at a place and end before the index. */
  private boolean isBefore(Matcher words, int at, int index) {
    return words.region(at, text.length()).lookingAt() && words.end() <= index;
  }
}
