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

  IndexReader(Collection<OutputFile> files, int reports) {
    files.forEach(file -> this.files.put(file.path(), file.bytes()));
    this.reports = reports;
  }

  /**
   * Where a gram stands in a report.
   *
   * @param heading whether in the heading of one of the sections
   * @param count of sections
   * @param sections only of a bigram
   */
  record Places(boolean heading, int count, List<Integer> sections) {}

  /** By report number where a gram stands. */
  Map<Integer, Places> postings(String gram) {
    Gram kind = gram.length() == 1 ? Gram.CHARACTER : Gram.BIGRAM;
    int key = IndexFormat.gram(gram.charAt(0), gram.length() == 1 ? '\0' : gram.charAt(1));
    int shard = IndexFormat.slot(key, kind.shardBits(reports));
    Bits bits = bits("search/index/" + kind.shardName(shard) + ".js");
    int grams = bits.golomb(1);
    bits.align();
    int first = 0;
    int start = 0;
    int found = -1;
    for (int i = 0; i < grams; i++) {
      first += bits.golomb(6);
      int second = kind == Gram.BIGRAM ? bits.read(16) : 0;
      if (first == key >>> 16 && second == (key & 0xffff)) {
        found = start;
      }
      start += bits.golomb(1) + 1;
    }
    bits.align();
    bits.skipUnits(found);
    return found < 0 ? Map.of() : postings(bits, kind);
  }

  private Map<Integer, Places> postings(Bits bits, Gram kind) {
    Map<Integer, Places> postings = new TreeMap<>();
    int count = bits.golomb(0) + 1;
    int reportOrder = count > 1 ? bits.read(4) : 0;
    int sectionOrder = count > 1 && kind == Gram.BIGRAM ? bits.read(3) : 3;
    int report = -1;
    for (int i = 0; i < count; i++) {
      report +=
          1 + (count > 1 ? bits.golomb(reportOrder) : bits.read(IndexFormat.reportBits(reports)));
      List<Integer> sections = new ArrayList<>();
      int spread = bits.golomb(0);
      int section = -1;
      for (int rest = spread / 2; kind == Gram.BIGRAM && rest >= 0; rest--) {
        section += bits.golomb(sectionOrder) + 1;
        sections.add(section);
      }
      postings.put(report, new Places(spread % 2 == 1, spread / 2 + 1, sections));
    }
    return postings;
  }

  /** A report's text with its separators. */
  String text(String path) {
    Bits bits = bits(path);
    int length = bits.golomb(12);
    List<String> alphabets = new ArrayList<>();
    for (int longest = bits.read(5); longest > 0; longest--) {
      StringBuilder alphabet = new StringBuilder();
      int count = bits.golomb(4);
      int order = count > 0 ? bits.read(4) : 0;
      int unit = -1;
      for (int i = 0; i < count; i++) {
        unit += bits.golomb(order) + 1;
        alphabet.append((char) unit);
      }
      alphabets.add(alphabet.toString());
    }
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int code = 0;
      for (String alphabet : alphabets) {
        code = code << 1 | bits.read(1);
        if (code < alphabet.length()) {
          text.append(alphabet.charAt(code));
          break;
        }
        code -= alphabet.length();
      }
    }
    return text.toString();
  }

  private Bits bits(String path) {
    byte[] bytes = files.get(path);
    String script = new String(bytes, StandardCharsets.UTF_16);
    String[] quoted = script.split("\"");
    assertEquals(path, "search/index/" + quoted[1] + ".js");
    return new Bits(quoted[3]);
  }

  private static final class Bits {
    private final String units;
    private int position;

    Bits(String units) {
      this.units = units;
    }

    void align() {
      position = (position + 14) / 15 * 15;
    }

    void skipUnits(int count) {
      position += count * 15;
    }

    int read(int bits) {
      int value = 0;
      for (int i = 0; i < bits; i++, position++) {
        int unit = units.charAt(position / 15) - 0x3000;
        value = value << 1 | unit >> 14 - position % 15 & 1;
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
