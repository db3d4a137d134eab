package annals.search;

import annals.search.ReportText.PassageText;
import annals.search.ReportText.SectionText;
import annals.text.Folding;

/**
 * Which gram stands where in the reports of one unit. A place is a report and a field in it: field
 * 2i is the heading of section i, 2i + 1 its body. Grams never reach from one paragraph into the
 * next. Not thread-safe; used for one unit and thrown away.
 */
final class UnitPostings {
  private final IntList grams = new IntList();
  private final IntList places = new IntList();
  private final IntList placeReport = new IntList();
  private final IntList placeField = new IntList();

  /** By character: one more than the last place in which it was seen. */
  private final int[] lastPlace = new int[1 << 16];

  /**
   * Adds a report. Reports must come in ascending order.
   *
   * @param number its number in the catalogue
   */
  void add(int number, ReportText report) {
    int field = 0;
    for (SectionText section : report.sections()) {
      open(number, field++);
      addParagraph(section.heading());
      open(number, field++);
      for (PassageText passage : section.passages()) {
        passage.paragraphs().forEach(this::addParagraph);
      }
    }
  }

  private void open(int report, int field) {
    placeReport.add(report);
    placeField.add(field);
  }

  private void addParagraph(String text) {
    String folded = Folding.fold(text).text();
    int place = placeReport.size() - 1;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (lastPlace[c] != place + 1) {
        lastPlace[c] = place + 1;
        grams.add(IndexFormat.gram(c, '\0'));
        places.add(place);
      }
      if (i > 0) {
        grams.add(IndexFormat.gram(folded.charAt(i - 1), c));
        places.add(place);
      }
    }
  }

  /**
   * Writes the postings, grams ascending within a bucket. For each gram: itself (4 bytes), the
   * length of what follows, then per report its distance from the last one (from {@code
   * firstReport} − 1), the number of fields and the distances between them, all but the gram in
   * variable-byte code.
   *
   * @param buckets of bigrams, then of characters
   */
  void writeTo(Buckets buckets, int firstReport) {
    RadixSort.Sorted sorted = RadixSort.sort(grams.array(), places.array(), grams.size());
    ByteList record = new ByteList();
    IntList fields = new IntList();
    int i = 0;
    while (i < sorted.size()) {
      int gram = sorted.keys()[i];
      record.clear();
      int lastReport = firstReport - 1;
      while (i < sorted.size() && sorted.keys()[i] == gram) {
        int report = placeReport.get(sorted.values()[i]);
        fields.clear();
        int lastPlaceSeen = -1;
        for (; i < sorted.size() && sorted.keys()[i] == gram; i++) {
          int place = sorted.values()[i];
          if (placeReport.get(place) != report) {
            break;
          }
          if (place != lastPlaceSeen) {
            fields.add(placeField.get(place));
            lastPlaceSeen = place;
          }
        }
        record.addVariable(report - lastReport);
        lastReport = report;
        record.addVariable(fields.size());
        int lastField = -1;
        for (int f = 0; f < fields.size(); f++) {
          record.addVariable(fields.get(f) - lastField);
          lastField = fields.get(f);
        }
      }
      ByteList bucket = buckets.of(gram);
      bucket.addInt(gram);
      bucket.addVariable(record.size());
      bucket.add(record);
    }
  }
}
