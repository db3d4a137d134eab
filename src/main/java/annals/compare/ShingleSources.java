package annals.compare;

import annals.compare.Repetition.Place;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which shingles a report has, and in which of its sections each of them stands first. */
final class ShingleSources {
  private static final int USUAL_SHINGLES = 1 << 12;

  private final ReportId report;
  private final TermTable folded = new TermTable(USUAL_SHINGLES);
  private final TermTable exact = new TermTable(USUAL_SHINGLES);
  private final List<Section> sections = new ArrayList<>();

  ShingleSources(FollowUps.Told told) {
    this.report = told.id();
    for (ProsePieces.Piece piece : ProsePieces.of(told.outline())) {
      ShingledText text = ShingledText.of(piece.text());
      for (long shingle : text.folded()) {
        if (folded.add(shingle) == sections.size()) {
          sections.add(piece.section());
        }
      }
      for (long shingle : text.exact()) {
        exact.add(shingle);
      }
    }
  }

  ReportId report() {
    return report;
  }

  /** Whether it has the shingle, whatever the numbers. */
  boolean has(long shingle) {
    return folded.find(shingle) != TermTable.ABSENT;
  }

  /** Whether it has the shingle with the same numbers. */
  boolean hasExactly(long shingle) {
    return exact.find(shingle) != TermTable.ABSENT;
  }

  /** Where a shingle that it has stands first; absent in the lead. */
  Optional<Section> section(long shingle) {
    return Optional.ofNullable(sections.get(folded.find(shingle)));
  }

  Place place(Section section) {
    return new Place(report, section.anchor(), section.label());
  }
}
