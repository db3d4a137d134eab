package annals.page;

import annals.compare.ProblemChains.Chain;
import annals.compare.Threads.Thread;
import annals.outline.Section;
import annals.report.ReportId;
import java.util.List;

/**
 * Writes, below a section of a report, links to the threads that it belongs to and to its problems
 * that return.
 */
final class ThreadLinks {
  private static final int MOST = 5;

  private final Site site;
  private final ReportId report;
  private final ThreadRefs threads;
  private final String page;
  private final String unit;

  ThreadLinks(Site site, Route route, ReportId report, ThreadRefs threads) {
    this.site = site;
    this.report = report;
    this.threads = threads;
    this.page = route.linkTo(site.plan().threads(report.unit()));
    this.unit = route.linkTo(site.plan().unit(report.unit()));
  }

  void write(Markup out, Section section) {
    returning(out, threads.returning(report, section.anchor()));
    List<Thread> here = threads.of(report, section.anchor());
    if (here.isEmpty()) {
      return;
    }
    out.raw("<p class=\"threads\"><span>").text(site.text("threads.title")).raw("</span>");
    here.stream()
        .limit(MOST)
        .forEach(
            thread ->
                out.raw(" <a")
                    .attribute("href", page + "#" + ThreadRefs.anchor(thread))
                    .raw(">")
                    .text(thread.name())
                    .raw("</a>"));
    out.raw("</p>\n");
  }

  private void returning(Markup out, List<Chain> chains) {
    for (Chain chain : chains) {
      out.raw("<p class=\"threads returns\"><span>")
          .text(ReturningProblems.mark(site, chain))
          .raw("</span> <a")
          .attribute("href", unit + "#" + chain.id())
          .raw(">")
          .text(chain.name())
          .raw("</a> ")
          .text(ReturningProblems.years(site, chain))
          .raw("</p>\n");
    }
  }
}
