package annals.build;

import annals.archive.Catalog;
import annals.diary.Diary;
import annals.output.OutputFile;
import annals.page.ChangePages;
import annals.page.Site;
import annals.page.SitePlan;
import annals.render.AtomFeed;
import annals.render.PageRenderer;
import annals.render.Theme;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that tell what changed from release to release, the feed and the data they are made
 * from. A build makes the first of them as it is before anything was published; publishing knows
 * the releases and makes all of them anew.
 */
public final class ReleasePages {
  private ReleasePages() {}

  /**
   * All files of a diary.
   *
   * @param zone in which readers are told the time of a release
   */
  public static List<OutputFile> of(SiteConfig config, Diary diary, ZoneId zone)
      throws IOException {
    Theme theme = Theme.load(config.language(), config.theme());
    Catalog none = new Catalog(List.of());
    SitePlan plan = new SitePlan(none);
    ChangePages pages =
        new ChangePages(new Site(none, plan, config.settings(), theme.labels()), zone);
    PageRenderer renderer = new PageRenderer(theme, config.settings());
    List<OutputFile> files = new ArrayList<>();
    pages.of(diary).forEach(page -> files.addAll(renderer.render(page)));
    if (!diary.releases().isEmpty()) {
      AtomFeed feed = new AtomFeed(plan, config.settings(), theme.labels(), pages);
      files.add(new OutputFile(plan.feed().path(), feed.bytes(diary)));
      files.add(new OutputFile(plan.diary().path(), diary.json()));
    }
    return files;
  }
}
