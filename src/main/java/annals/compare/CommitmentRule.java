package annals.compare;

import annals.figures.Indicators;
import annals.outline.Numbering;
import annals.text.Spaces;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a commitment from a statement by adding up the {@link CommitmentSign}s of a sentence.
 *
 * <p>On the labelled plans a regression over these signs, trained without the pair it is tested on,
 * is right for nine sentences in ten; “always a commitment” is right for eight.
 */
final class CommitmentRule {
  private static final int HEADLINE_LENGTH = 26;
  private static final Pattern POINT =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]{1,2}[是要](?![一二三四五六七八九十])|第[一二三四五六七八九十]{1,2}[，,、]|——|[①-⑳])");
  private static final WordList DEADLINES = WordList.of("年底 年内 月底 月前 季度 上半年 下半年 前完成 开学前 期内 全年");
  private static final Pattern EXHORTATION = Pattern.compile("^(?:.{0,13}要|(?:我们)?(?:将|必须|一定))");
  private static final Pattern DEFINITION =
      Pattern.compile("^[^，,]{1,24}(?<![一二三四五六七八但而都尤只就不特正凡于])是(?!否)");
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:今年|明年|新的一年|下一步|(?:19|20)\\d\\d年)[，,]?.{0,12}" + "(?:坚持|以|聚焦|按照|深入贯彻|全面贯彻|高举|是)");
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("[几个项](?:方面|重点)?的?(?:重点)?工作$|[如以]下.{0,6}$");
  private static final String POINT_STARTS = "一二三四五六七八九十第—①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
  private static final String OPENING_STARTS = "今明新下12";
  private static final String EXHORTATION_STARTS = "我将必一";
  private static final String CLAUSE_ENDS = "，；、。：,;:";

  private CommitmentRule() {}

  static PlanItem.Kind kind(String sentence) {
    return score(sentence) > 0 ? PlanItem.Kind.COMMITMENT : PlanItem.Kind.STATEMENT;
  }

  /** The sentence without its number, point mark and final full stop. */
  static String body(String sentence) {
    String text = Spaces.strip(sentence);
    int number = Numbering.parse(text).map(mark -> mark.end()).orElse(0);
    text = text.substring(number);
    if (startsWithAny(POINT_STARTS, text)) {
      Matcher point = POINT.matcher(text);
      if (point.lookingAt()) {
        text = text.substring(point.end());
      }
    }
    int end = text.length();
    while (end > 0 && "。！；!;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** ln(length / 30), at most 1.5. */
  static double length(String body) {
    return Math.min(1.5, Math.log(Math.max(1, body.length()) / 30.0));
  }

  /** Whether a sentence with this body is short and numbered. */
  static boolean isHeadline(String sentence, String body) {
    boolean numbered = !Spaces.strip(sentence).startsWith(body) || body.isEmpty();
    return numbered && body.length() <= HEADLINE_LENGTH;
  }

  private static double score(String sentence) {
    String body = body(sentence);
    boolean headline = isHeadline(sentence, body);
    boolean figure = Indicators.isAnyIn(body);
    double score = CommitmentSign.BIAS;
    for (CommitmentSign sign : CommitmentSign.values()) {
      score += sign.weight * strength(sign, body, headline, figure);
    }
    return score;
  }

  private static double strength(
      CommitmentSign sign, String body, boolean headline, boolean figure) {
    return switch (sign) {
      case FIGURE -> one(figure);
      case DOCUMENT -> one(body.contains("《"));
      case NAME -> one(body.contains("“"));
      case DEADLINE -> one(DEADLINES.isIn(body));
      case DEED -> CommitmentSign.DEEDS.count(body, 2);
      case ACTION -> one(beginsWithAction(body));
      case SLOGAN -> CommitmentSign.SLOGANS.count(body, 3);
      case EXHORTATION -> one(isExhortation(body));
      case PERSISTENCE -> one(body.startsWith("坚持"));
      case DEFINITION -> one(body.indexOf('是') > 0 && DEFINITION.matcher(body).lookingAt());
      case LEAD -> one(isLead(body));
      case HEADLINE -> one(headline && !figure);
      case IDIOMS -> idioms(body);
      case LENGTH -> length(body);
    };
  }

  private static double one(boolean present) {
    return present ? 1 : 0;
  }

  /** The patterns are tried only where a look at a character or two does not rule them out. */
  private static boolean isExhortation(String body) {
    return (body.indexOf('要') >= 0 || startsWithAny(EXHORTATION_STARTS, body))
        && EXHORTATION.matcher(body).lookingAt();
  }

  private static boolean isLead(String body) {
    return (startsWithAny(OPENING_STARTS, body) && OPENING.matcher(body).lookingAt())
        || (mayAnnounce(body) && ANNOUNCEMENT.matcher(body).find());
  }

  private static boolean mayAnnounce(String body) {
    return body.lastIndexOf("工作") >= body.length() - 4
        || body.contains("如下")
        || body.contains("以下");
  }

  private static boolean startsWithAny(String characters, String text) {
    return !text.isEmpty() && characters.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean beginsWithAction(String body) {
    for (int i = 0; i < body.length(); i++) {
      if ((i == 0 || isClauseEnd(body.charAt(i - 1))) && CommitmentSign.ACTIONS.isAt(body, i)) {
        return true;
      }
    }
    return false;
  }

  private static double idioms(String body) {
    int clauses = 0;
    int idioms = 0;
    int start = 0;
    for (int i = 0; i <= body.length(); i++) {
      if (i == body.length() || isClauseEnd(body.charAt(i))) {
        clauses += i > start ? 1 : 0;
        idioms += i - start == 4 ? 1 : 0;
        start = i + 1;
      }
    }
    return clauses == 0 ? 0 : (double) idioms / clauses;
  }

  private static boolean isClauseEnd(char c) {
    return !isIdeograph(c) && CLAUSE_ENDS.indexOf(c) >= 0;
  }

  private static boolean isIdeograph(char c) {
    return c >= 0x4e00 && c <= 0x9fff;
  }
}
