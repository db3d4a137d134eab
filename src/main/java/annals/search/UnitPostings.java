package annals.search;

import annals.search.ReportText.PassageText;
import annals.search.ReportText.SectionText;
import annals.text.Folding;

/**
 * Which gram stands where in the reports of one unit: in which sections of which reports, and
 * whether in a heading. Grams never reach from one paragraph into the next. Not thread-safe; used
 * for one unit and thrown away.
 */
final class UnitPostings {
  private final IntList grams = new IntList();

  /** Beside each gram twice the place it stands in, plus 1 in a heading. */
  private final IntList spots = new IntList();

  /** Places are the sections of all reports in order. */
  private final IntList placeReport = new IntList();

  private final IntList placeSection = new IntList();

  /** By character: one more than the last spot in which it was seen. */
  private final int[] lastSpot = new int[1 << 16];

  /**
   * Adds a report. Reports must come in ascending order.
   *
   * @param number its number in the catalogue
   */
  void add(int number, ReportText report) {
    int sectionNumber = 0;
    for (SectionText section : report.sections()) {
      int spot = placeReport.size() * 2;
      placeReport.add(number);
      placeSection.add(sectionNumber++);
      addParagraph(section.heading(), spot + 1);
      for (PassageText passage : section.passages()) {
        passage.paragraphs().forEach(paragraph -> addParagraph(paragraph, spot));
      }
    }
  }

  private void addParagraph(String text, int spot) {
    String folded = Folding.fold(text).text();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (lastSpot[c] != spot + 1) {
        lastSpot[c] = spot + 1;
        grams.add(IndexFormat.gram(c, '\0'));
        spots.add(spot);
      }
      if (i > 0) {
        grams.add(IndexFormat.gram(folded.charAt(i - 1), c));
        spots.add(spot);
      }
    }
  }

  /**
   * Writes the postings, grams ascending within a bucket. For each gram: itself (4 bytes), the
   * length of what follows, then per report its distance from the last one (at first from {@code
   * firstReport} − 1), twice the number of further sections plus 1 if it stands in a heading, and
   * the distances between the sections (at first from −1), all but the gram in variable-byte code.
   */
  void writeTo(Buckets buckets, int firstReport) {
    RadixSort.Sorted sorted = RadixSort.sort(grams.array(), spots.array(), grams.size());
    ByteList record = new ByteList();
    int start = 0;
    while (start < sorted.size()) {
      int gram = sorted.keys()[start];
      int end = start + 1;
      while (end < sorted.size() && sorted.keys()[end] == gram) {
        end++;
      }
      record.clear();
      writeReports(sorted.values(), start, end, firstReport - 1, record);
      ByteList bucket = buckets.of(gram);
      bucket.addInt(gram);
      bucket.addVariable(record.size());
      bucket.add(record);
      start = end;
    }
  }

  private void writeReports(int[] sorted, int start, int end, int reportBefore, ByteList record) {
    int lastReport = reportBefore;
    int i = start;
    while (i < end) {
      int report = placeReport.get(sorted[i] >> 1);
      int further = -1;
      int heading = 0;
      int last = -1;
      int next = i;
      for (; next < end && placeReport.get(sorted[next] >> 1) == report; next++) {
        heading |= sorted[next] & 1;
        if (sorted[next] >> 1 != last) {
          last = sorted[next] >> 1;
          further++;
        }
      }
      record.addVariable(report - lastReport);
      record.addVariable(further << 1 | heading);
      int lastSection = -1;
      for (; i < next; i++) {
        int section = placeSection.get(sorted[i] >> 1);
        if (section != lastSection) {
          record.addVariable(section - lastSection);
          lastSection = section;
        }
      }
      lastReport = report;
    }
  }
}
