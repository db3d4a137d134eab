package annals.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The reports of one invented unit through the years. What a report plans the next one tells of:
 * more than half as done, in partly other words, some done in part, some admitted as missed among
 * the problems, the rest not at all; and some of what it tells was never planned. Problems return.
 */
final class UnitChronicle {
  private static final int MATTERS_A_YEAR = 24;
  private static final double DONE = 0.55;
  private static final double PARTLY = 0.15;
  private static final double ADMITTED = 0.1;
  private static final double PROBLEM_RETURNS = 0.4;
  private static final List<String> VERBS =
      List.of("推进", "加强", "完善", "开展", "落实", "组织", "建立", "提升", "深化", "优化", "强化", "推动");
  private static final List<String> ADVERBS =
      List.of("进一步", "持续", "全面", "扎实", "深入", "稳步", "积极", "有序", "", "", "");
  private static final List<String> LINKS = List.of("和", "的", "与", "、", "");
  private static final List<String> MEASURES = List.of("次", "个", "件", "项", "人次", "万元", "家", "名", "份");
  private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

  private final Vocabulary common;
  private final Vocabulary own;
  private final Random random;
  private final String unit;
  private final int charactersAReport;
  private List<Matter> planned = new ArrayList<>();
  private List<String> problems = new ArrayList<>();

  /** Something to be done: what it is about, in two wordings, and how much of it. */
  private record Matter(String verb, List<String> words, List<String> otherWords, int amount, String measure) {}

  UnitChronicle(String unit, Vocabulary common, Random random, int charactersAReport) {
    this.unit = unit;
    this.common = common;
    this.own = common.ofOneUnit(random, 600);
    this.random = random;
    this.charactersAReport = charactersAReport;
  }

  /** The report of the year after the last one asked for, as a Markdown file with front matter. */
  String next(int year) {
    int length = (int) (charactersAReport * (0.7 + 0.6 * random.nextDouble()));
    List<String> accounts = new ArrayList<>();
    List<String> admitted = new ArrayList<>();
    for (Matter matter : planned) {
      double fate = random.nextDouble();
      if (fate < DONE) {
        accounts.add(account(matter, matter.amount() + random.nextInt(3)));
      } else if (fate < DONE + PARTLY) {
        accounts.add(account(matter, Math.max(1, matter.amount() / 2)));
      } else if (fate < DONE + PARTLY + ADMITTED) {
        admitted.add(String.join("", matter.words()) + "未能按计划完成，" + clause() + "。");
      }
    }
    for (int i = 0; i < MATTERS_A_YEAR / 4; i++) {
      accounts.add(account(matter(), 1 + random.nextInt(90)));
    }
    Collections.shuffle(accounts, random);
    planned = matters();
    problems = nextProblems(admitted);

    StringBuilder text = new StringBuilder();
    text.append("---\ntitle: ").append(unit).append(year).append("年工作总结和").append(year + 1);
    text.append("年工作计划\nyear: ").append(year).append("\nkind: work\ndate: ").append(year);
    text.append("-12-2").append(random.nextInt(10)).append("\n---\n\n");
    text.append(year).append("年，").append(sentence()).append(sentence()).append("现将有关情况报告如下。\n");
    part(text, "一、" + year + "年工作总结", accounts, length * 6 / 10);
    text.append("\n## 二、存在的问题\n\n");
    for (int i = 0; i < problems.size(); i++) {
      text.append(NUMERALS.get(i)).append("是").append(problems.get(i));
      text.append(i % 2 == 1 || i + 1 == problems.size() ? "\n\n" : "");
    }
    List<String> plans = planned.stream().map(this::plan).toList();
    part(text, "三、" + (year + 1) + "年工作计划", plans, Math.max(300, length - text.length()));
    return text.toString();
  }

  /** A numbered part whose sections hold the given sentences and others, until it is long enough. */
  private void part(StringBuilder text, String heading, List<String> sentences, int length) {
    int end = text.length() + length;
    text.append("\n## ").append(heading).append("\n");
    int sections = 4 + random.nextInt(3);
    int told = 0;
    for (int i = 0; i < sections; i++) {
      text.append("\n### （").append(NUMERALS.get(i)).append("）").append(title()).append("。\n\n");
      int until = sentences.size() * (i + 1) / sections;
      int sectionEnd = text.length() + Math.max(0, end - text.length()) / (sections - i);
      int points = 0;
      boolean fresh = true;
      while (told < until || text.length() < sectionEnd) {
        if (!fresh && random.nextInt(7) == 0) {
          text.append("\n\n#### ").append(++points).append('.').append(title()).append("。\n\n");
        } else if (!fresh && random.nextInt(5) == 0) {
          text.append("\n\n");
        }
        fresh = false;
        text.append(told < until && random.nextInt(3) > 0 ? sentences.get(told++) : sentence());
      }
      text.append('\n');
    }
  }

  private List<String> nextProblems(List<String> admitted) {
    List<String> next = new ArrayList<>();
    for (String problem : problems) {
      if (random.nextDouble() < PROBLEM_RETURNS) {
        next.add(problem);
      }
    }
    next.addAll(admitted);
    while (next.size() < 3) {
      next.add(noun() + "不足，" + clause() + "，" + clause() + "。");
    }
    return new ArrayList<>(next.subList(0, Math.min(next.size(), 6)));
  }

  private List<Matter> matters() {
    List<Matter> matters = new ArrayList<>();
    while (matters.size() < MATTERS_A_YEAR) {
      matters.add(matter());
    }
    return matters;
  }

  private Matter matter() {
    List<String> words = List.of(noun(), noun(), noun());
    List<String> other = List.of(words.get(0), noun(), words.get(2));
    return new Matter(any(VERBS), words, other, 2 + random.nextInt(98), any(MEASURES));
  }

  private String plan(Matter matter) {
    return any(ADVERBS) + matter.verb() + String.join("", matter.words().subList(0, 2)) + "，" + clause()
        + "，全年完成" + matter.words().get(2) + matter.amount() + matter.measure() + "以上。";
  }

  private String account(Matter matter, int amount) {
    String done = random.nextInt(40) == 0 ? "xx" : Integer.toString(amount);
    return clause() + "，" + any(VERBS) + matter.otherWords().get(0) + any(LINKS) + matter.otherWords().get(1)
        + "，" + any(List.of("累计", "先后", "共")) + "完成" + matter.otherWords().get(2) + done + matter.measure()
        + "。";
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder(clause());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      sentence.append('，').append(clause());
    }
    return sentence.append('。').toString();
  }

  private String clause() {
    String amount = random.nextInt(6) == 0 ? 1 + random.nextInt(500) + any(MEASURES) : "";
    return any(ADVERBS) + any(VERBS) + common.next(random) + any(LINKS) + noun() + amount;
  }

  private String title() {
    return any(VERBS) + noun() + any(LINKS) + common.next(random);
  }

  private String noun() {
    return (random.nextInt(3) == 0 ? common : own).next(random);
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
