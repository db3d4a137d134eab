package annals.figures;

import annals.outline.Outline;
import annals.outline.Passage;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Collects what a report says in numbers for a year: its account and problems for the year they
 * look back on, its plan for the year it plans. Sections on a span of years, and what follows “五年来”
 * in a paragraph, are left out: their sums are no year's.
 */
public final class Observations {
  private static final String RUN =
      "(?:这|过去|近|最近)?[三四五六七八九十两]年(?:来|间)|过去[三四五六七八九十两]年|“?十[一二三四五]五”?(?:时期|期间)";

  private static final Pattern OPENS_RUN_OF_YEARS = Pattern.compile("^(?:" + RUN + ")");
  private static final Pattern RUN_OF_YEARS =
      Pattern.compile(RUN + "|[三四五六七八九十两]年(?:工作)?(?:回顾|成就)|“?十[一二三四五]五”?规划");

  private Observations() {}

  /** In the order of reading. */
  public static List<Observation> in(ReportId report, Outline outline) {
    List<Observation> found = new ArrayList<>();
    int told = outline.years().summary();
    passages(report, outline.lead(), told, Observation.Side.REACHED, found);
    for (Section section : outline.sections()) {
      collect(report, section, found);
    }
    return found;
  }

  private static void collect(ReportId report, Section section, List<Observation> found) {
    if (section.target().isRange() || RUN_OF_YEARS.matcher(section.heading()).find()) {
      return;
    }
    if (section.role() != Role.OTHER) {
      Observation.Side side =
          section.role() == Role.PLAN ? Observation.Side.PLANNED : Observation.Side.REACHED;
      int year = section.target().from();
      section.headingSentence().ifPresent(s -> sentence(report, s, year, side, found));
      passages(report, section.body(), year, side, found);
    }
    for (Section child : section.children()) {
      collect(report, child, found);
    }
  }

  private static void passages(
      ReportId report,
      List<Passage> passages,
      int year,
      Observation.Side side,
      List<Observation> found) {
    for (Passage passage : passages) {
      for (Sentence sentence : passage.sentences()) {
        if (OPENS_RUN_OF_YEARS.matcher(sentence.text()).find()) {
          break;
        }
        sentence(report, sentence, year, side, found);
      }
    }
  }

  private static void sentence(
      ReportId report,
      Sentence sentence,
      int year,
      Observation.Side side,
      List<Observation> found) {
    for (Mention mention : Mentions.in(sentence.text())) {
      found.add(new Observation(year, side, report, sentence, mention));
    }
  }
}
