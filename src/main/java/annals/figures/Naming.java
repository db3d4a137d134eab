package annals.figures;

import java.util.List;
import java.util.Set;

/** When two sentences call what they count by nearly the same words. */
final class Naming {
  private static final int LONGEST_GAP = 8;
  private static final int LONGEST_GAP_OF_SHORT = 4;
  private static final int SHORT_NAME = 3;
  private static final int LEAST_OF_LONGER = 5;
  private static final List<String> COMMON_NOUNS =
      List.of("单位 部门 项目 系统 事项 人员 干部 问题 工作 道路 企业 群众 全年 重点 党员 职工 建设 完成 资金 预算 活动".split(" "));
  private static final String OTHER_KINDS = "新净非未不无再副小老次";
  private static final String LISTS = "和与及或、";

  /** Words that say so little that two sentences with them may well count different things. */
  private static final Set<String> VAGUE =
      Set.of(
          ("保留 通报 办理 投入 支出 完成 解决 整改 发现 处理 涉及 单位 部门 项目 人员 职工 干部 企业 群众 问题 事项 任务 工作 全县 全市"
                  + " 全省 全国 参加 组织 培训 新增 减少 增加 下降 惠及 覆盖 服务 安排 下达 争取 收到 受理 接收 组建 配备 建立 建成 新建"
                  + " 设立 选派 抽调 制定 修订 发放 出动 协调 帮助 走访 查处 移交 到位 录入 复核 推动 县级 市级 省级 乡镇 村级 数量"
                  + " 规模 总数 总量 比例 比重 分别 平均 开工 基本建成 建设 改造 实施 开放 形成 推出 开通 新设 入选 获得 获评 评选 命名"
                  + " 表彰 引进 招聘 补充 聘请 更新 购置 采购 拨付 筹集 落实 节约 节省 实际 中央财政 资金 经费 党员 代表 居民 名单"
                  + " 达标 检查 排查 巡查 抽查 提交 提出 提供 报送 转办 督办 清理 取消 下放 调整 合并 减免 补助 补贴 在册 在编 奖励 扶持 支持 认定")
              .split(" "));

  private Naming() {}

  /** A subject without quotation marks, and with short forms written out: 发文 is 印发文件. */
  static String plain(String subject) {
    StringBuilder plain = new StringBuilder(subject.length());
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      if ("“”《》\"‘’ ".indexOf(c) < 0) {
        plain.append(c);
      }
    }
    String name = plain.toString();
    return name.endsWith("发文") ? name.substring(0, name.length() - 2) + "印发文件" : name;
  }

  static boolean isVague(String subject) {
    return subject.length() < 2 || VAGUE.contains(subject);
  }

  /**
   * Whether the longer one is the shorter with more words before, behind or in one place inside it
   * (印发文件 and 文件, 县长信箱来信 and 县长信箱收到来信), or both are the same two words in another order (修补坑槽 and
   * 坑槽修补).
   */
  static boolean alike(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    int gap = longer.length() - shorter.length();
    if (gap == 0) {
      return one.equals(other) || one.length() >= 4 && (one + one).contains(other);
    }
    if (gap > (shorter.length() == 2 ? LONGEST_GAP_OF_SHORT : LONGEST_GAP) || isVague(shorter)) {
      return false;
    }
    for (int head = 0; head <= shorter.length(); head++) {
      int tail = shorter.length() - head;
      boolean inside = head > 0 && tail > 0;
      boolean whole =
          inside
              ? head > 1 && tail > 1 && !changes(longer, head, gap)
              : !isOtherKind(longer, gap, head);
      if (whole
          && longer.startsWith(shorter.substring(0, head))
          && longer.endsWith(shorter.substring(head))) {
        return !isList(longer.substring(head, head + gap));
      }
    }
    return false;
  }

  /** 中小学 is not 中学, but 财政总收入 is 财政收入. */
  private static boolean changes(String longer, int head, int gap) {
    return gap == 1 && "的总".indexOf(longer.charAt(head)) < 0;
  }

  /**
   * How much two names have in common, 0 to 1: one is the other, or nearly, or they share pairs of
   * characters enough to mean the same in sentences about the same matter.
   *
   * @param share whether shares are counted, whose names all end alike
   */
  static double likeness(String one, String other, boolean share) {
    String a = plain(one);
    String b = plain(other);
    if (a.length() < 2 || b.length() < 2) {
      return 0;
    }
    if (a.equals(b) || alike(a, b)) {
      return a.equals(b) ? 1 : 0.9;
    }
    String shorter = a.length() <= b.length() ? a : b;
    String longer = shorter.equals(a) ? b : a;
    int common = 0;
    for (int i = 0; i + 2 <= shorter.length(); i++) {
      common += longer.contains(shorter.substring(i, i + 2)) ? 1 : 0;
    }
    double part = (double) common / (shorter.length() - 1);
    boolean enough =
        shorter.length() <= SHORT_NAME && !share
            ? part >= 0.5 && !COMMON_NOUNS.contains(shorter)
            : part >= 0.4 && common > 1;
    return enough && common * LEAST_OF_LONGER >= longer.length() - 1 ? 0.8 * part : 0;
  }

  /** Whether two characters of a name that say something stand together in a text. */
  static boolean hasWordIn(String name, String text) {
    String plain = plain(name);
    for (int i = 0; i + 2 <= plain.length(); i++) {
      String word = plain.substring(i, i + 2);
      if (!VAGUE.contains(word) && !COMMON_NOUNS.contains(word) && text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** 新开工 is not all that is 开工. */
  private static boolean isOtherKind(String longer, int gap, int head) {
    return gap == 1 && head == 0 && OTHER_KINDS.indexOf(longer.charAt(0)) >= 0;
  }

  /** 照片和实物 is more than 照片. */
  private static boolean isList(String words) {
    return words.chars().anyMatch(c -> LISTS.indexOf(c) >= 0);
  }
}
