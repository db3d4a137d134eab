package annals.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a number in a sentence can stand for a whole year. */
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

  private Periods() {}

  /** Whether the nearest words of time before the index name no other period than the year. */
  static boolean isYearly(String text, int index) {
    int from = index;
    while (from > 0 && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    String before = text.substring(from, index);
    int partial = last(PARTIAL, before);
    return partial < 0 || partial < last(WHOLE_YEAR, before);
  }

  private static int last(Pattern pattern, String text) {
    int last = -1;
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      last = matcher.start();
    }
    return last;
  }
}
