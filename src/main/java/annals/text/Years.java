package annals.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the years a text names: 2023年, ２０２３年度, 二〇二三年, 2023—2025年, 2023至2025年, and five-year plans
 * (“十四五” is 2021 to 2025). A number without 年 is a year only as the start of a span.
 */
public final class Years {
  private static final String ONE =
      "((?:19|20)\\d\\d|[１２][０９][０-９]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})";
  private static final Pattern RANGE =
      Pattern.compile("(?<![0-9０-９])" + ONE + "年?(?:[—–－~～\\-]+|至|到)" + ONE + "年");
  private static final Pattern SINGLE = Pattern.compile("(?<![0-9０-９])" + ONE + "\\s?年");
  private static final Pattern PLAN =
      Pattern.compile(
          "[“\"]?(十[一二三四五六七八九]?|二十)五[”\"]?(?=时期|规划|期间|发展|[”\"])"
              + "|第(十[一二三四五六七八九]?|二十)个五年(?=规划|计划)");

  private Years() {}

  /** All mentions, by place; a span hides the single years inside it. */
  public static List<YearMention> in(String text) {
    List<YearMention> found = new ArrayList<>();
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      int from = value(range.group(1));
      int to = value(range.group(2));
      if (to > from) {
        found.add(new YearMention(new Span(range.start(), range.end()), from, to));
      }
    }
    Matcher plan = PLAN.matcher(text);
    while (plan.find()) {
      int number =
          ChineseNumerals.parse(plan.group(1) != null ? plan.group(1) : plan.group(2)).orElse(0);
      if (number >= 10) {
        int from = 2001 + (number - 10) * 5;
        found.add(new YearMention(new Span(plan.start(), plan.end()), from, from + 4));
      }
    }
    Matcher single = SINGLE.matcher(text);
    while (single.find()) {
      int start = single.start();
      if (found.stream().noneMatch(m -> m.span().start() <= start && start < m.span().end())) {
        int year = value(single.group(1));
        found.add(new YearMention(new Span(start, single.end()), year, year));
      }
    }
    found.sort(Comparator.comparingInt(m -> m.span().start()));
    return List.copyOf(found);
  }

  private static int value(String year) {
    return ChineseNumerals.parse(year).orElseThrow();
  }
}
