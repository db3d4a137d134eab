package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Passage;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.text.YearMention;
import annals.text.Years;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sentences that stand word for word, other figures apart, in last year's report too and still name
 * last year. A plan that looks back, and a problem that returns, name it rightly only in other
 * words.
 */
final class CopiedDates {
  static final String NAME = "copied-date";
  private static final int SHORTEST = 14;

  private CopiedDates() {}

  /**
   * @param reports those of one unit and kind, by year
   */
  static void check(List<ReportRecord> reports, Consumer<Diagnostic> found) {
    for (int i = 1; i < reports.size(); i++) {
      ReportRecord before = reports.get(i - 1);
      Set<String> earlier = new HashSet<>();
      before
          .outline()
          .walk()
          .forEach(section -> section.sentences().forEach(s -> shape(s).ifPresent(earlier::add)));
      ReportRecord now = reports.get(i);
      now.outline().walk().forEach(section -> look(now, before, section, earlier, found));
    }
  }

  private static void look(
      ReportRecord now,
      ReportRecord before,
      Section section,
      Set<String> earlier,
      Consumer<Diagnostic> found) {
    int last =
        switch (section.role()) {
          case SUMMARY, PROBLEMS, OTHER -> before.outline().years().summary();
          case PLAN -> before.outline().years().plan();
        };
    for (Passage passage : section.body()) {
      for (Sentence sentence : passage.sentences()) {
        Optional<YearMention> left =
            Years.in(sentence.text()).stream()
                .filter(mention -> !mention.isRange() && mention.from() == last)
                .findFirst();
        if (left.isPresent() && shape(sentence).filter(earlier::contains).isPresent()) {
          int column = sentence.span().start() + left.get().span().start() + 1;
          found.accept(
              Diagnostic.warning(
                  NAME,
                  new Position(now.report().path(), passage.block().line(), column),
                  "this sentence stands in the report of "
                      + before.id().year()
                      + " too, and still says "
                      + last,
                  "copied from " + before.report().path() + "?"));
        }
      }
    }
  }

  /** A sentence that names a year, with all figures but years taken out. */
  private static Optional<String> shape(Sentence sentence) {
    String text = sentence.text();
    if (text.length() < SHORTEST || text.indexOf('年') < 0) {
      return Optional.empty();
    }
    return Optional.of(
        text.replaceAll("(?<![0-9])(?!(?:19|20)[0-9]{2}年)[0-9]+(?:\\.[0-9]+)?", "#"));
  }
}
