package annals.page;

import annals.archive.Catalog;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which years one expects of a unit: from its first year to its last, as far as the archive
 * reaches.
 *
 * @param first the first year expected
 * @param last the last year expected; before {@code first} if nothing is
 * @param missing expected years without any report
 */
record Years(int first, int last, List<Integer> missing) {
  Years {
    missing = List.copyOf(missing);
  }

  static Years of(Site site, UnitInfo info) {
    Catalog.Unit unit = site.unit(info.slug()).orElseThrow();
    List<Integer> written = unit.reports().stream().map(e -> e.id().year()).distinct().toList();
    if (written.isEmpty()) {
      return new Years(0, -1, List.of());
    }
    int firstWritten = written.stream().mapToInt(year -> year).min().orElseThrow();
    int lastWritten = written.stream().mapToInt(year -> year).max().orElseThrow();
    int first =
        Math.min(firstWritten, Math.max(info.since().orElse(firstWritten), site.firstYear()));
    int last =
        Math.max(lastWritten, Math.min(info.until().orElse(site.lastYear()), site.lastYear()));
    List<Integer> missing = new ArrayList<>();
    for (int year = first; year <= last; year++) {
      if (!written.contains(year)) {
        missing.add(year);
      }
    }
    return new Years(first, last, missing);
  }

  boolean expects(int year) {
    return first <= year && year <= last;
  }

  /** The missing years in words. */
  String words(Site site) {
    return missing.stream()
        .map(year -> site.text("year", year))
        .collect(Collectors.joining(site.text("list.separator")));
  }
}
