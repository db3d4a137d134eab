package annals.figures;

import annals.figures.Mention.Origin;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the clauses around indicators: what each number is about, whether it is a value or a
 * change, and for how long it holds. Works by the words beside the number alone; where these leave
 * it open the number is {@link Sense#ASIDE} or its subject {@link Origin#UNSURE}, never guessed.
 */
public final class Mentions {
  private static final String CLAUSE_ENDS = "，。；：！？、…（）()—,;:";
  private static final String NOUN_ENDS = "了和与及并赴被已均获全以从由为在于向到比的";

  /** Words of place end a noun and stand inside others: 10个城中村. */
  private static final String PLACE_WORDS = "上下左右中内外后前时";

  private static final String RANGE_SIGNS = "—–-－~～至";

  /** Longer subjects are whole clauses, which no other year will repeat. */
  private static final int LONGEST_SUBJECT = 24;

  private Mentions() {}

  /** The indicators of a text, in the order in which they stand, as it uses them. */
  public static List<Mention> in(String text) {
    List<Indicator> indicators = Indicators.in(text);
    if (indicators.isEmpty()) {
      return List.of();
    }
    Periods periods = Periods.of(text);
    List<Mention> mentions = new ArrayList<>(indicators.size());
    for (Indicator indicator : indicators) {
      mentions.add(mention(text, indicator, periods, mentions));
    }
    return List.copyOf(mentions);
  }

  private static Mention mention(
      String text, Indicator indicator, Periods periods, List<Mention> before) {
    Span number = indicator.span();
    int behind = before.isEmpty() ? 0 : before.getLast().written().end();
    String left =
        text.substring(Math.max(behind, clauseStart(text, number.start())), number.start());
    String right = text.substring(number.end(), clauseEnd(text, number.end()));
    int boundBefore = ClauseWords.BOUND_BEFORE.length(left);
    int boundAfter = ClauseWords.boundAfter(right);
    LeftOf words = LeftOf.read(left.substring(0, left.length() - boundBefore));
    int end = number.end() + right.length();
    boolean runsOn = end < text.length() && CLAUSE_ENDS.indexOf(text.charAt(end)) < 0;
    boolean aside =
        words.aside()
            || (runsOn && ClauseWords.STARTS_FROM.length(right) > 0)
            || ClauseWords.isOnlyAMark(right)
            || isOfRange(text, number);
    boolean alone = boundAfter > 0 || words.aside();
    Subject subject = subject(words, alone ? "" : right, runsOn, before);
    return new Mention(
        indicator,
        subject.text(),
        subject.origin(),
        aside ? Sense.ASIDE : subject.sense(),
        periods.isYearly(number.start()) && !ClauseWords.isPart(left),
        ClauseWords.isTotal(left),
        new Span(number.start() - boundBefore, number.end() + boundAfter));
  }

  /**
   * What stands left of a number in its clause.
   *
   * @param subject what is left when links and words of change are taken off
   * @param linked whether a link (达到, 控制在) leads from the subject to the number
   */
  private record LeftOf(String subject, Sense sense, boolean linked, boolean aside, boolean sum) {
    static LeftOf read(String left) {
      boolean aside = ClauseWords.isMissed(left);
      Sense sense = Sense.LEVEL;
      boolean linked = false;
      String rest = left;
      int length = -1;
      while (rest.length() != length) {
        length = rest.length();
        int rise = linked || sense.isChange() ? 0 : ClauseWords.RISE.length(rest);
        int fall = linked || sense.isChange() ? 0 : ClauseWords.FALL.length(rest);
        int link = ClauseWords.LINK.length(rest);
        if (fall > 0 || rise > 0) {
          sense = fall >= rise ? Sense.FALL : Sense.RISE;
          rest = cut(rest, Math.max(fall, rise));
        } else if (sense == Sense.LEVEL && ClauseWords.ASIDE.length(rest) > 0) {
          aside = true;
          rest = cut(rest, ClauseWords.ASIDE.length(rest));
        } else if (ClauseWords.COMPARED.length(rest) > 0) {
          rest = cut(rest, ClauseWords.COMPARED.length(rest));
        } else if (link > 0) {
          linked = true;
          rest = cut(rest, link);
        }
      }
      return new LeftOf(
          ClauseWords.withoutLead(rest), sense, linked, aside, ClauseWords.isSum(left));
    }

    private static String cut(String text, int length) {
      return text.substring(0, text.length() - length);
    }
  }

  private record Subject(String text, Origin origin, Sense sense) {}

  private static Subject subject(LeftOf left, String right, boolean runsOn, List<Mention> before) {
    String noun = noun(right);
    if (left.subject().isEmpty() && noun.isEmpty()) {
      boolean goesOn = left.sense().isChange() || left.linked() || lastIsChange(before);
      return before.isEmpty() || left.sum() || !goesOn
          ? new Subject("", Origin.UNSURE, left.sense())
          : new Subject(before.getLast().subject(), earlier(before.getLast()), left.sense());
    }
    String whole = left.subject() + noun;
    int rate = ClauseWords.RATE_OF_RISE.length(whole);
    if (noun.isEmpty() && left.sense() == Sense.LEVEL && rate > 0 && rate < whole.length()) {
      return new Subject(whole.substring(0, whole.length() - rate), Origin.CLAUSE, Sense.RISE);
    }
    boolean unsure =
        whole.length() > LONGEST_SUBJECT
            || ClauseWords.hasOtherBase(whole)
            || (!noun.isEmpty() && (left.subject().isEmpty() || !ends(right, noun, runsOn)));
    return new Subject(whole, unsure ? Origin.UNSURE : Origin.CLAUSE, left.sense());
  }

  private static boolean lastIsChange(List<Mention> before) {
    return !before.isEmpty() && before.getLast().sense().isChange();
  }

  private static Origin earlier(Mention mention) {
    return mention.origin() == Origin.UNSURE ? Origin.UNSURE : Origin.EARLIER;
  }

  /** The noun right of the measure word; empty if there is none. */
  private static String noun(String right) {
    if (ClauseWords.isAround(right)) {
      return "";
    }
    int start = right.startsWith("的") ? 1 : 0;
    int end = start;
    while (end < right.length()
        && NOUN_ENDS.indexOf(right.charAt(end)) < 0
        && PLACE_WORDS.indexOf(right.charAt(end)) < 0) {
      end++;
    }
    return right.substring(start, end);
  }

  /** Whether a noun surely ends where it was cut. */
  private static boolean ends(String right, String noun, boolean runsOn) {
    int end = noun.length() + (right.startsWith("的") ? 1 : 0);
    return noun.length() > 1
        && (end == right.length() ? !runsOn : PLACE_WORDS.indexOf(right.charAt(end)) < 0);
  }

  private static int clauseStart(String text, int end) {
    int start = end;
    while (start > 0 && CLAUSE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static int clauseEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && CLAUSE_ENDS.indexOf(text.charAt(end)) < 0
        && !Quantity.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Either end of 6%—6.5% or 12至15家. */
  private static boolean isOfRange(String text, Span number) {
    int start = number.start();
    int end = number.end();
    return start >= 2 && isRangeSign(text, start - 1) && isFigure(text.charAt(start - 2))
        || end + 1 < text.length()
            && isRangeSign(text, end)
            && Quantity.isDigit(text.charAt(end + 1));
  }

  private static boolean isRangeSign(String text, int index) {
    return RANGE_SIGNS.indexOf(text.charAt(index)) >= 0;
  }

  private static boolean isFigure(char c) {
    return Quantity.isDigit(c) || c == '%' || c == '％';
  }
}
