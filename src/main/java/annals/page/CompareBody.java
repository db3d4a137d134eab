package annals.page;

import annals.compare.YearComparison;
import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.compare.YearComparison.Run;
import annals.compare.YearComparison.SectionPair;
import annals.outline.Passage;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes two reports side by side: a row for each pair of sections with the heading across, and in
 * it a row for each pair of passages. What is the same is written once on each side, what changed
 * is {@code del} in the older and {@code ins} in the newer.
 */
final class CompareBody {
  private static final int SMALLEST_HEADING = 6;
  private static final Pattern NUMBER_END = Pattern.compile("[、.．\\s]+$");

  private final Site site;
  private final Route route;
  private final YearComparison comparison;
  private final BlockMarkup blocks;
  private final ProseMarkup prose;
  private final Map<String, String> places = new HashMap<>();
  private final Markup out = new Markup(48 * 1024);
  private int headingLevel = 1;

  CompareBody(Site site, Route route, YearComparison comparison) {
    this.site = site;
    this.route = route;
    this.comparison = comparison;
    this.blocks = new BlockMarkup(site.labels());
    this.prose = new ProseMarkup(site.labels());
  }

  /** Where a section of the older report stood. */
  private String placeOf(Section older) {
    if (places.isEmpty()) {
      comparison.rows().stream()
          .flatMap(row -> row.older().stream())
          .filter(section -> section.level() == 1)
          .forEach(section -> place(section, ""));
    }
    return places.getOrDefault(older.anchor(), "");
  }

  /** Where each section of the older report stood: 第三部分（二）. */
  private void place(Section section, String above) {
    String number = NUMBER_END.matcher(section.number()).replaceAll("");
    String here =
        section.level() == 1
            ? number.isEmpty() ? "" : site.text("compare.part", number)
            : above + number;
    places.put(section.anchor(), here);
    section.children().forEach(child -> place(child, here));
  }

  Html write() {
    if (!comparison.lead().isEmpty()) {
      boolean same = comparison.lead().stream().allMatch(p -> p.change() == Change.SAME);
      out.raw("<section class=\"lead")
          .raw(same ? " same" : "")
          .raw("\">\n<h2 class=\"vh\">")
          .text(site.text("compare.lead"))
          .raw("</h2>\n");
      comparison.lead().forEach(this::passage);
      out.raw("</section>\n");
      headingLevel = 2;
    }
    comparison.rows().forEach(this::row);
    return out.html();
  }

  private void row(SectionPair pair) {
    Section section =
        pair.newer()
            .or(pair::older)
            .orElseThrow(() -> new IllegalArgumentException("a pair of no sections"));
    boolean same = pair.change() == Change.SAME && !pair.moved();
    out.raw("<section class=\"level-")
        .raw(section.level())
        .raw(" ")
        .raw(word(pair.change()))
        .raw(pair.moved() ? " moved" : "")
        .raw(same ? " same" : "")
        .raw("\"")
        .attribute("id", (pair.newer().isPresent() ? "c-" : "o-") + section.anchor())
        .raw(">\n");
    heading(pair, section.level());
    pair.passages().forEach(this::passage);
    out.raw("</section>\n");
  }

  /** One heading for both sides, never more than one level below the one before it. */
  private void heading(SectionPair pair, int level) {
    headingLevel = Math.min(Math.min(level, headingLevel) + 1, SMALLEST_HEADING);
    out.raw("<h").raw(headingLevel).raw(">");
    side(pair.older(), comparison.older(), pair.heading().olderRuns(), "older");
    sign(pair.change(), pair.moved());
    side(pair.newer(), comparison.newer(), pair.heading().newerRuns(), "newer");
    out.raw("</h").raw(headingLevel).raw(">\n");
    if (pair.moved()) {
      pair.older()
          .map(this::placeOf)
          .filter(place -> !place.isEmpty())
          .ifPresent(
              place ->
                  out.raw("<p class=\"moved-from\">")
                      .text(site.text("compare.moved-from", place))
                      .raw("</p>\n"));
    }
  }

  private void side(Optional<Section> section, ReportId report, List<Run> runs, String side) {
    out.raw("<span class=\"").raw(side).raw(section.isPresent() ? "\">" : " none\">");
    if (section.isPresent()) {
      boolean linked = site.has(report);
      if (linked) {
        out.raw("<a")
            .attribute("href", route.linkTo(site.plan().report(report), section.get().anchor()))
            .raw(">");
      }
      if (runs.isEmpty()) {
        prose.plain(out, section.get().prose().text());
      } else {
        String number = section.get().number();
        prose.plain(out, runs.getFirst().text().startsWith(number) ? "" : number);
        runs(runs, side);
      }
      out.raw(linked ? "</a>" : "");
    } else {
      out.text(site.text(side.equals("older") ? "compare.not-in-older" : "compare.not-in-newer"));
    }
    out.raw("</span>");
  }

  private void sign(Change change, boolean moved) {
    String words = site.text("change." + word(change));
    out.raw("<span class=\"change\" role=\"img\"")
        .attribute("title", moved ? words + site.text("change.moved") : words)
        .raw(">")
        .text(site.text("change-sign." + word(change)))
        .text(moved ? site.text("change-sign.moved") : "")
        .raw("</span>");
  }

  private void passage(PassagePair pair) {
    out.raw("<div class=\"").raw(isReplaced(pair) ? "replaced" : word(pair.change())).raw("\">");
    passage(pair.older(), pair.olderRuns(), "older");
    passage(pair.newer(), pair.newerRuns(), "newer");
    out.raw("</div>\n");
  }

  /** Whether two passages stand in the same place and have nothing in common. */
  private static boolean isReplaced(PassagePair pair) {
    return pair.change() == Change.CHANGED
        && pair.olderRuns().stream().allMatch(Run::changed)
        && pair.newerRuns().stream().allMatch(Run::changed);
  }

  private void passage(Optional<Passage> passage, List<Run> runs, String side) {
    if (passage.isEmpty()) {
      return;
    }
    if (passage.get().sentences().isEmpty() || runs.isEmpty()) {
      out.raw("<div class=\"").raw(side).raw("\">");
      blocks.unanchored(out, passage.get().block());
      out.raw("</div>");
      return;
    }
    out.raw("<p class=\"").raw(side).raw("\">");
    runs(runs, side);
    out.raw("</p>");
  }

  private void runs(List<Run> runs, String side) {
    String element = side.equals("older") ? "del" : "ins";
    for (Run run : runs) {
      if (run.changed()) {
        out.raw("<").raw(element).raw(">");
        prose.plain(out, run.text());
        out.raw("</").raw(element).raw(">");
      } else {
        prose.plain(out, run.text());
      }
    }
  }

  private static String word(Change change) {
    return switch (change) {
      case SAME -> "unchanged";
      case CHANGED -> "changed";
      case ADDED -> "added";
      case REMOVED -> "removed";
    };
  }
}
