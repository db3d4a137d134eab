package annals.outline;

import annals.report.Kinds;
import annals.text.Simplified;
import annals.text.Spaces;
import annals.text.YearMention;
import annals.text.Years;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads unit, year and kind from a report's title. The forms found are {@code
 * {unit}{Y}年工作总结及{Y+1}年工作计划}, {@code {Y}年{unit}党建工作总结}, {@code {unit}书记抓基层党建工作述职报告} and {@code
 * {Y}年{unit}政府工作报告}.
 */
public final class TitleGrammar {
  private static final String DOCUMENT =
      "(?:工作)?(?:完成|开展|进展)?(?:情况)?(?:的)?(?:总结|小结|计划|规划|安排|打算|要点|思路|重点|汇报|述职述廉报告|述职报告|述职述德述廉报告|报告|述职)";
  private static final Pattern UNIT_THEN_DOCUMENT =
      Pattern.compile(
          "(?<unit>.*?)"
              + "(?<topic>书记)?(?:抓|履行)?(?:全面从严治[党D])?(?:基层)?"
              + "(?<party>[党D]建|党的建设)?(?:目标责任)?(?:全年|上半年|年度|年终|主要|重点|个人)*"
              + DOCUMENT
              + "(?:(?:以及|及|和|与|暨|、|，)?(?:下一?年度?|下一?步|来年|明年|今后)?(?:主要|重点)?"
              + DOCUMENT
              + ")*(?:[（(].*[）)])?");
  private static final Pattern FORWARDED =
      Pattern.compile("(?:.{0,30}关于)?.{0,8}《(?<title>[^《》]{4,60})》.{0,8}");

  /** What stands between a unit and the year of its report. */
  private static final Pattern BEHIND_UNIT = Pattern.compile("(?:关于|书记|在|[：:\\s\\u3000—－-])+$");

  private static final Pattern NAMED = Pattern.compile("[\\p{IsHan}xXｘＸ]{2}");

  /** What a report is about, where it is about one side of a unit's work. */
  private static final Pattern TOPIC =
      Pattern.compile(
          "(?:施政|(?:推进)?法治(?:政府)?建设|政府信息公开|政务公开|党风廉政建设|意识形态|安全生产|乡村振兴|依法(?:行政|治[区县市])"
              + "|平安建设|综治(?:维稳)?|信访|宣传(?:思想)?|精神文明(?:建设)?|优化营商环境|生态环境保护|食品安全|普法)(?:工作)?(?:年度)?$");

  private static final Pattern YEAR_TOKEN = Pattern.compile("(?:度|全年)?");
  private static final Pattern PLAN_ONLY = Pattern.compile("计划|安排|打算|要点|思路");
  private static final Pattern ACCOUNT = Pattern.compile("总结|小结|情况|汇报|报告|述职|回顾");
  private static final Pattern JOINED = Pattern.compile(".*(?:及|和|与|暨|、)$");

  private TitleGrammar() {}

  /**
   * What a title says.
   *
   * @param unit the unit as written; empty if the title names none
   * @param year the year the title names for the report itself, or the year before the one its plan
   *     is for
   * @param kind the kind; empty if the title has none of the known words
   * @param plansOnly whether it names a plan and no account of the past, as 工作要点 and 施政报告 do
   */
  public record Title(
      Optional<String> unit, Optional<Integer> year, Optional<String> kind, boolean plansOnly) {}

  /** Reads a title in simplified or traditional characters. */
  public static Title parse(String title) {
    String written = Spaces.strip(title);
    Matcher forwarded = FORWARDED.matcher(Simplified.of(written));
    if (forwarded.matches()) {
      written = written.substring(forwarded.start("title"), forwarded.end("title"));
    }
    if (written.startsWith("关于") || written.startsWith("關於")) {
      written = written.substring(2);
    }
    String text = Simplified.of(written);
    boolean plansOnly =
        text.contains("施政") || (PLAN_ONLY.matcher(text).find() && !ACCOUNT.matcher(text).find());
    return new Title(unit(written, text), year(text), kind(text), plansOnly);
  }

  private static Optional<Integer> year(String title) {
    List<YearMention> years = Years.in(title).stream().filter(m -> !m.isRange()).toList();
    if (years.isEmpty()) {
      return Optional.empty();
    }
    YearMention first = years.getFirst();
    String before = title.substring(0, first.span().start());
    String after = title.substring(first.span().end());
    boolean plansOnly = PLAN_ONLY.matcher(after).find() && !ACCOUNT.matcher(after).find();
    boolean followsSummary = JOINED.matcher(before).matches() && ACCOUNT.matcher(before).find();
    boolean looksAhead = plansOnly && (followsSummary || !ACCOUNT.matcher(before).find());
    return Optional.of(looksAhead ? first.from() - 1 : first.from());
  }

  private static Optional<String> kind(String title) {
    if (title.contains("述职")) {
      return Optional.of(Kinds.DUTY);
    }
    if (title.contains("政府工作报告") || title.contains("施政报告")) {
      return Optional.of(Kinds.GOVERNMENT);
    }
    if (Pattern.compile("[党D]建|党的建设|[党D]支部工作|[党D]务工作").matcher(title).find()) {
      return Optional.of(Kinds.PARTY);
    }
    if (Pattern.compile("总结|计划|安排|打算|要点|思路|报告|汇报|规划").matcher(title).find()) {
      return Optional.of(Kinds.WORK);
    }
    return Optional.empty();
  }

  private static Optional<String> unit(String written, String title) {
    List<YearMention> years = Years.in(title);
    if (!years.isEmpty()) {
      int end = years.getFirst().span().start();
      String before = title.substring(0, end);
      if (!ACCOUNT.matcher(before).find() && !PLAN_ONLY.matcher(before).find()) {
        Matcher behind = BEHIND_UNIT.matcher(before);
        int unitEnd = behind.find() ? behind.start() : end;
        if (NAMED.matcher(before.substring(0, unitEnd)).find()) {
          return Optional.of(Spaces.strip(written.substring(0, unitEnd)));
        }
      }
    }
    StringBuilder rest = new StringBuilder();
    StringBuilder writtenRest = new StringBuilder();
    int from = 0;
    for (YearMention mention : years) {
      rest.append(title, from, mention.span().start());
      writtenRest.append(written, from, mention.span().start());
      from = mention.span().end();
      Matcher token = YEAR_TOKEN.matcher(title).region(from, title.length());
      if (token.lookingAt()) {
        from = token.end();
      }
    }
    rest.append(title.substring(from));
    writtenRest.append(written.substring(from));
    Matcher matcher = UNIT_THEN_DOCUMENT.matcher(rest);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Matcher topic = TOPIC.matcher(matcher.group("unit"));
    int end = topic.find() ? topic.start() : matcher.end("unit");
    String unit = Spaces.strip(writtenRest.substring(0, end));
    return unit.isEmpty() || unit.equals("政府") || unit.equals("人民政府")
        ? Optional.empty()
        : Optional.of(unit);
  }
}
