package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.Block;
import annals.report.Kinds;
import annals.text.YearMention;
import annals.text.Years;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years that do not fit the report: a lead that announces another year, headings below the top
 * level, and deadlines of a plan that had passed when it was written.
 */
final class YearsInText implements Lint {
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "现[将就对把][^0-9，。；和及与并]{0,12}(?<year>(?:19|20)\\d\\d)年度?[^，。；和及与并]{0,24}?"
              + "(?:工作(?!安排|计划|打算|要点|思路)|总结|述职|情况|汇报|报告)");
  private static final Pattern DEADLINE =
      Pattern.compile(
          "(?:确保|力争|争取|计划|务必|要)[^，。；]{0,12}?(?<!始于|截至|截止)(?<year>20\\d\\d)年"
              + "(?:\\d{1,2}月)?(?:上半年|年?底|末|内)?(?:之?前|以前)");

  @Override
  public List<String> names() {
    return List.of("lead-year", "heading-year", "deadline-past");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    Outline outline = record.outline();
    if (outline.years().summary() == 0) {
      return;
    }
    if (!outline.kind().equals(Kinds.GOVERNMENT)) {
      outline.lead().forEach(passage -> lead(record, passage, found));
    }
    outline.walk().forEach(section -> section(record, section, found));
  }

  private static void lead(ReportRecord record, Passage passage, Consumer<Diagnostic> found) {
    if (!(passage.block() instanceof Block.Paragraph paragraph)) {
      return;
    }
    Matcher announced = ANNOUNCED.matcher(paragraph.prose().text());
    int summary = record.outline().years().summary();
    if (announced.find() && Integer.parseInt(announced.group("year")) != summary) {
      found.accept(
          Diagnostic.warning(
              "lead-year",
              new Position(record.report().path(), paragraph.line(), announced.start("year") + 1),
              "the lead announces " + announced.group("year") + ", the report is about " + summary,
              "correct the lead, or year: in the front matter"));
    }
  }

  private static void section(ReportRecord record, Section section, Consumer<Diagnostic> found) {
    String path = record.report().path();
    if (section.level() > 1) {
      headingYear(section)
          .ifPresent(
              year ->
                  found.accept(
                      Diagnostic.warning(
                          "heading-year",
                          new Position(path, section.line(), 1),
                          "heading says "
                              + year
                              + " in a "
                              + section.role().word()
                              + " of "
                              + section.target().from(),
                          "correct the heading, or state {year=" + year + "} at its end")));
    }
    if (section.role() != Role.PLAN) {
      return;
    }
    section
        .headingSentence()
        .ifPresent(s -> deadline(path, section.line(), s, section.target().from(), found));
    for (Passage passage : section.body()) {
      for (Sentence sentence : passage.sentences()) {
        deadline(path, passage.block().line(), sentence, section.target().from(), found);
      }
    }
  }

  /** A year that a summary cannot look back on. */
  private static Optional<Integer> headingYear(Section section) {
    List<YearMention> mentions = Years.in(section.heading());
    if (mentions.size() != 1 || mentions.getFirst().isRange() || section.role() != Role.SUMMARY) {
      return Optional.empty();
    }
    return Optional.of(mentions.getFirst().from()).filter(year -> year > section.target().to());
  }

  private static void deadline(
      String path, int line, Sentence sentence, int target, Consumer<Diagnostic> found) {
    Matcher deadline = DEADLINE.matcher(sentence.text());
    while (deadline.find()) {
      int year = Integer.parseInt(deadline.group("year"));
      if (year < target) {
        found.accept(
            Diagnostic.warning(
                "deadline-past",
                new Position(path, line, sentence.span().start() + deadline.start("year") + 1),
                "a plan for " + target + " sets a deadline in " + year,
                "a date left from an earlier plan?"));
      }
    }
  }
}
