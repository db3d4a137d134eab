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

  /** Beside each bigram a spot: the place it stands in, whether in a heading, what follows it. */
  private final IntList spots = new IntList(USUAL_BIGRAMS);

  private static final int PLACE_SHIFT = IndexFormat.HINT_BITS + 2;
  private static final int IN_HEADING = 1 << IndexFormat.HINT_BITS + 1;

  /** In the place of a hint where nothing follows. */
  private static final int NOTHING = 1 << IndexFormat.HINT_BITS;

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
      int place = placeReport.size();
      int spot = place << PLACE_SHIFT;
      int characterPlace = sectionNumber == LEAD ? place - 1 : place;
      placeReport.add(number);
      placeSection.add(sectionNumber++);
      addParagraph(section.heading(), spot | IN_HEADING, 2 * characterPlace + 1);
      for (PassageText passage : section.passages()) {
        for (String paragraph : passage.paragraphs()) {
          addParagraph(paragraph, spot, 2 * characterPlace);
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
    int last = folded.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = folded.charAt(i);
      spreads.count(c, characterSpot);
      if (i > 0) {
        bigrams.add(IndexFormat.gram(before, c));
        spots.add(spot | (i < last ? IndexFormat.hint(folded.charAt(i + 1)) : NOTHING));
      }
      before = c;
    }
  }

  /**
   * Writes the postings, grams ascending within a bucket. For each gram: itself (4 bytes), the
   * length of what follows, then per report its distance from the last one (at first from {@code
   * firstReport} − 1), its spread (twice the number of sections less 1, plus 1 if one has it in its
   * heading) and, of a bigram, for each section the distance from the one before (at first from −1)
   * and the set of the hints of what follows there, all but the gram in variable-byte code.
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
      int report = placeReport.get(sorted[i] >> PLACE_SHIFT);
      int further = -1;
      int heading = 0;
      int last = -1;
      int next = i;
      for (; next < end && placeReport.get(sorted[next] >> PLACE_SHIFT) == report; next++) {
        int place = sorted[next] >> PLACE_SHIFT;
        if (place != last) {
          further++;
          last = place;
        }
        if ((sorted[next] & IN_HEADING) != 0) {
          heading = 1;
        }
      }
      record.addVariable(report - lastReport);
      record.addVariable(further << 1 | heading);
      int lastSection = -1;
      while (i < next) {
        int place = sorted[i] >> PLACE_SHIFT;
        int hints = 0;
        for (; i < next && sorted[i] >> PLACE_SHIFT == place; i++) {
          hints |= (sorted[i] & NOTHING) == 0 ? 1 << (sorted[i] & NOTHING - 1) : 0;
        }
        record.addVariable(placeSection.get(place) - lastSection);
        record.addVariable(hints);
        lastSection = placeSection.get(place);
      }
      lastReport = report;
    }
  }
}
