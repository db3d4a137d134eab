package annals.page;

import annals.diary.ChangedReport;
import annals.diary.ChangedReport.ChangedSection;
import annals.diary.Diary;
import annals.diary.ReleaseEntry;
import annals.diary.ReportRef;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the pages that tell what changed from release to release. */
public final class ChangePages {
  private final Site site;
  private final Frames frames;
  private final ZoneId zone;

  /**
   * @param zone in which readers are told the time of a release
   */
  public ChangePages(Site site, ZoneId zone) {
    this.site = site;
    this.frames = new Frames(site);
    this.zone = zone;
  }

  /** The list of releases first, then a page for each. */
  public List<Page> of(Diary diary) {
    List<Page> pages = new ArrayList<>();
    pages.add(list(diary));
    List<ReleaseEntry> releases = diary.releases();
    for (int i = 0; i < releases.size(); i++) {
      Route route = route(releases.get(i));
      pages.add(
          release(
              releases.get(i),
              i + 1 < releases.size() ? link(route, releases.get(i + 1)) : Link.NONE,
              i > 0 ? link(route, releases.get(i - 1)) : Link.NONE));
    }
    return pages;
  }

  private ChangesPage list(Diary diary) {
    Route route = site.plan().changes();
    String title = site.text("changes.title");
    boolean none = diary.releases().isEmpty();
    return new ChangesPage(
        frames.frame(route, Frames.Part.NONE, title, List.of(), List.of()),
        title,
        site.text("changes.lead"),
        diary.releases().stream()
            .map(entry -> new ChangesPage.Row(link(route, entry), counts(entry)))
            .toList(),
        none ? "" : route.linkTo(site.plan().feed()),
        none ? site.text("changes.empty") : "");
  }

  private ReleasePage release(ReleaseEntry entry, Link previous, Link next) {
    Route route = route(entry);
    String title = site.text("release.title", time(entry));
    return new ReleasePage(
        frames.frame(
            route,
            Frames.Part.NONE,
            title,
            time(entry),
            List.of(new Link(site.text("changes.title"), route.linkTo(site.plan().changes()))),
            List.of()),
        title,
        counts(entry),
        entry.added().stream().map(report -> link(route, report)).toList(),
        entry.changed().stream().map(report -> changed(route, report)).toList(),
        entry.removed().stream().map(ReportRef::title).toList(),
        note(entry),
        previous,
        next);
  }

  private String note(ReleaseEntry entry) {
    if (entry.first()) {
      return site.text("release.first");
    }
    return entry.added().isEmpty() && entry.changed().isEmpty() && entry.removed().isEmpty()
        ? site.text("release.unchanged")
        : "";
  }

  private ReleasePage.Changed changed(Route route, ChangedReport report) {
    List<String> details = new ArrayList<>();
    if (report.renamed()) {
      details.add(site.text("release.renamed"));
    }
    count(details, "release.sentences-changed", report.changed());
    count(details, "release.sentences-added", report.added());
    count(details, "release.sentences-removed", report.removed());
    return new ReleasePage.Changed(
        link(route, report.report()),
        String.join(site.text("list.separator"), details),
        report.sections().stream()
            .map(section -> section(route, report.report(), section))
            .toList());
  }

  private ReleasePage.Section section(Route route, ReportRef report, ChangedSection section) {
    String label = section.anchor().isEmpty() ? site.text("release.opening") : section.label();
    String word = section.change().word();
    boolean gone = section.change() == ChangedReport.Change.REMOVED;
    String anchor = section.anchor().isEmpty() ? "main" : section.anchor();
    return new ReleasePage.Section(
        gone ? Link.plain(label) : new Link(label, route.linkTo(page(report), anchor)),
        word,
        site.text("release.section-" + word));
  }

  private void count(List<String> counts, String key, int number) {
    if (number > 0) {
      counts.add(site.text(key, number));
    }
  }

  /** What a release changed in words, such as {@code 新增 1 篇，修改 2 篇}. */
  public String counts(ReleaseEntry entry) {
    if (entry.first()) {
      return site.text("changes.first", Site.number(entry.reports()));
    }
    List<String> counts = new ArrayList<>();
    count(counts, "changes.added", entry.added().size());
    count(counts, "changes.changed", entry.changed().size());
    count(counts, "changes.removed", entry.removed().size());
    if (counts.isEmpty()) {
      counts.add(site.text("changes.none"));
    }
    String words = String.join(site.text("list.separator"), counts);
    return site.text("changes.total", words, Site.number(entry.reports()));
  }

  /** When a release was made, as readers write it. */
  public String time(ReleaseEntry entry) {
    ZonedDateTime time = entry.time().atZone(zone);
    return site.text(
        "date-time",
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute()));
  }

  /** Where the page of a release stands. */
  public Route route(ReleaseEntry entry) {
    return site.plan().release(entry.id());
  }

  private Link link(Route from, ReleaseEntry entry) {
    return new Link(time(entry), from.linkTo(route(entry)));
  }

  private static Link link(Route from, ReportRef report) {
    return new Link(report.title(), from.linkTo(page(report)));
  }

  private static Route page(ReportRef report) {
    return new Route(report.folder() + "/index.html");
  }
}
