package annals.outline;

import annals.report.Kinds;
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
   */
  public record Title(Optional<String> unit, Optional<Integer> year, Optional<String> kind) {}

  public static Title parse(String title) {
    String text = Spaces.strip(title).replaceFirst("^关于", "");
    return new Title(unit(text), year(text), kind(text));
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
    if (title.contains("政府工作报告")) {
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

  private static Optional<String> unit(String title) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (YearMention mention : Years.in(title)) {
      rest.append(title, from, mention.span().start());
      from = mention.span().end();
      Matcher token = YEAR_TOKEN.matcher(title).region(from, title.length());
      if (token.lookingAt()) {
        from = token.end();
      }
    }
    rest.append(title.substring(from));
    Matcher matcher = UNIT_THEN_DOCUMENT.matcher(rest);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = Spaces.strip(matcher.group("unit"));
    return unit.isEmpty() || unit.equals("政府") || unit.equals("人民政府")
        ? Optional.empty()
        : Optional.of(unit);
  }
}
