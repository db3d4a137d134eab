package annals.page;

import annals.compare.FollowUp;
import annals.compare.FollowUps.Told;
import annals.compare.Mention;
import annals.compare.ProblemChains.Chain;
import annals.compare.Standing;
import annals.compare.Threads.Said;
import annals.compare.Threads.Thread;
import annals.outline.Role;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the rows of a unit's threads: a column for each target year. */
final class ThreadTable {
  private static final int QUOTE = 36;
  private static final int BEFORE_NAME = 12;
  private static final int MOST_MORE = 6;

  private final Site site;
  private final Route route;
  private final String slug;
  private final ThreadRefs.Table table;
  private final ProseMarkup prose;
  private final Map<String, Standing> standings = new HashMap<>();
  private final TreeMap<Integer, ReportId> years = new TreeMap<>();
  private int lastAccount;

  ThreadTable(Site site, Route route, String slug, ThreadRefs.Table table, FollowUpRefs followUps) {
    this.site = site;
    this.route = route;
    this.slug = slug;
    this.table = table;
    this.prose = new ProseMarkup(site.labels());
    for (Told report : table.threads().reports()) {
      int summary = report.outline().years().summary();
      if (report.outline().has(Role.SUMMARY) || report.outline().has(Role.PROBLEMS)) {
        years.merge(summary, report.id(), this::ownFirst);
        lastAccount = Math.max(lastAccount, summary);
      }
      if (report.outline().has(Role.PLAN)) {
        years.putIfAbsent(summary + 1, null);
      }
      followUps.ofPlan(report.id()).ifPresent(ref -> standings(ref.followUp(), report.id()));
    }
    if (!years.isEmpty()) {
      for (int year = years.firstKey(); year < years.lastKey(); year++) {
        years.putIfAbsent(year, null);
      }
    }
  }

  private ReportId ownFirst(ReportId a, ReportId b) {
    return b.unit().equals(slug) ? b : a;
  }

  private void standings(FollowUp followUp, ReportId report) {
    for (FollowUp.Item item : followUp.items()) {
      if (item.isCommitment()) {
        standings.put(report + " " + item.item().ref().anchor(), item.standing());
      }
    }
  }

  int years() {
    return years.size();
  }

  Html head() {
    Markup out = new Markup();
    years.forEach(
        (year, report) -> {
          out.raw("<th scope=\"col\">");
          if (report != null && site.has(report)) {
            out.raw("<a")
                .attribute("href", route.linkTo(site.plan().report(report)))
                .attribute("title", site.title(report))
                .raw(">")
                .raw(year)
                .raw("</a>");
            if (!report.unit().equals(slug)) {
              out.raw("<span class=\"detail\">")
                  .text(site.unitName(report.unit(), report.year()))
                  .raw("</span>");
            }
          } else {
            out.raw(year)
                .raw("<span class=\"detail\">")
                .text(site.text(year > lastAccount ? "threads.no-report-yet" : "threads.no-report"))
                .raw("</span>");
          }
          out.raw("</th>");
        });
    return out.html();
  }

  Html rows() {
    Markup out = new Markup(32 * 1024);
    for (Thread thread : table.rows()) {
      out.raw("<tr")
          .attribute("id", ThreadRefs.anchor(thread))
          .raw("><th scope=\"row\">")
          .text(thread.name())
          .raw("<span class=\"detail\">")
          .text(span(thread))
          .raw("</span>");
      returning(out, thread);
      out.raw("</th>");
      for (int year : years.keySet()) {
        out.raw("<td data-year=\"").raw(year).raw("\">");
        cell(out, thread, year, Role.PLAN);
        cell(out, thread, year, Role.SUMMARY);
        cell(out, thread, year, Role.PROBLEMS);
        out.raw("</td>");
      }
      out.raw("</tr>\n");
    }
    return out.html();
  }

  /** That the matter is a problem that returns. */
  private void returning(Markup out, Thread thread) {
    for (Chain chain : table.threads().returning()) {
      if (chain.run() > 1
          && chain.steps().stream()
              .flatMap(step -> step.problem().stream())
              .anyMatch(problem -> thread.mentions().stream().anyMatch(s -> s.mention() == problem))
          && chain.contains(slug)) {
        out.raw("<a class=\"run\"")
            .attribute("href", route.linkTo(site.plan().unit(slug), chain.id()))
            .raw(">")
            .text(site.text("threads.problem", ReturningProblems.mark(site, chain)))
            .raw("</a>");
        return;
      }
    }
  }

  private String span(Thread thread) {
    int first = thread.mentions().getFirst().year();
    int last = thread.mentions().getLast().year();
    return first == last
        ? site.text("year", first)
        : site.text("threads.span", first, last, thread.years());
  }

  private void cell(Markup out, Thread thread, int year, Role role) {
    List<Said> said = thread.in(year, role);
    if (said.isEmpty()) {
      return;
    }
    Said best = said.getFirst();
    for (Said each : said) {
      if (!best.mention().text().contains(thread.name())
          && each.mention().text().contains(thread.name())) {
        best = each;
      }
    }
    out.raw("<p class=\"").raw(role.word()).raw("\"><span class=\"role\">");
    out.text(site.roleName(role)).raw("</span> ");
    if (role == Role.PLAN) {
      sign(out, best.mention());
    }
    quote(out, best.mention(), thread.name());
    if (said.size() > 1) {
      out.raw(" <span class=\"more\">").text(site.text("threads.more"));
      int number = 1;
      for (Said each : said) {
        if (each != best && number <= MOST_MORE) {
          out.raw(" <a")
              .attribute("href", address(each.mention()))
              .attribute("title", each.mention().text())
              .raw(">")
              .raw(number++)
              .raw("</a>");
        }
      }
      if (said.size() - 1 > MOST_MORE) {
        out.raw(" …");
      }
      out.raw("</span>");
    }
    out.raw("</p>");
  }

  private void sign(Markup out, Mention mention) {
    for (Sentence sentence : mention.sentences()) {
      Standing standing = standings.get(mention.report() + " " + sentence.anchor());
      if (standing != null) {
        sign(out, site, standing);
        return;
      }
    }
  }

  /** The sign of a standing with its word for those who cannot see it. */
  static void sign(Markup out, Site site, Standing standing) {
    out.raw("<span class=\"sign ").raw(standing.word()).raw("\" role=\"img\"");
    out.attribute("aria-label", site.stateName(standing));
    out.attribute("title", site.stateName(standing)).raw(">");
    out.text(site.stateSign(standing)).raw("</span> ");
  }

  private String address(Mention mention) {
    return site.has(mention.report())
        ? route.linkTo(site.plan().report(mention.report()), mention.anchor())
        : "#";
  }

  /** A mention cut to what a cell holds, around the words that name the thread. */
  private void quote(Markup out, Mention mention, String name) {
    String text =
        mention.isNamedProblem()
            ? mention.section().orElseThrow().heading() + "。" + mention.text()
            : mention.text();
    int at = text.indexOf(name);
    int start = 0;
    if (at > BEFORE_NAME && text.length() > QUOTE) {
      start = at;
      while (start > Math.max(0, at - BEFORE_NAME) && "，；。、：".indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
    }
    int end = Math.min(text.length(), start + QUOTE);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    out.raw("<a").attribute("href", address(mention)).raw(">");
    prose.plain(
        out,
        (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : ""));
    out.raw("</a>");
  }

  /** The matters of a year or two, each on a line with a link for each mention. */
  Html rest() {
    Markup out = new Markup(8 * 1024);
    table
        .rest()
        .forEach(
            thread -> {
              out.raw("<li").attribute("id", ThreadRefs.anchor(thread)).raw("><b>");
              out.text(thread.name()).raw("</b>");
              int year = 0;
              for (Said said : thread.mentions()) {
                if (said.year() != year) {
                  year = said.year();
                  out.raw(" <span class=\"year\">").raw(year).raw("</span>");
                }
                out.raw(" <a")
                    .attribute("href", address(said.mention()))
                    .attribute("title", said.mention().text())
                    .raw(">")
                    .text(site.roleName(said.role()))
                    .raw("</a>");
              }
              out.raw("</li>\n");
            });
    return out.html();
  }

  /** What is folded away, in words. */
  String restTitle() {
    int listed = table.rest().size();
    if (listed == 0) {
      return "";
    }
    return table.unlisted() > 0
        ? site.text("threads.rest-more", listed + table.unlisted(), listed)
        : site.text("threads.rest", listed);
  }
}
