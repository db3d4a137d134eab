package annals.build;

import annals.diagnostic.Diagnostics;
import annals.gate.Gate;
import annals.page.SitePlan;
import annals.render.ReportsJson;
import annals.report.ReportId;
import annals.source.Admission;
import annals.source.ContentTree;
import annals.source.HeldBack;
import annals.source.UnitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is looked at before a site is published: all sources at the gate, and the units whose pages
 * change as a check looks at them. The built pages were at the gate when they were made.
 */
public final class PublishReview {
  /** Where more than one unit in so many is asked for, all are read at once. */
  private static final int MOST_RESCANNED = 10;

  private final SiteConfig config;
  private final ContentTree tree;
  private final boolean isNamesOnly;

  private PublishReview(SiteConfig config, ContentTree tree, boolean isNamesOnly) {
    this.config = config;
    this.tree = tree;
    this.isNamesOnly = isNamesOnly;
  }

  /**
   * Brings all sources to the gate. Where the built site, which is as new as its sources, has every
   * report that is no draft, all of them came through when it was built.
   *
   * @param diagnostics gets an error for each report that is stopped
   */
  public static PublishReview atGate(SiteConfig config, Diagnostics diagnostics)
      throws IOException {
    Set<ReportId> built = built(config);
    ContentTree all = ContentTree.scanNames(config.root(), config.content(), built);
    boolean complete =
        all.units().stream()
            .flatMap(unit -> unit.reports().stream())
            .allMatch(report -> built.contains(report.id()));
    return complete ? new PublishReview(config, all, true) : scan(config, diagnostics);
  }

  private static Set<ReportId> built(SiteConfig config) throws IOException {
    Path data = config.output().resolve("data").resolve("reports.json");
    return Files.exists(data) ? ReportsJson.ids(Files.readAllBytes(data)) : Set.of();
  }

  private static PublishReview scan(SiteConfig config, Diagnostics diagnostics) {
    Gate gate = Gate.of(config.root(), new ArrayList<>());
    ContentTree tree =
        ContentTree.scan(
            config.root(),
            config.content(),
            new Admittance(gate, config.review(), diagnostics, new Diagnostics()),
            diagnostics);
    return new PublishReview(config, tree, false);
  }

  /**
   * Checks the units whose slugs are asked for.
   *
   * @param diagnostics gets all that is found
   */
  public void check(Predicate<String> slugs, Diagnostics diagnostics) throws InterruptedException {
    ContentTree read = isNamesOnly ? withHeaders(families(tree, slugs)) : tree;
    FamilyReader reader = new FamilyReader(read, config.lints(true, diagnostics), diagnostics);
    List<List<UnitSource>> families = families(read, slugs);
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      workers.map(families, family -> reader.read(family).members().size());
    }
  }

  private ContentTree withHeaders(List<List<UnitSource>> families) {
    List<UnitSource> units = families.stream().flatMap(List::stream).toList();
    if (units.size() * MOST_RESCANNED > tree.units().size()) {
      return ContentTree.scan(config.root(), config.content(), new Diagnostics());
    }
    ContentTree read = tree;
    for (UnitSource unit : units) {
      Path folder = config.content().resolve(unit.info().folder());
      read = read.rescan(config.root(), folder, Admission.ALL, new Diagnostics());
    }
    return read;
  }

  private static List<List<UnitSource>> families(ContentTree tree, Predicate<String> slugs) {
    return Families.of(tree.units()).stream()
        .filter(family -> family.stream().anyMatch(unit -> slugs.test(unit.info().slug())))
        .toList();
  }

  /** How many reports are let in. */
  public int reports() {
    return tree.units().stream().mapToInt(unit -> unit.reports().size()).sum();
  }

  /** Whether there is such a report and it is kept out of the site. */
  public boolean isHeldBack(String unit, int year, String kind) {
    ReportId id = new ReportId(unit, year, kind);
    return tree.heldBack().stream().map(HeldBack::id).anyMatch(id::equals);
  }

  /** The folders of the site in which reports stood or would stand that are kept out of it. */
  public Set<String> withheldFolders() {
    SitePlan plan = new SitePlan(SiteCatalog.of(tree));
    Set<String> folders = new HashSet<>();
    for (HeldBack held : tree.heldBack()) {
      String year = "units/" + held.id().unit() + "/" + held.id().year();
      folders.add(year);
      folders.add(year + "-" + held.id().kind());
    }
    folders.removeIf(plan::hasReport);
    return folders;
  }

  /** The memory of what was published, beside the reports. */
  public AnchorLocks locks() {
    return new AnchorLocks(config, tree);
  }
}
