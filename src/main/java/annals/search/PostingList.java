package annals.search;

import annals.search.IndexFormat.Gram;

/**
 * Codes where one gram stands, as docs/index-format.md describes a list. Keeps its working space
 * between lists; not thread-safe.
 */
final class PostingList {
  private static final int HINTS = 1 << IndexFormat.HINT_BITS;

  private final Gram kind;
  private final int reportBits;
  private final BitWriter bits = new BitWriter();

  /** What usually follows the bigram in hand, −1 if that varies or nothing is said about it. */
  private int usual;

  private boolean hinted;

  /**
   * @param reportBits how many bits a report's number takes
   */
  PostingList(Gram kind, int reportBits) {
    this.kind = kind;
    this.reportBits = reportBits;
  }

  /**
   * Codes a list, in whole steps of bits; the result holds until the next call.
   *
   * @param reports distances between report numbers less 1, the first from −1
   * @param spreads for each report twice the number of sections less 1, plus 1 if the gram stands
   *     in a heading
   * @param sections of a bigram the distances between section numbers less 1, for each report the
   *     first from −1
   * @param hints of a bigram for each section the set of hints of what follows
   */
  BitWriter encode(IntList reports, IntList spreads, IntList sections, IntList hints) {
    bits.clear();
    bits.writeGolomb(reports.size() - 1, 0);
    if (reports.size() == 1) {
      hinted = false;
      bits.write(reports.get(0), reportBits);
      bits.writeGolomb(spreads.get(0), 0);
      writeSections(spreads.get(0), sections, hints, 0, IndexFormat.LONE_SECTION_ORDER);
    } else {
      writeSeveral(reports, spreads, sections, hints);
    }
    bits.align(IndexFormat.LIST_STEP_BITS);
    return bits;
  }

  private void writeSeveral(IntList reports, IntList spreads, IntList sections, IntList hints) {
    int reportOrder = bestOrder(reports, IndexFormat.MAX_REPORT_ORDER);
    bits.write(reportOrder, IndexFormat.REPORT_ORDER_BITS);
    int sectionOrder = 0;
    if (kind == Gram.BIGRAM) {
      sectionOrder = bestOrder(sections, IndexFormat.MAX_SECTION_ORDER);
      bits.write(sectionOrder, IndexFormat.SECTION_ORDER_BITS);
    }
    hinted = kind == Gram.BIGRAM && reports.size() >= IndexFormat.HINTED_REPORTS;
    if (hinted) {
      chooseHintCode(hints);
    }
    int section = 0;
    for (int i = 0; i < reports.size(); i++) {
      bits.writeGolomb(reports.get(i), reportOrder);
      bits.writeGolomb(spreads.get(i), 0);
      section = writeSections(spreads.get(i), sections, hints, section, sectionOrder);
    }
  }

  private int writeSections(
      int spread, IntList sections, IntList hints, int from, int sectionOrder) {
    if (kind == Gram.CHARACTER) {
      return from;
    }
    int end = from + (spread >> 1) + 1;
    for (int i = from; i < end; i++) {
      bits.writeGolomb(sections.get(i), sectionOrder);
      if (hinted) {
        writeHints(hints.get(i));
      }
    }
    return end;
  }

  /** Says whether one hint is so frequent that a code in which it is short pays. */
  private void chooseHintCode(IntList hints) {
    int[] alone = new int[HINTS];
    int several = 0;
    int none = 0;
    for (int i = 0; i < hints.size(); i++) {
      int set = hints.get(i);
      if (set == 0) {
        none++;
      } else if (Integer.bitCount(set) == 1) {
        alone[Integer.numberOfTrailingZeros(set)]++;
      } else {
        several++;
      }
    }
    int most = 0;
    int single = 0;
    for (int hint = 0; hint < HINTS; hint++) {
      most = alone[hint] > alone[most] ? hint : most;
      single += alone[hint];
    }
    long even = 4L * single + 9L * (several + none);
    long uneven =
        IndexFormat.HINT_BITS + alone[most] + 5L * (single - alone[most] + none) + 10L * several;
    usual = uneven < even ? most : -1;
    bits.write(usual >= 0 ? 1 : 0, 1);
    if (usual >= 0) {
      bits.write(usual, IndexFormat.HINT_BITS);
    }
  }

  private void writeHints(int set) {
    boolean single = Integer.bitCount(set) == 1;
    int hint = Integer.numberOfTrailingZeros(set);
    if (usual < 0) {
      bits.write(single ? 1 : 0, 1);
      bits.write(single ? hint : set, single ? IndexFormat.HINT_BITS : HINTS);
    } else if (single && hint == usual) {
      bits.write(1, 1);
    } else if (single || set == 0) {
      bits.write(1, 2);
      bits.write(single ? hint : usual, IndexFormat.HINT_BITS);
    } else {
      bits.write(0, 2);
      bits.write(set, HINTS);
    }
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
}
