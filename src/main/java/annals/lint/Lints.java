package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Suppression;
import annals.ingest.CleaningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is looked for in reports, with the site's severities and the authors' answers. A
 * check looks for all of it; a build for what is cheap, and for what the site made an error. Safe
 * for several threads.
 */
public final class Lints {
  private final Severities severities;
  private final boolean complete;
  private final List<Lint> lints;
  private final boolean copiedDates;

  private Lints(Severities severities, boolean complete, List<Lint> lints, boolean copiedDates) {
    this.severities = severities;
    this.complete = complete;
    this.lints = List.copyOf(lints);
    this.copiedDates = copiedDates;
  }

  /**
   * All lints that are not off.
   *
   * @param rules the cleaning rules, whose words must not be left in reports
   * @param exists whether there is a file at a path relative to the source folder
   */
  public static Lints complete(
      Severities severities, Supplier<CleaningRules> rules, Predicate<String> exists) {
    return new Lints(
        severities,
        true,
        Stream.concat(cheap(), others(rules, exists))
            .filter(lint -> lint.names().stream().anyMatch(name -> severities.of(name).isPresent()))
            .toList(),
        severities.of(CopiedDates.NAME).isPresent());
  }

  /** Those that a build runs: the cheap ones, and those that stop it. */
  public static Lints ofBuild(
      Severities severities, Supplier<CleaningRules> rules, Predicate<String> exists) {
    return new Lints(
        severities,
        false,
        severities.isUsual()
            ? cheap().toList()
            : Stream.concat(
                    cheap(),
                    others(rules, exists).filter(lint -> severities.stopsBuild(lint.names())))
                .toList(),
        severities.stopsBuild(List.of(CopiedDates.NAME)));
  }

  private static Stream<Lint> cheap() {
    return Stream.of(new MissingParts(), new Placeholders());
  }

  private static Stream<Lint> others(Supplier<CleaningRules> rules, Predicate<String> exists) {
    return Stream.of(
        new Punctuation(),
        new Leftovers(rules.get().leftovers()),
        new YearsInText(),
        new PointOrder(),
        new Counts(),
        new Pictures(exists));
  }

  /** What is found in one report by itself. */
  public List<Diagnostic> of(ReportRecord record) {
    List<Diagnostic> found = new ArrayList<>();
    lints.forEach(lint -> lint.check(record, found::add));
    return found;
  }

  /** What is found by holding the reports of one unit against one another. */
  public List<Diagnostic> of(List<ReportRecord> unit) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, List<ReportRecord>> byKind =
        unit.stream().collect(Collectors.groupingBy(record -> record.id().kind()));
    for (List<ReportRecord> reports : byKind.values()) {
      SameYear.check(reports, found::add);
      if (copiedDates) {
        CopiedDates.check(reports, found::add);
      }
    }
    return found;
  }

  /**
   * What is left of a report's findings: without those its author has answered, and as heavy as the
   * site says.
   */
  public List<Diagnostic> settled(
      String path, List<Diagnostic> found, List<Suppression> suppressions) {
    List<Diagnostic> unanswered =
        suppressions.isEmpty()
            ? found
            : new Answers(path, suppressions).unanswered(found, complete);
    return unanswered.stream().flatMap(severities::weighed).toList();
  }
}
