package annals.build;

import annals.diagnostic.Diagnostics;
import annals.source.ContentTree;
import annals.source.UnitSource;
import java.util.List;

/** Reads all content and reports what is wrong with it, without making any page. */
public final class ContentReview {
  private ContentReview() {}

  /** Adds what it finds to {@code diagnostics} and gives the number of reports read. */
  public static int of(SiteConfig config, Diagnostics diagnostics) throws InterruptedException {
    ContentTree tree = ContentTree.scan(config.root(), config.content(), diagnostics);
    FamilyReader reader = new FamilyReader(tree, diagnostics);
    int threads = Runtime.getRuntime().availableProcessors();
    try (Workers workers = new Workers(threads)) {
      List<Integer> counts =
          workers.map(
              Families.of(tree.units()),
              (List<UnitSource> family) ->
                  reader.read(family).stream().mapToInt(unit -> unit.reports().size()).sum());
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
