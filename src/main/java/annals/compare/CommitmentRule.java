package annals.compare;

import annals.figures.Indicators;
import annals.outline.Numbering;
import annals.text.Spaces;
import java.util.List;
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
  private static final Pattern DEADLINE = Pattern.compile("年底|年内|月底|月前|季度|上半年|下半年|前完成|开学前|期内|全年");
  private static final Pattern EXHORTATION = Pattern.compile("^(?:.{0,13}要|(?:我们)?(?:将|必须|一定))");
  private static final Pattern DEFINITION =
      Pattern.compile("^[^，,]{1,24}(?<![一二三四五六七八但而都尤只就不特正凡于])是(?!否)");
  private static final Pattern LEAD =
      Pattern.compile(
          "[几个项](?:方面|重点)?的?(?:重点)?工作$|如下.{0,6}$|以下.{0,6}$"
              + "|^(?:今年|明年|新的一年|下一步|(?:19|20)\\d\\d年)[，,]?.{0,12}"
              + "(?:坚持|以|聚焦|按照|深入贯彻|全面贯彻|高举|是)");
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
    var point = POINT.matcher(text);
    if (point.lookingAt()) {
      text = text.substring(point.end());
    }
    int end = text.length();
    while (end > 0 && "。！；!;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static double score(String sentence) {
    String body = body(sentence);
    boolean numbered = !Spaces.strip(sentence).startsWith(body) || body.isEmpty();
    boolean figure = !Indicators.in(body).isEmpty();
    double score = CommitmentSign.BIAS;
    for (CommitmentSign sign : CommitmentSign.values()) {
      score += sign.weight * strength(sign, body, numbered, figure);
    }
    return score;
  }

  private static double strength(
      CommitmentSign sign, String body, boolean numbered, boolean figure) {
    return switch (sign) {
      case FIGURE -> one(figure);
      case DOCUMENT -> one(body.contains("《"));
      case NAME -> one(body.contains("“"));
      case DEADLINE -> one(DEADLINE.matcher(body).find());
      case DEED -> count(CommitmentSign.DEEDS, body, 2);
      case ACTION -> one(beginsWithAction(body));
      case SLOGAN -> count(CommitmentSign.SLOGANS, body, 3);
      case EXHORTATION -> one(EXHORTATION.matcher(body).find());
      case PERSISTENCE -> one(body.startsWith("坚持"));
      case DEFINITION -> one(DEFINITION.matcher(body).find());
      case LEAD -> one(LEAD.matcher(body).find());
      case HEADLINE -> one(numbered && body.length() <= HEADLINE_LENGTH && !figure);
      case IDIOMS -> idioms(body);
      case LENGTH -> Math.min(1.5, Math.log(Math.max(1, body.length()) / 30.0));
    };
  }

  private static double one(boolean present) {
    return present ? 1 : 0;
  }

  private static double count(List<String> words, String body, int most) {
    int count = 0;
    for (String word : words) {
      if (body.contains(word) && ++count == most) {
        break;
      }
    }
    return count;
  }

  private static boolean beginsWithAction(String body) {
    for (int i = 0; i < body.length(); i++) {
      if (i == 0 || isClauseEnd(body.charAt(i - 1))) {
        for (String action : CommitmentSign.ACTIONS) {
          if (body.startsWith(action, i)) {
            return true;
          }
        }
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
    return CLAUSE_ENDS.indexOf(c) >= 0;
  }
}
