package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import annals.outline.Sentence;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How much a term tells in the reports of one unit: inverse document frequency over its sentences.
 * What every report of the unit says weighs little, and so does the register of official prose (推进,
 * 加强, 落实), which carries no matter of its own. Immutable and safe for several threads.
 *
 * <p>In a unit with many reports frequencies are scaled down to a collection of {@value #SENTENCES}
 * sentences, so that a matter that comes back every year stays as telling as it was.
 */
public final class Rarity {
  private static final double SENTENCES = 500;
  private static final double REGISTER_WEIGHT = 0.3;
  private static final TermTable REGISTER =
      register(
          """
          推进 加强 深入 深化 落实 开展 完善 提升 进一 一步 积极 认真 切实 坚持 全面 持续 强化 不断 扎实 做好 工作 建设 发展 实施 推动
          加快 促进 提高 健全 建立 管理 服务 组织 各项 重点 支持 机制 能力 水平 制度 体系 有效 进行 问题 保障 继续 大力 着力 充分 严格
          抓好 确保 以上 今年 全年 我们 要求 作用 发挥 加大 力度
          """);

  private final TermTable table;
  private final float[] weights;
  private final float unseen;

  private Rarity(TermTable table, float[] weights, float unseen) {
    this.table = table;
    this.weights = weights;
    this.unseen = unseen;
  }

  /** Rarity among these sentences, in any order. */
  public static Rarity among(Stream<String> sentences) {
    return amongTerms(sentences.map(Terms::of));
  }

  static Rarity amongTerms(Stream<Terms> sentences) {
    TermTable table = new TermTable(1 << 12);
    Counter counter = new Counter(table);
    sentences.forEachOrdered(counter::count);
    float[] weights = new float[table.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) weight(counter.sentencesWith[i], counter.sentences);
    }
    for (int i = 0; i < counter.terms.length && i < weights.length; i++) {
      if (REGISTER.find(counter.terms[i]) != TermTable.ABSENT) {
        weights[i] *= (float) REGISTER_WEIGHT;
      }
    }
    return new Rarity(table, weights, (float) weight(1, counter.sentences));
  }

  /** Rarity among all sentences of a unit's reports. */
  public static Rarity of(Stream<Outline> reports) {
    return among(reports.flatMap(Rarity::sentences).map(Sentence::text));
  }

  /** From 0 (says nothing) to 1 (stands in one sentence alone). */
  double weight(long term) {
    int id = table.find(term);
    if (id != TermTable.ABSENT) {
      return weights[id];
    }
    return REGISTER.find(term) == TermTable.ABSENT ? unseen : unseen * REGISTER_WEIGHT;
  }

  private static Stream<Sentence> sentences(Outline outline) {
    return Stream.concat(
            outline.lead().stream().map(Passage::sentences), outline.walk().map(Section::sentences))
        .flatMap(java.util.List::stream);
  }

  private static double weight(int sentencesWith, int sentences) {
    double size = Math.clamp(sentences, 1, SENTENCES);
    double scaled = sentencesWith * size / Math.max(1, sentences);
    double weight = Math.log((size + 1) / (scaled + 0.5)) / Math.log((size + 1) / 1.5);
    return Math.clamp(weight, 0, 1);
  }

  private static TermTable register(String words) {
    TermTable table = new TermTable(1 << 6);
    for (String word : words.strip().split("\\s+")) {
      table.add(Terms.of(word).key(0));
    }
    return table;
  }

  /** Counts in how many sentences each term stands. */
  private static final class Counter {
    private final TermTable table;
    private long[] terms = new long[1 << 10];
    private int[] sentencesWith = new int[1 << 10];
    private int[] last = new int[1 << 10];
    private int sentences;

    Counter(TermTable table) {
      this.table = table;
    }

    void count(Terms found) {
      sentences++;
      for (int i = 0; i < found.size(); i++) {
        int id = table.add(found.key(i));
        if (id >= terms.length) {
          terms = Arrays.copyOf(terms, id * 2);
          sentencesWith = Arrays.copyOf(sentencesWith, id * 2);
          last = Arrays.copyOf(last, id * 2);
        }
        terms[id] = found.key(i);
        if (last[id] != sentences) {
          last[id] = sentences;
          sentencesWith[id]++;
        }
      }
    }
  }
}
