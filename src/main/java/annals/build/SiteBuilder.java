package annals.build;

import annals.archive.Catalog;
import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.archive.UnitArchives;
import annals.archive.UnitSummary;
import annals.compare.Similarity;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Position;
import annals.diary.Diary;
import annals.embedding.ModelUnavailableException;
import annals.gate.Gate;
import annals.output.OutputFile;
import annals.output.SiteWriter;
import annals.output.WriteResult;
import annals.page.ChangePages;
import annals.page.Site;
import annals.page.SitePages;
import annals.page.SitePlan;
import annals.page.SiteSettings;
import annals.page.TopicPages;
import annals.page.UnitPages;
import annals.render.PageRenderer;
import annals.render.ReportsJson;
import annals.render.Theme;
import annals.report.ReportId;
import annals.search.SearchIndexBuilder;
import annals.source.ContentTree;
import annals.source.HeldBack;
import annals.source.UnitSource;
import annals.topic.Topic;
import annals.topic.TopicFinder;
import annals.topic.TopicStore;
import annals.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Builds a site: the catalogue first, then unit by unit (each parsed once, compared, rendered,
 * indexed and let go), then the site's own pages, the merged index, the checks, and at last the
 * change of the output folder. The same input gives the same bytes, whatever the number of threads.
 */
public final class SiteBuilder {
  private final SiteConfig config;
  private final int threads;
  private final Progress progress;
  private final BooleanSupplier mayWrite;
  private final Similarities.Source similarities;
  private Optional<FamilyRebuild> again = Optional.empty();

  public SiteBuilder(SiteConfig config, int threads, Progress progress) {
    this(config, threads, progress, Similarities::of);
  }

  SiteBuilder(SiteConfig config, int threads, Progress progress, Similarities.Source similarities) {
    this(config, threads, progress, () -> true, similarities);
  }

  /**
   * A builder that may be stopped.
   *
   * @param mayWrite asked once, before anything of the output is changed; with {@code false} the
   *     output stays as it was
   */
  public SiteBuilder(SiteConfig config, int threads, Progress progress, BooleanSupplier mayWrite) {
    this(config, threads, progress, mayWrite, Similarities::of);
  }

  private SiteBuilder(
      SiteConfig config,
      int threads,
      Progress progress,
      BooleanSupplier mayWrite,
      Similarities.Source similarities) {
    this.config = config;
    this.threads = threads;
    this.progress = progress;
    this.mayWrite = mayWrite;
    this.similarities = similarities;
  }

  /**
   * Builds the site. With any error in {@code diagnostics}, found before or now, the output stays
   * as it was.
   *
   * @throws annals.output.OutputException if the output folder cannot be used
   * @throws annals.render.ThemeException if the theme has a mistake
   * @throws UncheckedIOException if a content file cannot be read
   */
  public BuildReport build(Diagnostics diagnostics) throws IOException, InterruptedException {
    Similarity.Kind kind = config.similarity().orElse(Similarity.Kind.LEXICAL);
    try {
      return build(kind, diagnostics);
    } catch (ModelUnavailableException e) {
      diagnostics.add(
          Diagnostic.warning(
              "similarity-lexical",
              Position.of(SiteConfig.FILE),
              "plans and accounts are compared by words alone, without the language model: "
                  + e.getMessage(),
              "see docs/accuracy.md"));
      return build(Similarity.Kind.LEXICAL, diagnostics);
    }
  }

  private BuildReport build(Similarity.Kind kind, Diagnostics diagnostics)
      throws IOException, InterruptedException {
    StageClock clock = new StageClock(progress);
    clock.begin("scan", 0);
    Diagnostics atGate = new Diagnostics();
    List<Diagnostic> ofGate = new ArrayList<>();
    Gate gate = Gate.of(config.root(), ofGate);
    ContentTree tree =
        ContentTree.scan(
            config.root(),
            config.content(),
            new Admittance(gate, config.review(), atGate, diagnostics),
            diagnostics);
    ofGate.addAll(gate.unused());
    diagnostics.addAll(ofGate);
    Catalog catalog = SiteCatalog.of(tree);
    List<List<UnitSource>> families = Families.of(tree.units());
    Optional<WriteResult> written;
    try (Workers workers = new Workers(threads)) {
      written =
          diagnostics.hasErrors() || atGate.hasErrors() && !isPublic(tree.heldBack())
              ? readOnly(tree, families, workers, clock, diagnostics)
              : write(kind, tree, catalog, families, gate, workers, clock, diagnostics);
    }
    diagnostics.addAll(atGate.sorted());
    return new BuildReport(
        diagnostics.sorted(),
        written,
        (int) catalog.units().stream().filter(unit -> !unit.reports().isEmpty()).count(),
        (int) catalog.reports().count(),
        tree.heldBack(),
        clock.finish());
  }

  /** What makes single families of the built site anew; empty if nothing was built. */
  public Optional<FamilyRebuild> again() {
    return again;
  }

  /**
   * Whether a report that the gate stops stands in the site as an earlier build made it. Only then
   * is the site written in spite of the error, to take that report out of it.
   */
  private boolean isPublic(List<HeldBack> heldBack) {
    Path units = config.output().resolve("units");
    return heldBack.stream()
        .filter(held -> held.reason() == HeldBack.Reason.GATE)
        .map(HeldBack::id)
        .anyMatch(
            id ->
                Files.exists(units.resolve(id.unit()).resolve(String.valueOf(id.year())))
                    || Files.exists(units.resolve(id.unit()).resolve(id.year() + "-" + id.kind())));
  }

  /**
   * Where the catalogue itself is wrong no page can be made, but everything wrong in the bodies is
   * still reported.
   */
  private Optional<WriteResult> readOnly(
      ContentTree tree,
      List<List<UnitSource>> families,
      Workers workers,
      StageClock clock,
      Diagnostics diagnostics)
      throws InterruptedException {
    FamilyReader reader = new FamilyReader(tree, config.lints(false, diagnostics), diagnostics);
    clock.begin("read", families.size());
    workers.map(
        families,
        family -> {
          reader.read(family);
          clock.step();
          return true;
        });
    return Optional.empty();
  }

  private Optional<WriteResult> write(
      Similarity.Kind kind,
      ContentTree tree,
      Catalog catalog,
      List<List<UnitSource>> families,
      Gate gate,
      Workers workers,
      StageClock clock,
      Diagnostics diagnostics)
      throws IOException, InterruptedException {
    Theme theme = Theme.load(config.language(), config.theme());
    SitePlan plan = new SitePlan(catalog);
    SiteSettings settings = config.settings();
    Site site = new Site(catalog, plan, settings, theme.labels());
    Path temporary = Files.createTempDirectory("annals-index");
    try (SiteWriter writer =
            SiteWriter.open(config.output(), config.root(), List.of(config.content()));
        SearchIndexBuilder search = new SearchIndexBuilder(catalog, plan, temporary);
        Similarities compared = similarities.of(kind, Optional.of(config.root()), clock::aside);
        TopicStore passages = new TopicStore(temporary)) {
      PageRenderer renderer = new PageRenderer(theme, settings);
      Staging staging =
          new Staging(
              writer, renderer, file -> diagnostics.addAll(gate.page(shown(file), file.bytes())));
      FamilyReader reader = new FamilyReader(tree, config.lints(false, diagnostics), diagnostics);
      Originals originals = new Originals(diagnostics);
      UnitPages unitPages = new UnitPages(site);
      Set<ReportId> heldBack =
          tree.heldBack().stream().map(HeldBack::id).collect(Collectors.toSet());
      Set<String> slugs =
          tree.units().stream().map(unit -> unit.info().slug()).collect(Collectors.toSet());

      clock.begin("texts", families.size());
      ArchiveTexts texts =
          ArchiveTexts.survey(tree, families, reader, workers, clock, config.topics());
      clock.begin("units", families.size());
      List<List<UnitSummary>> summaries =
          workers.map(
              families,
              family -> {
                List<UnitSummary> done = new ArrayList<>();
                try (Staging.Batch batch = staging.batch(haveRulings(family))) {
                  FamilyReader.Family read = reader.read(family);
                  for (UnitArchive archive :
                      UnitArchives.of(
                          read.members(), compared::over, texts.common(), texts::report)) {
                    String origin = config.content().getFileName() + "/" + archive.unit().folder();
                    UnitSummary summary = UnitSummary.of(archive);
                    PublishedUnit published = read.published().get(archive.unit().slug());
                    unitPages
                        .of(archive, summary, published.former(heldBack, slugs::contains))
                        .forEach(page -> batch.page(page, origin));
                    batch.file(
                        new OutputFile(
                            plan.anchors(archive.unit().slug()).path(),
                            published.next(archive.reports())),
                        origin);
                    search.add(archive).forEach(file -> batch.file(file, origin));
                    archive.reports().forEach(report -> find(report, texts.topics(), passages));
                    done.add(summary);
                  }
                  for (UnitSource unit : family) {
                    String origin = config.content().getFileName() + "/" + unit.info().folder();
                    originals.files(unit.reports(), plan).forEach(file -> batch.file(file, origin));
                  }
                }
                clock.step();
                return done;
              });

      clock.begin("pages", 0);
      List<UnitSummary> inOrder = inOrder(catalog, summaries);
      TopicPages topicPages = new TopicPages(site, texts.topics(), passages);
      workers.map(
          topicPages.all(),
          key -> {
            try (Staging.Batch batch = staging.batch(false)) {
              batch.page(topicPages.page(key), SiteConfig.FILE);
            }
            return true;
          });
      try (Staging.Batch batch = staging.batch(false)) {
        new SitePages(site, topicPages)
            .of(inOrder)
            .forEach(page -> batch.page(page, SiteConfig.FILE));
        new ChangePages(site, ZoneOffset.UTC)
            .of(Diary.EMPTY)
            .forEach(page -> batch.page(page, SiteConfig.FILE));
        theme.assets().forEach(asset -> batch.file(asset, "theme"));
        batch.file(new OutputFile(plan.reportsData().path(), reportsData(site)), SiteConfig.FILE);
        clock.begin("index", 0);
        search.finish(file -> batch.file(file, "search index"));
      }

      clock.begin("check", 0);
      diagnostics.addAll(writer.problems());
      diagnostics.addAll(staging.brokenLinks(config.outputName(), plan));
      if (diagnostics.hasErrors() || !mayWrite.getAsBoolean()) {
        return Optional.empty();
      }
      clock.begin("write", 0);
      WriteResult written = writer.commit();
      compared.forgetOthers();
      FamilyRebuild.Comparing comparing =
          new FamilyRebuild.Comparing(
              () -> similarities.of(kind, Optional.of(config.root()), computed -> {}), texts);
      again = Optional.of(new FamilyRebuild(config, gate, site, renderer, comparing, tree));
      return Optional.of(written);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean haveRulings(List<UnitSource> family) {
    return family.stream().anyMatch(unit -> unit.rulings().isPresent());
  }

  private static void find(ReportRecord report, Topics topics, TopicStore passages) {
    TopicFinder finder = new TopicFinder(report.id(), report.outline());
    for (Topic topic : topics.of(report.id().year())) {
      passages.put(report.id(), topic, finder.find(topic));
    }
  }

  private String shown(OutputFile file) {
    return config.outputName() + "/" + file.path();
  }

  private static List<UnitSummary> inOrder(Catalog catalog, List<List<UnitSummary>> summaries) {
    Map<String, UnitSummary> bySlug = new HashMap<>();
    summaries.forEach(family -> family.forEach(unit -> bySlug.put(unit.slug(), unit)));
    return catalog.units().stream().map(unit -> bySlug.get(unit.info().slug())).toList();
  }

  private static byte[] reportsData(Site site) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportsJson.write(site, out);
    return out.toByteArray();
  }
}
