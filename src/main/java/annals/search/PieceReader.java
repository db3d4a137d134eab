package annals.search;

import annals.search.IndexFormat.Gram;

/**
 * Reads a bucket gram by gram, grams ascending, the parts of all units joined. The lists it gives
 * are valid until the next gram and have the form that {@link PostingList#encode} takes.
 */
final class PieceReader {
  private final byte[] bytes;
  private final int[] firstReports;
  private final boolean withSections;
  private final IntList unitOfRecord = new IntList();
  private final IntList recordPositions = new IntList();
  private final RadixSort.Sorted records;
  private final IntList reports = new IntList();
  private final IntList spreads = new IntList();
  private final IntList sections = new IntList();
  private final IntList hints = new IntList();
  private int position;
  private int next;
  private int gram;

  PieceReader(Spill.Bucket bucket, Gram kind, int[] firstReports) {
    this.bytes = bucket.bytes();
    this.firstReports = firstReports;
    this.withSections = kind == Gram.BIGRAM;
    IntList grams = new IntList();
    for (int unit = 0; unit < bucket.ends().length; unit++) {
      while (position < bucket.ends()[unit]) {
        grams.add(readInt());
        recordPositions.add(position);
        unitOfRecord.add(unit);
        int length = readVariable();
        position += length;
      }
    }
    IntList order = new IntList();
    for (int i = 0; i < grams.size(); i++) {
      order.add(i);
    }
    this.records = RadixSort.sort(grams.array(), order.array(), grams.size());
  }

  boolean next() {
    if (next == records.size()) {
      return false;
    }
    gram = records.keys()[next];
    reports.clear();
    spreads.clear();
    sections.clear();
    hints.clear();
    int lastReport = -1;
    for (; next < records.size() && records.keys()[next] == gram; next++) {
      int index = records.values()[next];
      position = recordPositions.get(index);
      int end = readVariable() + position;
      int report = firstReports[unitOfRecord.get(index)] - 1;
      while (position < end) {
        report += readVariable();
        reports.add(report - lastReport - 1);
        lastReport = report;
        int spread = readVariable();
        spreads.add(spread);
        for (int i = 0; withSections && i <= spread >> 1; i++) {
          sections.add(readVariable() - 1);
          hints.add(readVariable());
        }
      }
    }
    return true;
  }

  int gram() {
    return gram;
  }

  IntList reports() {
    return reports;
  }

  IntList spreads() {
    return spreads;
  }

  IntList sections() {
    return sections;
  }

  IntList hints() {
    return hints;
  }

  private int readInt() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | bytes[position++] & 0xff;
    }
    return value;
  }

  private int readVariable() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[position++];
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
