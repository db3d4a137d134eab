package annals.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words beside a number that tell how it is meant, in the order in which they are taken off.
 */
final class ClauseWords {
  private static final String REACH = "[增减升降提压缩控稳保回恢延调达扩涨跌跃加][加少高低升短缩制长大减定持复落整到涨充]?";

  /** 近, 不超过: right before the number. */
  static final Pattern BOUND_BEFORE =
      Pattern.compile(
          "(?:不得少于|不得低于|不得超过|不得多于|不少于|不低于|不超过|不高于|不多于|低于|高于|少于|多于|超过|突破|将近|至少|大约|最多|近|约|逾|超)$");

  /** 以内, 左右: right behind the measure word. */
  static final Pattern BOUND_AFTER = Pattern.compile("^(?:以上|以下|左右|以内|上下|之内|多|余|内)");

  /** A value is reached, kept or aimed at: 降到, 控制在, 达, 预期目标为. */
  static final Pattern LINK =
      Pattern.compile(
          "(?:(?:"
              + REACH
              + "|稳定|保持|控制|开|做|办|维持|下降|上升|减少|缩小)(?:到|至|在|为)"
              + "|达到|达|到|至|在|为|是|有|共|计|共计|合计|仅|只|安排|拟按|拟|按|预计|预期|目标|预期目标|力争|争取"
              + "|各|定|要|将|仍|平均|已|了|也|均|又|不足)$");

  static final Pattern RISE =
      Pattern.compile(
          "(?:同比|再|又|净|实际|名义|年均)?"
              + "(?:增长|增加|上升|上涨|提高|提升|扩大|增多|(?<!新)增|升|涨|多|高|加快|快|延长|回升|攀升)了?$");

  static final Pattern FALL =
      Pattern.compile(
          "(?:同比|再|又|净|实际|名义)?" + "(?:下降|减少|降低|压减|压缩|回落|下滑|缩短|缩减|削减|下调|减|降|少|低|慢|负增长)了?$");

  /** Nouns for a change: 居民消费价格涨幅3%左右. */
  static final Pattern RATE_OF_RISE = Pattern.compile("(?:增长率|增长|增速|增幅|涨幅)$");

  /** With whom a change compares: 比上年, 同比. */
  static final Pattern COMPARED =
      Pattern.compile("(?:同比|环比|[比较与](?:上年|去年|年初|上月|往年|前年|同期|上一年)(?:同期|相比)?|[比较]20\\d\\d年)$");

  /** The number is a base, a distance, a share or a rest. */
  static final Pattern ASIDE =
      Pattern.compile("(?:[由从较离距占差剩]|(?<!占)比|相当于|还差|余下|余下的|其余|另有|另外|其中|计划|计划的|原定|原定的|原计划)$");

  /** A mark that was not reached: 没有压到40次以内. */
  static final Pattern MISSED = Pattern.compile("(?:没有|没能|未能|尚未|未|没)[^，。；]{0,4}$");

  /** The number names a mark, not a value: 12个工作日以内的要求. */
  static final Pattern ONLY_A_MARK =
      Pattern.compile("^(?:(?:以上|以下|左右|以内|之内)?的[^，。；、]{0,4}(?:目标|要求|任务|指标|标准|底线|红线|控制数)|内(?=.))");

  /** What may stand before a subject and says nothing of it. */
  static final Pattern LEADING =
      Pattern.compile(
          "^(?:\\d+[.．、]|(?:全年|年内|累计|共计|先后|共|总计|今年|本年|去年|一年来|目前|年末|年底|截至年底|截至目前|预计"
              + "|同时|合计|实际|平均$)|(?:已|又|再|还|并|也|及|以及|把|了|力争|确保|争取|做到|实现|完成|继续|进一步|主动|积极"
              + "|其中|20\\d\\d年|到20\\d\\d年|共有|现有|通过|组织开展|组织|开展|举办|召开|举行|预期|拟|要|各类|的)(?=.))");

  /** Only these words: the number sums up what stands before it. */
  static final Pattern SUM = Pattern.compile("^(?:共|共计|合计|总计|总共|两项共|两者共)$");

  static final Pattern PART = Pattern.compile("(?:其中|占(?!比)|另|余下|其余|首批|第[一二三四]批|分别)");
  static final Pattern TOTAL = Pattern.compile("(?:全年|年内|年末|年底|累计|共|总数|总量|总额|合计)");

  /** The number is where another one starts from: 8个课题扩充为12个. */
  static final Pattern STARTS_FROM = Pattern.compile(REACH + "(?:到|至|为)$");

  /** Verbs that go round a number and are no noun: 按3%安排. */
  static final Pattern AROUND = Pattern.compile("^(?:安排|考虑|测算|掌握|" + REACH + "(?:到|至|为|在))");

  /** Compared with something else than the year before, so that years cannot be set in a row. */
  static final Pattern OTHER_BASE = Pattern.compile("[较比](?![例重率])|上年|去年|同口径");

  private ClauseWords() {}

  /** How long the end of the text is that matches. */
  static int endOf(String text, Pattern suffix) {
    Matcher matcher = suffix.matcher(text);
    return matcher.find() ? matcher.end() - matcher.start() : 0;
  }

  /** The text without words before a subject. */
  static String withoutLead(String text) {
    String rest = text;
    for (Matcher lead = LEADING.matcher(rest); lead.find(); lead = LEADING.matcher(rest)) {
      rest = rest.substring(lead.end());
    }
    return rest.strip();
  }
}
