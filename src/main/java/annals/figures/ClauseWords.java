package annals.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words beside a number that tell how it is meant, in the order in which they are taken off.
 */
final class ClauseWords {
  private static final String REACH = "[增减升降提压缩控稳保回恢延调达扩涨跌跃加][加少高低升短缩制长大减定持复落整到涨充]?";

  /** 近, 不超过: right before the number. */
  static final Ending BOUND_BEFORE =
      Ending.of(
          "(?:不得少于|不得低于|不得超过|不得多于|不少于|不低于|不超过|不高于|不多于|低于|高于|少于|多于|超过|突破|将近|至少|大约|最多|近|约|逾|超)$",
          "于过多少破近约逾超");

  /** 以内, 左右: right behind the measure word. */
  private static final Pattern BOUND_AFTER = Pattern.compile("^(?:以上|以下|左右|以内|上下|之内|多|余|内)");

  /** A value is reached, kept or aimed at: 降到, 控制在, 达, 预期目标为. */
  static final Ending LINK =
      Ending.of(
          "(?:(?:"
              + REACH
              + "|稳定|保持|控制|开|做|办|维持|下降|上升|减少|缩小)(?:到|至|在|为)"
              + "|达到|达|到|至|在|为|是|有|共|计|共计|合计|仅|只|安排|拟按|拟|按|预计|预期|目标|预期目标|力争|争取"
              + "|各|定|要|将|仍|平均|已|了|也|均|又|不足)$",
          "到至在为达是有共计仅只排按拟期标争取各定要将仍均已了也又足");

  static final Ending RISE =
      Ending.of(
          "(?:同比|再|又|净|实际|名义|年均)?"
              + "(?:增长|增加|上升|上涨|提高|提升|扩大|增多|(?<!新)增|升|涨|多|高|加快|快|延长|回升|攀升|(?<=再)补充?)了?$",
          "长加升涨高大多增快了攀补充");

  static final Ending FALL =
      Ending.of(
          "(?:同比|再|又|净|实际|名义)?" + "(?:下降|减少|降低|压减|压缩|回落|下滑|缩短|缩减|削减|下调|减|降|少|低|慢|负增长)了?$",
          "降少低减缩落滑短调慢长了");

  /** Nouns for a change: 居民消费价格涨幅3%左右. */
  static final Ending RATE_OF_RISE = Ending.of("(?:增长率|增长|增速|增幅|涨幅)$", "率长速幅");

  /** With whom a change compares: 比上年, 同比. */
  static final Ending COMPARED =
      Ending.of("(?:同比|环比|[比较与](?:上年|去年|年初|上月|往年|前年|同期|上一年)(?:同期|相比)?|[比较]20\\d\\d年)$", "比年初月期");

  /** The number is a base, a distance, a share or a rest. */
  static final Ending ASIDE =
      Ending.of(
          "(?:[由从较离距占差剩]|(?<!占)比|相当于|还差|余下|余下的|其余|另有|另外|其中|计划|计划的|原定|原定的|原计划)$",
          "由从较离距占差剩比于下的余有外中划定");

  /** A mark that was not reached: 没有压到40次以内. */
  private static final Pattern MISSED = Pattern.compile("(?:没有|没能|未能|尚未|未|没)[^，。；]{0,4}$");

  /** The number names a mark, not a value: 12个工作日以内的要求. */
  private static final Pattern ONLY_A_MARK =
      Pattern.compile("^(?:(?:以上|以下|左右|以内|之内)?的[^，。；、]{0,4}(?:目标|要求|任务|指标|标准|底线|红线|控制数)|内(?=.))");

  /** What may stand before a subject and says nothing of it. */
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:\\d+[.．、]|(?:全年|年内|累计|共计|先后|共|总计|今年|本年|去年|一年来|目前|年末|年底|截至年底|截至目前|预计"
              + "|同时|合计|实际|平均$)|(?:已|又|再|还|并|也|及|以及|把|了|力争|确保|争取|做到|实现|完成|继续|进一步|主动|积极"
              + "|其中|20\\d\\d年|到20\\d\\d年|共有|现有|通过|组织开展|组织|开展|举办|召开|举行|预期|拟|要|各类|的)(?=.))");

  /** Only these words: the number sums up what stands before it. */
  private static final Pattern SUM = Pattern.compile("^(?:共|共计|合计|总计|总共|两项共|两者共)$");

  private static final Pattern PART = Pattern.compile("(?:其中|占(?!比)|另|余下|其余|首批|第[一二三四]批|分别)");
  private static final Pattern TOTAL = Pattern.compile("(?:全年|年内|年末|年底|累计|共|总数|总量|总额|合计)");

  /** The number is where another one starts from: 8个课题扩充为12个. */
  static final Ending STARTS_FROM = Ending.of(REACH + "(?:到|至|为)$", "到至为");

  /** Verbs that go round a number and are no noun: 按3%安排. */
  private static final Pattern AROUND =
      Pattern.compile("^(?:安排|考虑|测算|掌握|" + REACH + "(?:到|至|为|在))");

  /** Compared with something else than the year before, so that years cannot be set in a row. */
  private static final Pattern OTHER_BASE = Pattern.compile("[较比](?![例重率])|上年|去年|同口径");

  private ClauseWords() {}

  /** Whether a mark is said not to have been reached. */
  static boolean isMissed(String left) {
    return (left.indexOf('没') >= 0 || left.indexOf('未') >= 0) && MISSED.matcher(left).find();
  }

  /** Whether the number is a mark that words behind it name. */
  static boolean isOnlyAMark(String right) {
    return (right.startsWith("内") || right.indexOf('的') >= 0) && ONLY_A_MARK.matcher(right).find();
  }

  /** How long the bound behind the measure word is: 以内; 0 if there is none. */
  static int boundAfter(String right) {
    if (right.isEmpty() || "以左上之多余内".indexOf(right.charAt(0)) < 0) {
      return 0;
    }
    Matcher after = BOUND_AFTER.matcher(right);
    return after.find() ? after.end() : 0;
  }

  /** Whether the number is a part of what another one counts. */
  static boolean isPart(String left) {
    return containsAny(left, "中占另下余批别") && PART.matcher(left).find();
  }

  /** Whether the number is said to be the whole year's. */
  static boolean isTotal(String left) {
    return containsAny(left, "年计共总") && TOTAL.matcher(left).find();
  }

  /** Whether a change is one against something else than the year before. */
  static boolean hasOtherBase(String subject) {
    return containsAny(subject, "较比年径") && OTHER_BASE.matcher(subject).find();
  }

  /** Whether a verb follows instead of a noun. */
  static boolean isAround(String right) {
    return !right.isEmpty() && AROUND.matcher(right).find();
  }

  /** Whether these words alone stand left of the number: it sums up what went before. */
  static boolean isSum(String left) {
    return (left.endsWith("共") || left.endsWith("计")) && SUM.matcher(left).find();
  }

  private static boolean containsAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The text without words before a subject. */
  static String withoutLead(String text) {
    String rest = text;
    while (!rest.isEmpty() && isLeading(rest.charAt(0))) {
      Matcher lead = LEADING.matcher(rest);
      if (!lead.find()) {
        break;
      }
      rest = rest.substring(lead.end());
    }
    return rest.strip();
  }

  private static boolean isLeading(char c) {
    return Quantity.isDigit(c)
        || "全年累共先总今本去一目截预同合实平已又再还并也及以把了力确争做完继进主积其到现通组开举召期拟要各的".indexOf(c) >= 0;
  }
}
