package annals.archive;

import annals.compare.Ruling.OutcomeLink;
import annals.compare.Rulings;
import annals.compare.SentenceRef;
import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sentences that people name in their rulings. */
public final class OutcomeLinks {
  private OutcomeLinks() {}

  /**
   * The sentences a link leads to: in the unit's own report of that year and kind, or in that of
   * another unit of its family. The anchor of a paragraph stands for all its sentences.
   */
  public static Optional<Rulings.Found> find(
      OutcomeLink link, UnitArchives.Member unit, List<UnitArchives.Member> family) {
    return Stream.concat(Stream.of(unit), family.stream().filter(member -> member != unit))
        .flatMap(member -> member.reports().stream())
        .filter(report -> report.id().year() == link.year())
        .filter(report -> Rulings.isKind(link.kind(), report.id().kind()))
        .map(report -> found(report, link.anchor()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Rulings.Found> found(ReportRecord report, String anchor) {
    return Optional.of(sentences(report.outline(), anchor))
        .filter(sentences -> !sentences.isEmpty())
        .map(sentences -> new Rulings.Found(report.id(), sentences));
  }

  private static List<SentenceRef> sentences(Outline outline, String anchor) {
    return outline.walk().flatMap(section -> sentences(section, anchor)).toList();
  }

  private static Stream<SentenceRef> sentences(Section section, String anchor) {
    for (Passage passage : section.body()) {
      if (passage.anchor().equals(anchor)) {
        return passage.sentences().stream().map(s -> new SentenceRef(section, s));
      }
    }
    return section.sentences().stream()
        .filter(sentence -> sentence.anchor().equals(anchor))
        .map(sentence -> new SentenceRef(section, sentence));
  }
}
