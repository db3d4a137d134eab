package annals.page;

import annals.compare.Mention;
import annals.compare.YearComparison;
import annals.compare.YearComparison.Change;
import annals.compare.YearComparison.PassagePair;
import annals.compare.YearComparison.Run;
import annals.compare.YearComparison.SectionPair;
import annals.outline.Passage;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes two reports side by side: a row for each pair of sections with the heading across, and in
 * it a row for each pair of passages. What is the same is written once on each side, what changed
 * is {@code del} in the older and {@code ins} in the newer.
 */
final class CompareBody {
  private static final int SMALLEST_HEADING = 6;

  private final Site site;
  private final Route route;
  private final YearComparison comparison;
  private final BlockMarkup blocks;
  private final ProseMarkup prose;
  private final SectionPlaces olderPlaces;
  private final SectionPlaces newerPlaces;
  private final Markup out = new Markup(48 * 1024);
  private int headingLevel = 1;

  CompareBody(Site site, Route route, YearComparison comparison) {
    this.site = site;
    this.route = route;
    this.comparison = comparison;
    this.blocks = new BlockMarkup(site.labels());
    this.prose = new ProseMarkup(site.labels());
    this.olderPlaces = new SectionPlaces(site, comparison.rows().stream().map(SectionPair::older));
    this.newerPlaces = new SectionPlaces(site, comparison.rows().stream().map(SectionPair::newer));
  }

  Html write() {
    if (!comparison.lead().isEmpty()) {
      boolean same = comparison.lead().stream().allMatch(p -> p.change() == Change.SAME);
      out.raw("<section id=\"lead\" class=\"lead")
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
        .raw(word(pair))
        .raw(" role-")
        .raw(section.role().word())
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
    sign(pair);
    side(pair.newer(), comparison.newer(), pair.heading().newerRuns(), "newer");
    out.raw("</h").raw(headingLevel).raw(">\n");
    List<String> notes = notes(pair);
    if (!notes.isEmpty()) {
      out.raw("<p class=\"moved-from\">")
          .text(String.join(site.text("compare.notes-separator"), notes))
          .raw("</p>\n");
    }
  }

  /** What became of a section, in words. */
  private List<String> notes(SectionPair pair) {
    List<String> notes = new ArrayList<>();
    boolean both = pair.older().isPresent() && pair.newer().isPresent();
    if (both && pair.heading().change() == Change.CHANGED && isBelowParts(pair)) {
      notes.add(site.text("compare.renamed"));
    }
    if (pair.moved()) {
      pair.older()
          .map(section -> olderPlaces.of(section))
          .filter(place -> !place.isEmpty())
          .ifPresent(place -> notes.add(site.text("compare.moved-from", place)));
    }
    if (pair.isMerged()) {
      notes.add(
          site.text(
              pair.wentTo().size() > 1 ? "compare.scattered" : "compare.merged",
              names(newerPlaces, pair.wentTo())));
    } else if (!pair.wentTo().isEmpty()) {
      notes.add(site.text("compare.part-went", names(newerPlaces, pair.wentTo())));
    }
    if (pair.isSplit()) {
      notes.add(
          site.text(
              pair.cameFrom().size() > 1 ? "compare.joined" : "compare.split",
              names(olderPlaces, pair.cameFrom())));
    } else if (!pair.cameFrom().isEmpty()) {
      notes.add(site.text("compare.part-came", names(olderPlaces, pair.cameFrom())));
    }
    return notes;
  }

  /** Parts change their headings every year with the year they name. */
  private static boolean isBelowParts(SectionPair pair) {
    return pair.newer().filter(section -> section.level() > 1).isPresent();
  }

  private String names(SectionPlaces places, List<Section> sections) {
    return sections.stream()
        .map(section -> places.of(section) + section.heading())
        .collect(Collectors.joining(site.text("list.separator")));
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

  private void sign(SectionPair pair) {
    String word = word(pair);
    String words = site.text("change." + word);
    out.raw("<span class=\"change\" role=\"img\"")
        .attribute("title", pair.moved() ? words + site.text("change.moved") : words)
        .raw(">")
        .text(site.text("change-sign." + word))
        .text(pair.moved() ? site.text("change-sign.moved") : "")
        .raw("</span>");
  }

  private void passage(PassagePair pair) {
    out.raw("<div class=\"").raw(isReplaced(pair) ? "replaced" : word(pair.change())).raw("\">");
    passage(pair, pair.older(), pair.olderRuns(), "older");
    passage(pair, pair.newer(), pair.newerRuns(), "newer");
    out.raw("</div>\n");
  }

  /** Whether two passages stand in the same place and have nothing in common. */
  private static boolean isReplaced(PassagePair pair) {
    return pair.change() == Change.CHANGED
        && pair.olderRuns().stream().allMatch(Run::changed)
        && pair.newerRuns().stream().allMatch(Run::changed);
  }

  private void passage(PassagePair pair, Optional<Passage> passage, List<Run> runs, String side) {
    if (passage.isEmpty()) {
      return;
    }
    if (passage.get().sentences().isEmpty() || runs.isEmpty()) {
      out.raw("<div class=\"").raw(side).raw("\">");
      from(pair, side);
      blocks.unanchored(out, passage.get().block());
      out.raw("</div>");
      return;
    }
    out.raw("<p class=\"").raw(side).raw("\">");
    from(pair, side);
    runs(runs, side);
    out.raw("</p>");
  }

  /** Where an older passage stood, if not in the section beside it. */
  private void from(PassagePair pair, String side) {
    if (side.equals("older")) {
      pair.olderSection()
          .ifPresent(
              section ->
                  out.raw("<span class=\"from\">")
                      .text(
                          site.text(
                              "compare.moved-from", olderPlaces.of(section) + section.heading()))
                      .raw("</span>"));
    }
  }

  private void runs(List<Run> runs, String side) {
    Optional<Mention> elsewhere = Optional.empty();
    for (Run run : runs) {
      if (!run.elsewhere().equals(elsewhere)) {
        end(elsewhere, side);
        elsewhere = run.elsewhere();
        out.raw(elsewhere.isPresent() ? "<span class=\"elsewhere\">" : "");
      }
      run(run, side.equals("older") ? "del" : "ins");
    }
    end(elsewhere, side);
  }

  /** Ends a sentence whose counterpart stands elsewhere, with a link to it. */
  private void end(Optional<Mention> elsewhere, String side) {
    elsewhere.ifPresent(
        other -> {
          SectionPlaces places = side.equals("older") ? newerPlaces : olderPlaces;
          String place = other.section().map(s -> places.of(s) + s.heading()).orElse("");
          String words =
              site.text(side.equals("older") ? "compare.now-in" : "compare.was-in", place);
          out.raw("<a class=\"other-place\"")
              .attribute("href", "#" + rowOf(other, side))
              .attribute("title", words)
              .attribute("aria-label", words)
              .raw(">")
              .text(site.text(side.equals("older") ? "compare.now-sign" : "compare.was-sign"))
              .raw("</a></span>");
        });
  }

  /** The anchor of the row in which the other report's section stands. */
  private String rowOf(Mention other, String side) {
    Optional<Section> section = other.section();
    if (section.isEmpty()) {
      return "lead";
    }
    String anchor = section.get().anchor();
    if (side.equals("older")) {
      return "c-" + anchor;
    }
    return comparison.rows().stream()
        .filter(row -> row.older().filter(s -> s == section.get()).isPresent())
        .findFirst()
        .flatMap(SectionPair::newer)
        .map(newer -> "c-" + newer.anchor())
        .orElse("o-" + anchor);
  }

  private void run(Run run, String element) {
    if (run.changed()) {
      out.raw("<").raw(element).raw(">");
      prose.plain(out, run.text());
      out.raw("</").raw(element).raw(">");
    } else {
      prose.plain(out, run.text());
    }
  }

  private static String word(SectionPair pair) {
    return pair.isMerged() ? "merged" : pair.isSplit() ? "split" : word(pair.change());
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
