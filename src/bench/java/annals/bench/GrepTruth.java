package annals.bench;

import annals.text.Folding;
import annals.text.Spaces;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What queries have to find: a plain substring search through every paragraph of every report, with
 * the meaning of several terms as {@code docs/index-format.md} documents it. Immutable.
 */
final class GrepTruth {
  private static final String PARAGRAPH = "\n";

  private final List<ReportTexts.Report> reports;
  private final List<List<String>> folded;

  GrepTruth(List<ReportTexts.Report> reports) {
    this.reports = reports;
    this.folded =
        reports.parallelStream()
            .map(report -> report.sections().stream().map(GrepTruth::folded).toList())
            .toList();
  }

  /** The pages of the reports in which all terms stand in one section, else of those with all. */
  Set<String> find(Query query) {
    Set<String> together = find(query, this::inOneSection);
    return together.isEmpty() && query.hasSeveralTerms() ? findAnywhere(query) : together;
  }

  /** The pages of the reports that have all terms anywhere. */
  Set<String> findAnywhere(Query query) {
    return find(query, this::inOneReport);
  }

  private interface Scope {
    boolean holds(int report, List<Needle> needles);
  }

  private Set<String> find(Query query, Scope scope) {
    List<Predicate<Integer>> alternatives =
        query.clauses().stream().map(clause -> test(clause, scope)).toList();
    return IntStream.range(0, reports.size())
        .parallel()
        .filter(report -> alternatives.stream().anyMatch(holds -> holds.test(report)))
        .mapToObj(report -> reports.get(report).url())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Predicate<Integer> test(Query.Clause clause, Scope scope) {
    List<Needle> all = clause.all().stream().map(Needle::of).toList();
    List<Needle> none = clause.none().stream().map(Needle::of).toList();
    return report ->
        none.stream().noneMatch(needle -> inOneReport(report, List.of(needle)))
            && scope.holds(report, all);
  }

  private boolean inOneSection(int report, List<Needle> needles) {
    return sections(report)
        .anyMatch(section -> needles.stream().allMatch(needle -> holds(report, section, needle)));
  }

  private boolean inOneReport(int report, List<Needle> needles) {
    return needles.stream()
        .allMatch(needle -> sections(report).anyMatch(section -> holds(report, section, needle)));
  }

  private IntStream sections(int report) {
    return IntStream.range(0, folded.get(report).size());
  }

  private boolean holds(int report, int section, Needle needle) {
    return folded.get(report).get(section).contains(needle.folded())
        && (needle.strict() == null
            || reports.get(report).sections().get(section).stream()
                .anyMatch(paragraph -> strictly(paragraph).contains(needle.strict())));
  }

  /**
   * @param strict as {@link #strictly}, or null if the term was not quoted
   */
  private record Needle(String folded, String strict) {
    static Needle of(Query.Term term) {
      return new Needle(
          Folding.text(term.text()), term.quoted() ? strictly(term.text()) : null);
    }
  }

  private static String folded(List<String> paragraphs) {
    return paragraphs.stream().map(Folding::text).collect(Collectors.joining(PARAGRAPH));
  }

  /** Folded, but for punctuation, signs and single spaces. */
  private static String strictly(String text) {
    StringBuilder strict = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean basic = Character.isBmpCodePoint(c);
              if (basic && Spaces.isInvisible((char) c)) {
                return;
              }
              if (basic && Spaces.isSpace((char) c)) {
                strict.append(strict.isEmpty() || strict.charAt(strict.length() - 1) != ' ' ? " " : "");
              } else if (isMarkOrSign(c)) {
                strict.appendCodePoint(c);
              } else {
                strict.append(Folding.text(Character.toString(c)));
              }
            });
    return strict.toString();
  }

  private static boolean isMarkOrSign(int codePoint) {
    return Character.toString(codePoint).matches("[\\p{P}\\p{S}]");
  }
}
