package annals.page;

import annals.archive.Catalog;
import annals.outline.Role;
import annals.report.ReportId;
import annals.topic.Topic;
import annals.topic.TopicPassage;
import annals.topic.TopicPassages;
import annals.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the pages of the topics that several units of a year write about, and the table of them on
 * the page of the year. Safe for several threads.
 */
public final class TopicPages {
  /** With more units than this the year's table gives their number instead of a column to each. */
  private static final int COLUMNS = 10;

  /** A topic is shared by at least so many units. */
  private static final int SHARED = 2;

  private static final int CELL_QUOTE = 18;
  private static final int ABSENT = 12;

  private final Site site;
  private final Frames frames;
  private final TopicPassages passages;
  private final Map<Integer, List<Key>> byYear = new HashMap<>();

  /**
   * A page to be made.
   *
   * @param units slugs of the units that write about the topic, in the order of the catalogue
   */
  public record Key(int year, Topic topic, List<String> units) {}

  public TopicPages(Site site, Topics topics, TopicPassages passages) {
    this.site = site;
    this.frames = new Frames(site);
    this.passages = passages;
    for (int year : site.years()) {
      byYear.put(
          year,
          topics.of(year).stream()
              .map(topic -> new Key(year, topic, units(year, topic)))
              .filter(key -> key.units().size() >= SHARED)
              .sorted(Comparator.comparingInt((Key key) -> key.units().size()).reversed())
              .toList());
    }
  }

  private List<String> units(int year, Topic topic) {
    return site.catalog()
        .reports()
        .map(Catalog.Entry::id)
        .filter(id -> id.year() == year && passages.has(id, topic))
        .map(ReportId::unit)
        .distinct()
        .toList();
  }

  /** All pages there are to make, by year, the most shared topics first. */
  public List<Key> all() {
    return site.years().stream().flatMap(year -> byYear.get(year).stream()).toList();
  }

  public TopicPage page(Key key) {
    Topic topic = key.topic();
    Route route = site.plan().topic(key.year(), topic.slug());
    Markup rows = new Markup(16 * 1024);
    for (Map.Entry<String, List<ReportId>> unit : reports(key.year()).entrySet()) {
      if (key.units().contains(unit.getKey())) {
        row(rows, route, key, unit.getKey(), unit.getValue());
      }
    }
    String title = site.text("topic.title", key.year(), topic.name());
    return new TopicPage(
        frames.frame(
            route,
            Frames.Part.YEARS,
            title,
            topic.name(),
            List.of(
                frames.years(route),
                new Link(
                    site.text("year-long", key.year()),
                    route.linkTo(site.plan().year(key.year())) + "#topics")),
            List.of()),
        title,
        lead(key),
        rows.html(),
        absent(key),
        byYear.get(key.year()).stream()
            .filter(other -> !other.equals(key))
            .map(other -> link(route, other))
            .toList());
  }

  private String lead(Key key) {
    String words = String.join(site.text("list.separator"), key.topic().words());
    return site.text("topic.lead", key.year(), key.units().size(), words);
  }

  private Link link(Route from, Key key) {
    return new Link(
        key.topic().name(), from.linkTo(site.plan().topic(key.year(), key.topic().slug())));
  }

  /** The reports of a year by unit, in the order of the catalogue. */
  private Map<String, List<ReportId>> reports(int year) {
    return site.catalog()
        .reports()
        .map(Catalog.Entry::id)
        .filter(id -> id.year() == year)
        .collect(Collectors.groupingBy(ReportId::unit, LinkedHashMap::new, Collectors.toList()));
  }

  private List<TopicPassage> passages(List<ReportId> reports, Topic topic) {
    return reports.stream().flatMap(id -> passages.get(id, topic).stream()).toList();
  }

  private void row(Markup out, Route route, Key key, String unit, List<ReportId> reports) {
    List<TopicPassage> found = passages(reports, key.topic());
    out.raw("<tr><th scope=\"row\"><a")
        .attribute("href", route.linkTo(site.plan().unit(unit)))
        .raw(">")
        .text(site.unitName(unit, key.year()))
        .raw("</a></th>");
    cell(out, route, key.topic(), "topic.account", found, false);
    cell(out, route, key.topic(), "topic.plan", found, true);
    out.raw("</tr>\n");
  }

  private void cell(
      Markup out, Route route, Topic topic, String name, List<TopicPassage> found, boolean plan) {
    out.raw("<td><span class=\"cell-name\">").text(site.text(name)).raw("</span>");
    List<TopicPassage> here =
        found.stream().filter(passage -> (passage.role() == Role.PLAN) == plan).toList();
    if (here.isEmpty()) {
      out.raw("<span class=\"none\">").text(site.text("topic.none")).raw("</span>");
    }
    for (TopicPassage passage : here) {
      out.raw("<div class=\"passage\"><p class=\"where\"><a")
          .attribute("href", address(route, passage))
          .raw(">")
          .text(passage.label())
          .raw("</a> <span class=\"detail\">")
          .text(site.roleName(passage.role()))
          .raw(" ")
          .text(site.text("year", passage.target()))
          .raw("</span></p><p class=\"quote\">");
      quote(out, topic, passage.quote());
      out.raw(passage.cut() ? "…</p></div>" : "</p></div>");
    }
    out.raw("</td>");
  }

  private String address(Route route, TopicPassage passage) {
    return route.linkTo(site.plan().report(passage.report())) + "#" + passage.anchor();
  }

  /** A quotation with the topic's words set off. */
  private static void quote(Markup out, Topic topic, String text) {
    int done = 0;
    while (done < text.length()) {
      int at = -1;
      String found = "";
      for (String word : topic.words()) {
        int place = text.indexOf(word, done);
        if (place >= 0 && (at < 0 || place < at)) {
          at = place;
          found = word;
        }
      }
      if (at < 0) {
        break;
      }
      out.text(text, done, at).raw("<b>").text(found).raw("</b>");
      done = at + found.length();
    }
    out.text(text, done, text.length());
  }

  private String absent(Key key) {
    List<String> names =
        reports(key.year()).keySet().stream()
            .filter(unit -> !key.units().contains(unit))
            .map(unit -> site.unitName(unit, key.year()))
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    String listed =
        String.join(site.text("list.separator"), names.subList(0, Math.min(ABSENT, names.size())));
    return names.size() > ABSENT
        ? site.text("topic.absent-more", listed, names.size())
        : site.text("topic.absent", listed);
  }

  /** The table of a year's topics for its page; empty if units have none in common. */
  Html overview(Route route, int year) {
    List<Key> keys = byYear.get(year);
    if (keys.isEmpty()) {
      return Html.EMPTY;
    }
    Map<String, List<ReportId>> reports = reports(year);
    Markup out = new Markup(16 * 1024);
    boolean matrix = reports.size() <= COLUMNS;
    out.raw(matrix ? "<table class=\"ledger topics by-unit\">" : "<table class=\"ledger topics\">");
    out.raw("<caption class=\"vh\">")
        .text(site.text("topic.caption"))
        .raw("</caption>\n<thead><tr>");
    out.raw("<th scope=\"col\">").text(site.text("topic.topic")).raw("</th>");
    if (matrix) {
      reports
          .keySet()
          .forEach(
              unit -> out.raw("<th scope=\"col\">").text(site.unitName(unit, year)).raw("</th>"));
    } else {
      out.raw("<th scope=\"col\">").text(site.text("topic.units")).raw("</th>");
      out.raw("<th scope=\"col\">").text(site.text("topic.which")).raw("</th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for (Key key : keys) {
      out.raw("<tr><th scope=\"row\">").link(link(route, key)).raw("</th>");
      if (matrix) {
        reports.forEach((unit, ids) -> matrixCell(out, route, key, ids));
      } else {
        unitsCell(out, key, reports.size());
      }
      out.raw("</tr>\n");
    }
    return out.raw("</tbody>\n</table>\n").html();
  }

  private void matrixCell(Markup out, Route route, Key key, List<ReportId> reports) {
    out.raw("<td>");
    List<TopicPassage> found = passages(reports, key.topic());
    List<TopicPassage> shown = new ArrayList<>();
    found.stream().filter(p -> p.role() == Role.SUMMARY).findFirst().ifPresent(shown::add);
    found.stream().filter(p -> p.role() == Role.PLAN).findFirst().ifPresent(shown::add);
    if (shown.isEmpty()) {
      found.stream().findFirst().ifPresent(shown::add);
    }
    for (TopicPassage passage : shown) {
      out.raw("<a")
          .attribute("href", address(route, passage))
          .attribute("title", passage.quote() + (passage.cut() ? "…" : ""))
          .raw("><span class=\"role\">")
          .text(site.roleName(passage.role()))
          .raw("</span> ")
          .text(brief(passage))
          .raw("</a> ");
    }
    if (shown.isEmpty()) {
      out.raw("<span class=\"none\">—</span>");
    }
    out.raw("</td>");
  }

  /** The heading that names the topic, or the beginning of the passage. */
  private static String brief(TopicPassage passage) {
    String text = passage.headed() ? passage.label() : passage.quote();
    return text.codePointCount(0, text.length()) > CELL_QUOTE
        ? text.substring(0, text.offsetByCodePoints(0, CELL_QUOTE)) + "…"
        : text;
  }

  private void unitsCell(Markup out, Key key, int units) {
    out.raw("<td class=\"share\"><span>")
        .text(site.text("topic.of-units", key.units().size(), units))
        .raw("</span>");
    RepetitionSection.stroke(out, key.units().size(), units);
    out.raw("</td><td class=\"which\">")
        .text(
            key.units().stream()
                .limit(COLUMNS)
                .map(unit -> site.unitName(unit, key.year()))
                .collect(Collectors.joining(site.text("list.separator"))))
        .raw(key.units().size() > COLUMNS ? "…</td>" : "</td>");
  }
}
