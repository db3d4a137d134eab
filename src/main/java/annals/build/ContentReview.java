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
    FamilyReader reader = new FamilyReader(tree, config.lints(true, diagnostics), diagnostics);
    int threads = Runtime.getRuntime().availableProcessors();
    try (Workers workers = new Workers(threads)) {
      List<Integer> counts =
          workers.map(
              tree.units(),
              (UnitSource unit) -> reader.read(List.of(unit)).getFirst().reports().size());
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
