package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reports of a family of units as numbered terms: each text is read once, and whatever compares
 * texts works on the numbers. Knows how rare each term is among the reports' sentences. Immutable
 * and safe for several threads; a comparison with texts that it does not know works on a copy that
 * does.
 */
public final class Vocabulary {
  private static final TermTable REGISTER =
      register(
          """
          推进 加强 深入 深化 落实 开展 完善 提升 进一 一步 积极 认真 切实 坚持 全面 持续 强化 不断 扎实 做好 工作 建设 发展 实施 推动
          加快 促进 提高 健全 建立 管理 服务 组织 各项 重点 支持 机制 能力 水平 制度 体系 有效 进行 问题 保障 继续 大力 着力 充分 严格
          抓好 确保 以上 今年 全年 我们 要求 作用 发挥 加大 力度
          """);

  private final TermTable table;
  private final Map<String, Terms> texts;
  private final List<Terms> sentences;
  private final boolean[] register;
  private final Rarity rarity;

  /** Takes over the table and the texts. */
  private Vocabulary(TermTable table, Map<String, Terms> texts, List<Terms> sentences) {
    this.table = table;
    this.texts = texts;
    this.sentences = sentences;
    this.register = new boolean[table.size()];
    for (int word = 0; word < REGISTER.size(); word++) {
      int term = table.find(REGISTER.term(word));
      if (term != TermTable.ABSENT) {
        register[term] = true;
      }
    }
    this.rarity = Rarity.among(sentences, table.size(), this::isRegister);
  }

  /** The vocabulary of all texts of the reports; rarity is that among their sentences. */
  public static Vocabulary of(Stream<Outline> reports) {
    TermTable table = new TermTable(1 << 12);
    Map<String, Terms> texts = new HashMap<>();
    List<Terms> sentences = new ArrayList<>();
    reports.forEachOrdered(
        report -> {
          sentences(report).forEach(sentence -> sentences.add(add(sentence, table, texts)));
          texts(report).forEach(text -> add(text, table, texts));
        });
    return new Vocabulary(table, texts, sentences);
  }

  /** The vocabulary of these sentences, in any order. */
  public static Vocabulary among(Stream<String> sentences) {
    TermTable table = new TermTable(1 << 12);
    Map<String, Terms> texts = new HashMap<>();
    List<Terms> terms = sentences.map(sentence -> add(sentence, table, texts)).toList();
    return new Vocabulary(table, texts, terms);
  }

  /** One that knows these texts too; the rarity of terms stays what it is. */
  Vocabulary including(Collection<String> others) {
    if (texts.keySet().containsAll(others)) {
      return this;
    }
    TermTable more = table.copy();
    Map<String, Terms> all = new HashMap<>(texts);
    others.forEach(text -> add(text, more, all));
    return new Vocabulary(more, all, sentences);
  }

  private static Terms add(String text, TermTable table, Map<String, Terms> texts) {
    return texts.computeIfAbsent(text, t -> Terms.of(t, table));
  }

  private static List<String> sentences(Outline report) {
    List<String> sentences = new ArrayList<>();
    for (Passage passage : report.lead()) {
      passage.sentences().forEach(sentence -> sentences.add(sentence.text()));
    }
    report
        .walk()
        .forEachOrdered(
            section -> section.sentences().forEach(sentence -> sentences.add(sentence.text())));
    return sentences;
  }

  /** What a report's headings and passages are made of. */
  static List<String> texts(Outline report) {
    List<String> texts = new ArrayList<>();
    report.lead().forEach(passage -> texts.addAll(texts(passage)));
    report
        .walk()
        .forEachOrdered(
            section -> {
              texts.add(section.heading());
              section.body().forEach(passage -> texts.addAll(texts(passage)));
            });
    return texts;
  }

  /** The texts that make up a passage: its sentences, or else all of it. */
  private static List<String> texts(Passage passage) {
    return passage.sentences().isEmpty()
        ? List.of(BlockText.of(passage.block()))
        : passage.sentences().stream().map(Sentence::text).toList();
  }

  /** How many terms there are; their numbers begin at 0. */
  int size() {
    return table.size();
  }

  /** The terms of a text that is known. */
  Terms terms(String text) {
    Terms terms = texts.get(text);
    if (terms == null) {
      throw new IllegalArgumentException("not a text of the vocabulary: " + text);
    }
    return terms;
  }

  /** Whether a term belongs to the register of official prose (推进, 加强, 落实). */
  boolean isRegister(int term) {
    return register[term];
  }

  Rarity rarity() {
    return rarity;
  }

  /** The terms of a passage that is known. */
  Terms terms(Passage passage) {
    return Terms.join(texts(passage).stream().map(this::terms).toList());
  }

  /** The weight of a text's rarest term; 0 for a text without terms. It need not be known. */
  double rarest(String text) {
    TermTable own = new TermTable(text.length());
    Terms.of(text, own);
    double rarest = 0;
    for (int i = 0; i < own.size(); i++) {
      int term = table.find(own.term(i));
      rarest = Math.max(rarest, term == TermTable.ABSENT ? unseen(own.term(i)) : rarity.of(term));
    }
    return rarest;
  }

  private double unseen(long term) {
    return rarity.unseen(REGISTER.find(term) != TermTable.ABSENT);
  }

  private static TermTable register(String words) {
    TermTable table = new TermTable(1 << 6);
    for (String word : words.strip().split("\\s+")) {
      Terms.of(word, table);
    }
    return table;
  }
}
