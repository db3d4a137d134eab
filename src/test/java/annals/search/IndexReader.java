package annals.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.output.OutputFile;
import annals.search.IndexFormat.Gram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the index back, written from docs/index-format.md and not from the writer. */
final class IndexReader {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final int reports;
  private final int numbers;

  /**
   * @param numbers how many are kept for all reports
   */
  IndexReader(Collection<OutputFile> files, int reports, int numbers) {
    files.forEach(file -> this.files.put(file.path(), file.bytes()));
    this.reports = reports;
    this.numbers = numbers;
  }

  /**
   * Where a gram stands in a report.
   *
   * @param heading whether in the heading of one of the sections
   * @param count of sections
   * @param sections only of a bigram
   * @param hints for each section what follows the bigram there, as a set of bits; of a short list
   *     −1
   */
  record Places(boolean heading, int count, List<Integer> sections, List<Integer> hints) {}

  /** By report number where a gram stands. */
  Map<Integer, Places> postings(String gram) {
    Gram kind = gram.length() == 1 ? Gram.CHARACTER : Gram.BIGRAM;
    int key = IndexFormat.gram(gram.charAt(0), gram.length() == 1 ? '\0' : gram.charAt(1));
    String heavy = "search/index/h/" + String.format("%08x", key) + ".js";
    if (files.containsKey(heavy)) {
      return postings(bits(heavy), kind);
    }
    int shard = IndexFormat.slot(key, kind.shardBits(reports));
    Bits bits = bits("search/index/" + kind.shardName(shard) + ".js");
    int grams = bits.golomb(3);
    int first = 0;
    int start = 0;
    int found = -1;
    for (int i = 0; i < grams; i++) {
      first += bits.golomb(6);
      int rest = kind == Gram.BIGRAM ? bits.read(16 - kind.shardBits(reports)) : 0;
      int hash = (first * 0x9e3779b1 >>> 16) + (key & 0xffff) * 0x9e37 & 0xffff;
      int unknown = 16 - kind.shardBits(reports);
      if (first == key >>> 16 && (kind == Gram.CHARACTER || rest == hash % (1 << unknown))) {
        found = start;
      }
      start += (bits.golomb(3) + 1) * 4;
    }
    bits.align();
    bits.skip(found);
    return found < 0 ? Map.of() : postings(bits, kind);
  }

  private Map<Integer, Places> postings(Bits bits, Gram kind) {
    Map<Integer, Places> postings = new TreeMap<>();
    int count = bits.golomb(0) + 1;
    int reportOrder = count > 1 ? bits.read(4) : 0;
    int sectionOrder = count > 1 && kind == Gram.BIGRAM ? bits.read(3) : 3;
    boolean hinted = kind == Gram.BIGRAM && count >= 64;
    int usual = hinted && bits.read(1) == 1 ? bits.read(3) : -1;
    int report = -1;
    for (int i = 0; i < count; i++) {
      report +=
          1 + (count > 1 ? bits.golomb(reportOrder) : bits.read(IndexFormat.reportBits(numbers)));
      List<Integer> sections = new ArrayList<>();
      List<Integer> hints = new ArrayList<>();
      int spread = bits.golomb(0);
      int section = -1;
      for (int rest = spread / 2; kind == Gram.BIGRAM && rest >= 0; rest--) {
        section += bits.golomb(sectionOrder) + 1;
        sections.add(section);
        hints.add(hinted ? hints(bits, usual) : -1);
      }
      postings.put(report, new Places(spread % 2 == 1, spread / 2 + 1, sections, hints));
    }
    return postings;
  }

  private static int hints(Bits bits, int usual) {
    if (usual < 0) {
      return bits.read(1) == 1 ? 1 << bits.read(3) : bits.read(8);
    }
    if (bits.read(1) == 1) {
      return 1 << usual;
    }
    if (bits.read(1) == 0) {
      return bits.read(8);
    }
    int other = bits.read(3);
    return other == usual ? 0 : 1 << other;
  }

  /** A report's text with its separators. */
  String text(String path) {
    Bits bits = bits(path);
    int length = bits.golomb(12);
    int rules = bits.golomb(6);
    List<List<Integer>> alphabets = new ArrayList<>();
    for (int longest = bits.read(5); longest > 0; longest--) {
      List<Integer> alphabet = new ArrayList<>();
      int count = bits.golomb(4);
      int order = count > 0 ? bits.read(4) : 0;
      int number = -1;
      for (int i = 0; i < count; i++) {
        number += bits.golomb(order) + 1;
        alphabet.add(number);
      }
      alphabets.add(alphabet);
    }
    List<String> meanings = new ArrayList<>();
    for (int rule = 0; rule < rules; rule++) {
      String first = symbol(bits, alphabets, meanings, rules);
      meanings.add(first + symbol(bits, alphabets, meanings, rules));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(symbol(bits, alphabets, meanings, rules));
    }
    return text.toString();
  }

  private static String symbol(
      Bits bits, List<List<Integer>> alphabets, List<String> meanings, int rules) {
    int code = 0;
    for (List<Integer> alphabet : alphabets) {
      code = code << 1 | bits.read(1);
      if (code < alphabet.size()) {
        int number = alphabet.get(code);
        return number < rules ? meanings.get(number) : Character.toString((char) (number - rules));
      }
      code -= alphabet.size();
    }
    throw new AssertionError("no such code");
  }

  private Bits bits(String path) {
    byte[] bytes = files.get(path);
    String script = new String(bytes, StandardCharsets.UTF_16);
    String[] quoted = script.split("\"");
    assertEquals(path, "search/index/" + quoted[1] + ".js");
    StringBuilder units = new StringBuilder();
    for (int i = 0; i < quoted[3].length(); i++) {
      char unit = quoted[3].charAt(i);
      units.append(unit == '\ue000' ? (char) (quoted[3].charAt(++i) ^ 0x8000) : unit);
    }
    return new Bits(units.toString());
  }

  private static final class Bits {
    private final String units;
    private int position;

    Bits(String units) {
      this.units = units;
    }

    void align() {
      position = (position + 15) / 16 * 16;
    }

    void skip(int count) {
      position += count;
    }

    int read(int bits) {
      int value = 0;
      for (int i = 0; i < bits; i++, position++) {
        int unit = units.charAt(position / 16);
        value = value << 1 | unit >> 15 - position % 16 & 1;
      }
      return value;
    }

    int golomb(int order) {
      int zeros = 0;
      while (read(1) == 0) {
        zeros++;
      }
      return ((1 << zeros | read(zeros)) - 1 << order) | read(order);
    }
  }
}
