package annals.compare;

import annals.figures.Indicators;
import java.util.regex.Pattern;

/**
 * The sentence that says under whose leadership a year went by (一年来，在县委、县政府的坚强领导下，……较好完成了各项任务): it
 * has a word for everything and reports on nothing. One that gives a number reports on that.
 */
final class FrameSentence {
  private static final Pattern UNDER =
      Pattern.compile("在[^。；]{1,60}(?:坚强|正确|统一|有力|亲切|直接)的?领导[^。；，]{0,30}下");

  private FrameSentence() {}

  static boolean is(String sentence) {
    return sentence.indexOf('下') >= 0
        && UNDER.matcher(sentence).find()
        && !Indicators.isAnyIn(sentence);
  }
}
