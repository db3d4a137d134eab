package annals.compare;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
      words(
          """
          推进 加强 深入 深化 落实 开展 完善 提升 进一 一步 积极 认真 切实 坚持 全面 持续 强化 不断 扎实 做好 工作 建设 发展 实施 推动
          加快 促进 提高 健全 建立 管理 服务 组织 各项 重点 支持 机制 能力 水平 制度 体系 有效 进行 问题 保障 继续 大力 着力 充分 严格
          抓好 确保 以上 今年 全年 我们 要求 作用 发挥 加大 力度
          """);

  private final TermTable table;
  private final Map<String, Terms> texts;
  private final Map<Passage, Terms> passages;
  private final List<Terms> sentences;
  private final Map<Outline, SectionTerms> sections = new IdentityHashMap<>();
  private final boolean[] register;
  private final Rarity rarity;

  private Vocabulary(Reader reader) {
    table = reader.table;
    texts = reader.texts;
    passages = reader.passages;
    sentences = reader.sentences;
    register = new boolean[table.size()];
    for (int word = 0; word < REGISTER.size(); word++) {
      int term = table.find(REGISTER.term(word));
      if (term != TermTable.ABSENT) {
        register[term] = true;
      }
    }
    rarity = Rarity.of(frequency(sentences), sentences.size(), this::isRegister);
    Renumbering numbering = new Renumbering(this);
    reader.reports.forEach(report -> sections.put(report, SectionTerms.of(report, numbering)));
  }

  /** The vocabulary of all texts of the reports; rarity is that among their sentences. */
  public static Vocabulary of(Stream<Outline> reports) {
    Reader reader = new Reader();
    reports.forEachOrdered(report -> reader.sentences.addAll(reader.read(report)));
    return new Vocabulary(reader);
  }

  /** The vocabulary of these sentences, in any order. */
  public static Vocabulary among(Stream<String> sentences) {
    Reader reader = new Reader();
    sentences.forEachOrdered(sentence -> reader.sentences.add(reader.read(sentence)));
    return new Vocabulary(reader);
  }

  /** One that knows these sentences too; the rarity of terms stays what it is. */
  Vocabulary including(List<SentenceRef> others) {
    for (SentenceRef other : others) {
      if (!texts.containsKey(other.text())) {
        Reader reader = new Reader(this);
        others.forEach(sentence -> reader.read(sentence.text()));
        return new Vocabulary(reader);
      }
    }
    return this;
  }

  /** One that knows this report too; the rarity of terms stays what it is. */
  Vocabulary including(Outline report) {
    if (sections.containsKey(report)) {
      return this;
    }
    Reader reader = new Reader(this);
    reader.read(report);
    return new Vocabulary(reader);
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

  /** A term itself, by its number. */
  long term(int number) {
    return table.term(number);
  }

  /** Whether a term belongs to the register of official prose (推进, 加强, 落实). */
  boolean isRegister(int term) {
    return register[term];
  }

  /** In how many of these texts each term stands. */
  private int[] frequency(List<Terms> among) {
    int[] frequency = new int[table.size()];
    int[] last = new int[table.size()];
    int number = 0;
    for (Terms text : among) {
      number++;
      for (int i = 0; i < text.size(); i++) {
        int term = text.number(i);
        if (last[term] != number) {
          last[term] = number;
          frequency[term]++;
        }
      }
    }
    return frequency;
  }

  Rarity rarity() {
    return rarity;
  }

  /** The terms of the sections of a report that is known. */
  SectionTerms sections(Outline report) {
    SectionTerms terms = sections.get(report);
    if (terms == null) {
      throw new IllegalArgumentException("not a report of the vocabulary: " + report.title());
    }
    return terms;
  }

  /** The terms of a passage that is known. */
  Terms terms(Passage passage) {
    Terms terms = passages.get(passage);
    if (terms == null) {
      throw new IllegalArgumentException("not a passage of the vocabulary: " + passage.anchor());
    }
    return terms;
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

  /** The terms of some words. */
  static TermTable words(String words) {
    TermTable table = new TermTable(1 << 6);
    for (String word : words.strip().split("\\s+")) {
      Terms.of(word, table);
    }
    return table;
  }

  /** Reads texts, each once. */
  private static final class Reader {
    private final TermTable table;
    private final Map<String, Terms> texts;
    private final Map<Passage, Terms> passages;
    private final List<Terms> sentences;
    private final List<Outline> reports;

    Reader() {
      table = new TermTable(1 << 12);
      texts = new HashMap<>();
      passages = new IdentityHashMap<>();
      sentences = new ArrayList<>();
      reports = new ArrayList<>();
    }

    Reader(Vocabulary known) {
      table = known.table.copy();
      texts = new HashMap<>(known.texts);
      passages = new IdentityHashMap<>(known.passages);
      sentences = known.sentences;
      reports = new ArrayList<>(known.sections.keySet());
    }

    Terms read(String text) {
      return texts.computeIfAbsent(text, t -> Terms.of(t, table));
    }

    /** Reads a report's headings and passages; gives its sentences. */
    List<Terms> read(Outline report) {
      reports.add(report);
      List<Terms> read = new ArrayList<>();
      report.lead().forEach(passage -> read.addAll(read(passage)));
      report
          .walk()
          .forEachOrdered(
              section -> {
                read(section.heading());
                section.headingSentence().ifPresent(sentence -> read.add(read(sentence.text())));
                section.body().forEach(passage -> read.addAll(read(passage)));
              });
      return read;
    }

    /** A passage is its sentences, which no term goes beyond; or else all of its text. */
    private List<Terms> read(Passage passage) {
      List<Terms> read = new ArrayList<>();
      for (Sentence sentence : passage.sentences()) {
        read.add(read(sentence.text()));
      }
      passages.put(
          passage, read.isEmpty() ? read(BlockText.of(passage.block())) : Terms.join(read));
      return read;
    }
  }
}
