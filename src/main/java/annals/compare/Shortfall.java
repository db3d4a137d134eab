package annals.compare;

import annals.figures.Indicator;
import annals.figures.Indicators;
import java.util.List;

/**
 * Tells whether outcomes themselves say that what was planned was not reached, or not wholly: in
 * words (没有达到, 只完成, 尚未, 推迟) or by a smaller number of the same thing. On the labelled offices the
 * words alone stand in the outcomes of all plan items that people found missed, of half of those
 * they found done in part, and of one in fifty of those done.
 */
final class Shortfall {
  private static final WordList WORDS =
      WordList.of(
          """
          未能 没能 未完成 没有完成 没完成 未达 没有达 没达 未实现 没有实现 尚未 仍未 还未 至今未 还没有 暂未 没有到位 未到位 没有落 没有形成 没有兑现
          没有启动 没有建 没有解决 没有开 未启动 未建 没有跟上 一个也没有 只完成 仅完成 只落实 仅落实 只到位 只有 仅有 只开 只办 只剩 只改为 还差 尚差 尚有
          尚需 还有待 滞后 缓慢 偏慢 落空 搁置 停办 停滞 停留在 推迟 延至 延后 顺延 差距 空置 不够 不到 不理想 流于 余下 剩余 另有 预计明年 要到明年 明年才 后才能 没谈拢
          """);

  /** A plan to have less of something: a smaller number is no shortfall. */
  private static final WordList LESS = WordList.of("降 减 压 以内 以下 不超过 不高于 控制 缩短 少于 低于");

  private Shortfall() {}

  /** Whether an outcome of a plan item falls short of it. */
  static boolean isIn(String item, String outcome) {
    return WORDS.isIn(outcome) || hasSmallerFigure(item, outcome);
  }

  private static boolean hasSmallerFigure(String item, String outcome) {
    List<Indicator> planned = Indicators.in(item);
    if (planned.isEmpty() || (LESS.isIn(item) && !isAtLeast(item))) {
      return false;
    }
    List<Indicator> told = Indicators.in(outcome);
    for (Indicator plan : planned) {
      List<Indicator> same = told.stream().filter(plan::countsSameAs).toList();
      if (!same.isEmpty() && same.stream().allMatch(reached -> isLess(reached, plan))) {
        return true;
      }
    }
    return false;
  }

  /** 不低于, 不少于: the words of LESS that mean the opposite. */
  private static boolean isAtLeast(String item) {
    return item.contains("不低于") || item.contains("不少于");
  }

  private static boolean isLess(Indicator one, Indicator other) {
    return one.value().isPresent()
        && other.value().isPresent()
        && one.value().get().compareTo(other.value().get()) < 0;
  }
}
