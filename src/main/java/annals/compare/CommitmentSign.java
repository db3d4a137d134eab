package annals.compare;

/**
 * What speaks for or against a plan sentence being a commitment, with what it counts for. The
 * weights are those of a logistic regression on labelled plans, rounded.
 */
enum CommitmentSign {
  /** A number with a measure word: 新建高标准农田1800亩. */
  FIGURE(2.1),
  /** A document in 《》. */
  DOCUMENT(2.5),
  /** Something called by name in “”. */
  NAME(1.6),
  /** A time by which: 年底前, 上半年. */
  DEADLINE(1.2),
  /** A verb whose outcome can be seen, 建成 or 修订; counted up to twice. */
  DEED(1.6),
  /** A clause that begins with a verb of administration. */
  ACTION(1.1),
  /** The words of speeches: 始终, 奋力, 新局面; counted up to three times. */
  SLOGAN(-1.6),
  /** Exhortation: 要… */
  EXHORTATION(-1.9),
  /** 坚持… at the beginning. */
  PERSISTENCE(-1.7),
  /** X是Y says what is, not what will be done. */
  DEFINITION(-2.8),
  /** It opens the plan: 重点做好以下工作, 2024年将以…为指导. */
  LEAD(-3.0),
  /** A short numbered sentence without a figure: 一是加快项目建设. */
  HEADLINE(-2.6),
  /** Share of clauses of exactly four characters: 凝心聚力，攻坚克难. */
  IDIOMS(-5.0),
  /** ln(length / 30), at most 1.5: what is spelt out can be checked. */
  LENGTH(1.4);

  static final double BIAS = 2.2;

  static final WordList DEEDS =
      WordList.of(
          """
          建成 新建 改建 改造 修建 修缮 完成 启动 开工 开通 上线 投用 出台 制定 制订 修订 印发 编制 编印 举办 召开 成立 组建 设立 增设 引进 招聘
          选派 发放 试点 推行 推广 新增 增加 扩大 降低 减少 压减 压缩 取消 清理 整治 排查 检查 验收 评审 创建 申报 签订 争取 实施 组织 开展
          培训 建立 延长
          """);

  static final WordList ACTIONS =
      WordList.of(
          """
          建设 制定 落实 推进 支持 加快 加强 深化 提高 稳定 巩固 培育 打造 发展 做好 办好 抓好 优化 规范 拓展 严格 强化 鼓励 保障 扩容 推动
          健全 完善 升级 实行 培养 补贴 改造 启动 成立 开展 组织 建立 建成 完成
          """);

  static final WordList SLOGANS =
      WordList.of(
          """
          一定 始终 决不 必须 绝不 时刻 永远 旗帜 宗旨 奋力 谱写 共同 根本 初心 为指导 人民 团结 信心 攻坚克难 总基调 方针 原则 让 更加
          新局面 新篇章 新台阶 凝心聚力 真抓实干 勇于 敢于 热情 氛围 精神 不懈 面貌 首要 高度 思想
          """);

  final double weight;

  CommitmentSign(double weight) {
    this.weight = weight;
  }
}
