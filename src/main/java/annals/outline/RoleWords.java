package annals.outline;

import annals.report.Kinds;
import annals.text.Simplified;
import annals.text.YearMention;
import annals.text.Years;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides a top-level section's role from the words of its heading. Problems come first (问题及原因),
 * then a summary by words that only look back (开展情况, 回顾), then a plan by words that look ahead or
 * by a later year, then words that may do either, by the year beside them.
 */
public final class RoleWords {
  private static final Pattern ASIDE =
      Pattern.compile("^(?:附件|附表|附录|附[:：]|名词解释|引言$|前言$|导言$|序言$|结语$|结束语|有关说明|说明$)");
  private static final Pattern PROBLEMS =
      Pattern.compile(
          "(?:存在|主要|突出|面临|遇到|当前).{0,8}(?:问题|困难|矛盾|挑战)|问题(?:及|和|与|、|$)|不足|短板|差距|薄弱环节|困难(?:和|及|与|、|$)");
  private static final Pattern PROBLEMS_SOLVED =
      Pattern.compile("问题导向|(?:破解|解决|聚焦|围绕|针对).{0,8}(?:问题|困难|短板|不足)");
  private static final Pattern ADMITTED = Pattern.compile("存在|面临|(?:需要?|请求|有待).{0,8}解决");
  private static final Pattern LOOKS_BACK =
      Pattern.compile("总结|回顾|情况|进展|成效|成绩|成就|经验|完成|履职|亮点|做法及|主要做法|(?:过去|这)[一二两三四五]年|去年");
  private static final Pattern LOOKS_AHEAD =
      Pattern.compile(
          "下一?步|下一?年|下一?阶段|来年|明年|今后|计划|安排|打算|思路|规划|展望|努力方向|工作要点|总体要求|政策取向|总体部署|工作部署|预期目标|目标任务|工作的建议|工作建议");
  private static final Pattern STRICTLY_AHEAD = Pattern.compile("下一?步|下一?年|来年|明年|今后|打算|努力方向");
  private static final Pattern EITHER =
      Pattern.compile("主要工作|重点工作|工作重点|主要任务|重点任务|工作任务|工作措施|主要举措|做法");

  private static final int OPENING = 20;

  private RoleWords() {}

  /**
   * The role a heading's words give.
   *
   * @param written the heading, in simplified or traditional characters
   * @param summaryYear the best guess at the year the summary is about, if there is one
   * @param afterSummary whether an earlier section is already the summary
   */
  static Optional<Role> of(
      String written, Optional<Integer> summaryYear, String kind, boolean afterSummary) {
    String heading = Simplified.of(written);
    if (ASIDE.matcher(heading).find()) {
      return Optional.of(Role.OTHER);
    }
    if (PROBLEMS.matcher(heading).find()
        && (ADMITTED.matcher(heading).find() || !PROBLEMS_SOLVED.matcher(heading).find())) {
      return Optional.of(Role.PROBLEMS);
    }
    List<YearMention> years = Years.in(heading);
    boolean later = isLater(heading, years, summaryYear, kind);
    boolean back = LOOKS_BACK.matcher(heading).find();
    boolean ahead = LOOKS_AHEAD.matcher(heading).find();
    if (back && ahead) {
      boolean plan = STRICTLY_AHEAD.matcher(heading).find() || later;
      return Optional.of(plan ? Role.PLAN : Role.SUMMARY);
    }
    if (back) {
      return Optional.of(Role.SUMMARY);
    }
    if (ahead || later) {
      return Optional.of(Role.PLAN);
    }
    if (EITHER.matcher(heading).find()) {
      boolean dated = years.stream().anyMatch(m -> !m.isRange());
      boolean ofSummary = dated || heading.contains("主要工作") || heading.contains("做法");
      return Optional.of(ofSummary || !afterSummary ? Role.SUMMARY : Role.PLAN);
    }
    return Optional.empty();
  }

  /** Whether a heading names summary, problems or plan by its words alone. */
  public static boolean says(String heading) {
    return of(heading, Optional.empty(), Kinds.WORK, false)
        .filter(r -> r != Role.OTHER)
        .isPresent();
  }

  /** Whether its words alone name the account of what was done. */
  public static boolean looksBack(String heading) {
    return of(heading, Optional.empty(), Kinds.WORK, false)
        .filter(r -> r == Role.SUMMARY)
        .isPresent();
  }

  /**
   * Whether a text's first words are a time behind the summary's year.
   *
   * @param written the text, in simplified or traditional characters
   */
  static boolean opensAhead(String written, Optional<Integer> summaryYear, String kind) {
    String opening = Simplified.of(written.substring(0, Math.min(OPENING, written.length())));
    return STRICTLY_AHEAD.matcher(opening).lookingAt()
        || opening.startsWith("未来")
        || kind.equals(Kinds.GOVERNMENT) && opening.startsWith("今年")
        || summaryYear.isPresent()
            && Years.in(opening).stream()
                .anyMatch(m -> m.span().start() == 0 && m.to() > summaryYear.get());
  }

  /** Whether it names the account even where the plan has begun: 2023年工作回顾, not 重点工作. */
  public static boolean isAccount(String heading) {
    return of(heading, Optional.empty(), Kinds.WORK, true)
        .filter(r -> r == Role.SUMMARY)
        .isPresent();
  }

  /** Whether it names a plan, in a document whose account is of this year. */
  public static boolean looksAhead(String heading, Optional<Integer> summaryYear) {
    return of(heading, summaryYear, Kinds.WORK, true).filter(r -> r == Role.PLAN).isPresent();
  }

  /**
   * Whether the heading names a time behind the summary's year. 今年 of a government report is the
   * year it plans.
   */
  private static boolean isLater(
      String heading, List<YearMention> years, Optional<Integer> summaryYear, String kind) {
    if (kind.equals(Kinds.GOVERNMENT) && heading.contains("今年")) {
      return true;
    }
    return summaryYear.isPresent() && years.stream().anyMatch(m -> m.to() > summaryYear.get());
  }
}
