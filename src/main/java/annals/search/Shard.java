package annals.search;

import annals.output.OutputFile;

/**
 * A file with the posting lists of the grams of one hash value. Each list begins at a full
 * character; their lengths stand apart so that a reader finds one without reading the others.
 */
final class Shard {
  private final String name;
  private final StringBuilder grams = new StringBuilder();
  private final BitWriter lengths = new BitWriter();
  private final BitWriter lists = new BitWriter();

  Shard(String name) {
    this.name = name;
  }

  /**
   * Adds a gram's list.
   *
   * @param reports distances between report numbers less 1, the first from −1
   * @param counts for each report the number of fields, at least 1
   * @param fields distances between field numbers less 1, for each report from −1
   */
  void add(int gram, IntList reports, IntList counts, IntList fields) {
    grams.append((char) (gram >>> 16));
    if (IndexFormat.kind(gram) == IndexFormat.Gram.BIGRAM) {
      grams.append((char) gram);
    }
    int start = lists.length();
    int reportOrder = bestOrder(reports);
    int fieldOrder = bestOrder(fields);
    lists.writeGolomb(reports.size() - 1, 0);
    lists.write(reportOrder, 5);
    lists.write(fieldOrder, 5);
    int field = 0;
    for (int i = 0; i < reports.size(); i++) {
      lists.writeGolomb(reports.get(i), reportOrder);
      lists.writeGolomb(counts.get(i) - 1, 0);
      for (int end = field + counts.get(i); field < end; field++) {
        lists.writeGolomb(fields.get(field), fieldOrder);
      }
    }
    lists.align();
    lengths.writeGolomb(lists.length() - start - 1, 1);
  }

  /**
   * The order of the Golomb code, near the logarithm of the mean, that makes the numbers shortest.
   */
  private static int bestOrder(IntList values) {
    long sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(i);
    }
    long mean = sum / values.size();
    int upper = 64 - Long.numberOfLeadingZeros(mean);
    int best = upper;
    long bestBits = Long.MAX_VALUE;
    for (int order = Math.max(0, upper - 2); order <= upper; order++) {
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
    byte[] bytes =
        new ScriptText(name).string(grams).units(lengths.finish()).units(lists.finish()).utf16();
    return new OutputFile(IndexFormat.path(name), bytes);
  }
}
