package annals.search;

import annals.search.ReportText.PassageText;
import annals.search.ReportText.SectionText;
import annals.text.Folding;

/**
 * Which gram stands where in the reports of one unit: bigrams in which sections of which reports
 * and whether in a heading, characters in how many sections. Grams never reach from one paragraph
 * into the next. Not thread-safe; used for one unit and thrown away.
 */
final class UnitPostings {
  private static final int USUAL_BIGRAMS = 1 << 15;

  /**
   * The number of the lead among the sections; in a character's spread it is one with the title.
   */
  private static final int LEAD = 1;

  private final IntList bigrams = new IntList(USUAL_BIGRAMS);

  /** Beside each bigram twice the place it stands in, plus 1 in a heading. */
  private final IntList spots = new IntList(USUAL_BIGRAMS);

  /** Places are the sections of all reports in order. */
  private final IntList placeReport = new IntList();

  private final IntList placeSection = new IntList();

  private final IntList characters = new IntList();

  /** Beside each character the number of its report and its spread there. */
  private final IntList characterReport = new IntList();

  private final IntList characterSpread = new IntList();
  private final CharacterSpreads spreads = new CharacterSpreads();

  /**
   * Adds a report. Reports must come in ascending order.
   *
   * @param number its number in the catalogue
   */
  void add(int number, ReportText report) {
    int sectionNumber = 0;
    for (SectionText section : report.sections()) {
      int spot = placeReport.size() * 2;
      int characterSpot = sectionNumber == LEAD ? spot - 2 : spot;
      placeReport.add(number);
      placeSection.add(sectionNumber++);
      addParagraph(section.heading(), spot + 1, characterSpot + 1);
      for (PassageText passage : section.passages()) {
        for (String paragraph : passage.paragraphs()) {
          addParagraph(paragraph, spot, characterSpot);
        }
      }
    }
    spreads.drain(
        (character, spread) -> {
          characters.add(IndexFormat.gram(character, '\0'));
          characterReport.add(number);
          characterSpread.add(spread);
        });
  }

  private void addParagraph(String text, int spot, int characterSpot) {
    String folded = Folding.fold(text).text();
    char before = '\0';
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      spreads.count(c, characterSpot);
      if (i > 0) {
        bigrams.add(IndexFormat.gram(before, c));
        spots.add(spot);
      }
      before = c;
    }
  }

  /**
   * Writes the postings, grams ascending within a bucket. For each gram: itself (4 bytes), the
   * length of what follows, then per report its distance from the last one (at first from {@code
   * firstReport} − 1), its spread (twice the number of sections less 1, plus 1 if one has it in its
   * heading) and, of a bigram, the distances between the sections (at first from −1), all but the
   * gram in variable-byte code.
   */
  void writeTo(Buckets buckets, int firstReport) {
    RadixSort.Sorted sorted = RadixSort.sort(bigrams.array(), spots.array(), bigrams.size());
    ByteList record = new ByteList();
    for (int start = 0; start < sorted.size(); ) {
      int end = sorted.endOfRun(start);
      record.clear();
      writeBigram(sorted.values(), start, end, firstReport - 1, record);
      buckets.add(sorted.keys()[start], record);
      start = end;
    }
    int[] order = new int[characters.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sorted = RadixSort.sort(characters.array(), order, order.length);
    for (int start = 0; start < sorted.size(); ) {
      int end = sorted.endOfRun(start);
      record.clear();
      int lastReport = firstReport - 1;
      for (int i = start; i < end; i++) {
        int report = characterReport.get(sorted.values()[i]);
        record.addVariable(report - lastReport);
        record.addVariable(characterSpread.get(sorted.values()[i]));
        lastReport = report;
      }
      buckets.add(sorted.keys()[start], record);
      start = end;
    }
  }

  private void writeBigram(int[] sorted, int start, int end, int reportBefore, ByteList record) {
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
