package annals.page;

import annals.compare.YearComparison;
import annals.compare.YearComparison.SectionPair;

/**
 * How many sections of two reports are the same, changed, added, dropped, and moved.
 *
 * @param regrouped sections that stand alone, yet whose matter goes on in or comes from others
 */
record CompareCounts(int same, int changed, int added, int removed, int moved, int regrouped) {

  static CompareCounts of(YearComparison comparison) {
    int same = 0;
    int changed = 0;
    int added = 0;
    int removed = 0;
    int moved = 0;
    int regrouped = 0;
    for (SectionPair pair : comparison.rows()) {
      if (pair.isMerged() || pair.isSplit()) {
        regrouped++;
        continue;
      }
      switch (pair.change()) {
        case SAME -> same++;
        case CHANGED -> changed++;
        case ADDED -> added++;
        case REMOVED -> removed++;
      }
      if (pair.moved()) {
        moved++;
      }
    }
    return new CompareCounts(same, changed, added, removed, moved, regrouped);
  }

  String words(Site site) {
    return site.text("compare.counts", same, changed, added, removed, moved, regrouped);
  }

  /** Only what differs; that nothing does if so. */
  String shortWords(Site site) {
    int different = changed + added + removed + regrouped;
    return different == 0
        ? site.text("compare.counts-none")
        : site.text("compare.counts-short", different);
  }
}
