package annals.page;

import annals.archive.UnitArchive;
import java.util.ArrayList;
import java.util.List;

/** Makes the page on which a unit's matters stand through the years. */
final class ThreadPages {
  private final Site site;
  private final Frames frames;

  ThreadPages(Site site) {
    this.site = site;
    this.frames = new Frames(site);
  }

  ThreadsPage of(
      UnitArchive archive, FollowUpRefs followUps, ThreadRefs threads, List<UnitPage.Note> notes) {
    String slug = archive.unit().slug();
    Route route = site.plan().threads(slug);
    String title = site.text("threads.heading", archive.unit().name());
    List<ThreadsPage.Table> tables = new ArrayList<>();
    for (ThreadRefs.Table table : threads.tables()) {
      if (table.rows().isEmpty() && table.rest().isEmpty()) {
        continue;
      }
      ThreadTable written = new ThreadTable(site, route, slug, table, followUps);
      tables.add(
          new ThreadsPage.Table(
              "k-" + table.kind(),
              threads.tables().size() > 1 ? site.kindName(table.kind()) : "",
              written.years(),
              written.head(),
              written.rows(),
              written.restTitle(),
              written.rest()));
    }
    return new ThreadsPage(
        frames.frame(
            route,
            Frames.Part.UNITS,
            title,
            site.text("threads.title"),
            List.of(frames.units(route), frames.unit(route, slug)),
            List.of()),
        title,
        site.text("threads.lead"),
        notes,
        tables,
        tables.isEmpty() ? site.text("threads.empty", archive.unit().name()) : "");
  }
}
