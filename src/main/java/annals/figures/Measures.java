package annals.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The measure words of work reports, and the words that begin with one and are none: 座 counts
 * buildings, 座谈 is a talk.
 */
final class Measures {
  private static final Map<Character, List<String>> BY_FIRST =
      byFirst(
          """
          % ％ ‰ 个百分点 个 项 件 次 份 条 名 人 户 家 人次 册次 卷次 人份 人天 户次 车次 班次 架次 台次 艘次 例次 场次 课时 学时
          场 期 篇 册 本 套 台 辆 艘 架 座 栋 幢 间 处 所 家次 位 亩 公顷 平方米 平方公里 平方千米 立方米 方 公里 千米 海里
          米 厘米 毫米 吨 公斤 千克 斤 升 元 美元 欧元 港元 角 倍 天 小时 分钟 个工作日 工作日 个小时 轮 批 支 队 只 头 匹 羽 尾
          株 棵 张 幅 枚 块 片 段 节 门 类 种 样 层 遍 趟 回 起 宗 例 床 组 对 双 根 桶 箱 袋 瓶 盒 页 字 首 部 集 版 款 笔
          单 票 卷 盏 口 孔 眼 道 颗 粒 面 顶 把 堂 学分 千瓦 千瓦时 兆瓦 标准煤 标箱 千伏安 千伏 kw mw km kg mm cm gb tb
          人年 批次 套次 床位 班 席 宿 标段 个标段 盘 圈 幕 束 缕 杯 份次 篇次 条次 件次 项次 个次 届次
          """);

  /**
   * Words that begin like a measure word. They are refused behind a mask or a Chinese numeral,
   * where no digit vouches for a count: xx座谈会, 三项目.
   */
  private static final Map<Character, List<String>> LOOKALIKES =
      byFirst(
          """
          座谈 座右铭 条例 条件 条款 条线 家庭 家长 家电 家政 家具 家园 家校 部门 部长 部署 部分 部队 部委 部属 部级 人民 人员 人大
          人才 人事 人力 人均 人口 人文 人居 人防 人生 人士 人群 人社 人为 期间 期望 期限 期末 期待 本级 本地 本市 本县 本区 本省
          本部 本单位 本身 本年 本科 本土 本职 本领 本届 本轮 本质 本着 支部 支队 支行 支持 支援 支撑 支委 支出 支付 支柱 台账 台风
          场所 场地 场景 场馆 场面 处室 处长 处级 处理 处置 处于 处罚 处分 组织 组长 组建 组团 组成 组合 面积 面向 面对 面临 面貌 面试
          位置 位于 位列 所属 所有 所在 所长 所需 所以 户籍 户外 户主 户厕 门户 门诊 门口 门店 门类 门槛 类别 类型 类似 种植 种类 种子
          种养 次要 次数 次中全会 次全会 次全体 次党代会 次代表大会 份额 名称 名单 名义 名誉 名额 名录 名牌 名城 起草 起来 起步 起点
          起到 起始 例如 例会 例行 层面 层次 层级 层层 节约 节日 节点 节能 节水 节目 节假 节余 批准 批评 批复 批示 轮岗 轮换 轮训 轮流
          单位 单元 单独 道路 道德 道理 道班 班子 班级 班组 班长 班主任 队伍 队员 队长 片区 片面 块状 对照 对接 对标 对外 对口 对象 对于
          方面 方案 方式 方法 方向 方针 方便 方位 双向 双向 双方 双拥 双重 根据 根本 字样 版本 版权 版块 款项 笔试 笔者 卷宗 口岸 口号
          口径 口碑 把关 把握 角色 角度 天然 天气 天津 元旦 元素 元首 元宵 回复 回头 回应 回访 首次 首先 首要 首批 首个 集中 集体 集团
          集成 集聚 集群 集镇 段落 株洲 斤斤 升级 升学 升规 米面 席卷 件套 只是 只有 只要 间接 样本 样板 张榜 张贴 张家 倍增 头雁 项规定
          项目 家家 户户 个人 个别 个体 个性 个案
          """);

  private static final List<String> AFTER_ALL = List.of("项目标", "项目录", "人民警", "家家庭", "名名");

  private Measures() {}

  /**
   * The longest measure word that stands at the index, lower case and half width as listed; null if
   * there is none.
   *
   * @param vouched whether digits precede, so that words that merely begin like a measure word need
   *     not be feared
   */
  static String at(String text, int index, boolean vouched) {
    if (index >= text.length()) {
      return null;
    }
    char first = Character.toLowerCase(text.charAt(index));
    String measure = longest(BY_FIRST, first, text, index);
    if (measure == null || isNoMeasure(text, index, measure)) {
      return null;
    }
    if (!vouched && measure.length() == 1 && isLookalike(text, index, first)) {
      return null;
    }
    return measure.equals("％") ? "%" : measure;
  }

  private static boolean isLookalike(String text, int index, char first) {
    return AFTER_ALL.stream().noneMatch(word -> text.startsWith(word, index))
        && longest(LOOKALIKES, first, text, index) != null;
  }

  /** Latin measure words must not be the beginning of another word. */
  private static boolean isNoMeasure(String text, int index, String measure) {
    int end = index + measure.length();
    return measure.charAt(0) < 0x80
        && Character.isLetter(measure.charAt(0))
        && end < text.length()
        && text.charAt(end) < 0x80
        && Character.isLetterOrDigit(text.charAt(end));
  }

  private static String longest(
      Map<Character, List<String>> words, char first, String text, int index) {
    for (String word : words.getOrDefault(first, List.of())) {
      if (text.regionMatches(true, index, word, 0, word.length())) {
        return word;
      }
    }
    return null;
  }

  private static Map<Character, List<String>> byFirst(String words) {
    Map<Character, List<String>> map = new HashMap<>();
    for (String word : words.strip().split("\\s+")) {
      map.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word);
    }
    map.values().forEach(list -> list.sort(Comparator.comparingInt(String::length).reversed()));
    return Map.copyOf(map);
  }
}
