package annals.search;

import annals.output.OutputFile;
import annals.search.IndexFormat.Gram;

/**
 * A file with the posting lists of the grams of one hash value: first a directory of the grams and
 * the lengths of their lists, then the lists, each from a new unit on, so that a reader finds one
 * without reading the others.
 */
final class Shard {
  private final Gram kind;
  private final int number;
  private final int reportBits;
  private final BitWriter directory = new BitWriter();
  private final BitWriter lists = new BitWriter();
  private int grams;
  private int lastFirst;

  /**
   * @param reports the number of all reports
   */
  Shard(Gram kind, int number, int reports) {
    this.kind = kind;
    this.number = number;
    this.reportBits = IndexFormat.reportBits(reports);
  }

  /**
   * Adds a gram's list. Grams must come in ascending order.
   *
   * @param reports distances between report numbers less 1, the first from −1
   * @param spreads for each report twice the number of sections less 1, plus 1 if the gram stands
   *     in a heading
   * @param sections of a bigram the distances between section numbers less 1, for each report the
   *     first from −1
   */
  void add(int gram, IntList reports, IntList spreads, IntList sections) {
    int start = lists.length();
    lists.writeGolomb(reports.size() - 1, 0);
    if (reports.size() == 1) {
      lists.write(reports.get(0), reportBits);
      lists.writeGolomb(spreads.get(0), 0);
      writeSections(spreads.get(0), sections, 0, IndexFormat.LONE_SECTION_ORDER);
    } else {
      addSeveral(reports, spreads, sections);
    }
    lists.align();
    addToDirectory(gram, lists.length() - start);
  }

  private void addSeveral(IntList reports, IntList spreads, IntList sections) {
    int reportOrder = bestOrder(reports, IndexFormat.MAX_REPORT_ORDER);
    lists.write(reportOrder, IndexFormat.REPORT_ORDER_BITS);
    int sectionOrder = 0;
    if (kind == Gram.BIGRAM) {
      sectionOrder = bestOrder(sections, IndexFormat.MAX_SECTION_ORDER);
      lists.write(sectionOrder, IndexFormat.SECTION_ORDER_BITS);
    }
    int section = 0;
    for (int i = 0; i < reports.size(); i++) {
      lists.writeGolomb(reports.get(i), reportOrder);
      lists.writeGolomb(spreads.get(i), 0);
      section = writeSections(spreads.get(i), sections, section, sectionOrder);
    }
  }

  private int writeSections(int spread, IntList sections, int from, int order) {
    if (kind == Gram.CHARACTER) {
      return from;
    }
    int end = from + (spread >> 1) + 1;
    for (int i = from; i < end; i++) {
      lists.writeGolomb(sections.get(i), order);
    }
    return end;
  }

  private void addToDirectory(int gram, int length) {
    int first = gram >>> 16;
    directory.writeGolomb(first - lastFirst, IndexFormat.GRAM_ORDER);
    if (kind == Gram.BIGRAM) {
      directory.write(gram, 16);
    }
    directory.writeGolomb(length - 1, IndexFormat.LENGTH_ORDER);
    lastFirst = first;
    grams++;
  }

  /**
   * The order of the Golomb code, near the logarithm of the mean, that makes the numbers shortest.
   */
  private static int bestOrder(IntList values, int highest) {
    long sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(i);
    }
    int upper = Math.min(highest, 64 - Long.numberOfLeadingZeros(sum / values.size()));
    int best = upper;
    long bestBits = Long.MAX_VALUE;
    for (int order = Math.max(0, upper - 3); order <= upper; order++) {
      long bits = 0;
      for (int i = 0; i < values.size(); i++) {
        bits += BitWriter.golombBits(values.get(i), order);
      }
      if (bits < bestBits) {
        bestBits = bits;
        best = order;
      }
    }
    return best;
  }

  OutputFile finish() {
    BitWriter all = new BitWriter();
    all.writeGolomb(grams, IndexFormat.LENGTH_ORDER);
    all.align();
    directory.align();
    all.append(directory);
    all.append(lists);
    return Script.ofBits(kind.shardName(number), all);
  }
}
