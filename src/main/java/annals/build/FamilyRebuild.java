package annals.build;

import annals.archive.UnitArchive;
import annals.archive.UnitArchives;
import annals.archive.UnitSummary;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.gate.Gate;
import annals.output.OutputFile;
import annals.page.Site;
import annals.page.UnitPages;
import annals.render.PageRenderer;
import annals.report.ReportId;
import annals.source.ContentTree;
import annals.source.HeldBack;
import annals.source.UnitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the pages of single families of units anew in a site that was just built, in a fraction of
 * a second whatever the archive's size: for looking at an edit, never for publishing. The site's
 * own pages (home, years, lists), the search index and the manifest stay as they were until the
 * next full build. Not safe for several threads.
 */
public final class FamilyRebuild {
  private final SiteConfig config;
  private final Gate gate;
  private final Site site;
  private final PageRenderer renderer;
  private final Comparing comparing;
  private ContentTree tree;

  FamilyRebuild(
      SiteConfig config,
      Gate gate,
      Site site,
      PageRenderer renderer,
      Comparing comparing,
      ContentTree tree) {
    this.config = config;
    this.gate = gate;
    this.site = site;
    this.renderer = renderer;
    this.comparing = comparing;
    this.tree = tree;
  }

  /**
   * What reports are compared with, as the build did.
   *
   * @param similarities by which sentences are compared
   * @param texts what the other reports say, as they were then
   */
  record Comparing(Opening similarities, ArchiveTexts texts) {
    interface Opening {
      Similarities open();
    }
  }

  /** What a change of some source files asks for. */
  public enum Scope {
    /** None of them is an input of the site. */
    NOTHING,
    /** Only texts of reports and what lies beside them: {@link #rebuild} does. */
    FAMILIES,
    /** Something that other units' pages depend on: the site must be built. */
    SITE
  }

  /** What changed files ask for, as far as their names tell. */
  public Scope scope(Collection<Path> changed) {
    Scope scope = Scope.NOTHING;
    for (Path file : changed) {
      if (!file.startsWith(config.content())) {
        return Scope.SITE;
      }
      Path inside = config.content().relativize(file);
      String name = file.getFileName().toString();
      if (isOriginal(file)) {
        return Scope.SITE;
      }
      boolean isInput =
          name.endsWith(".md") || name.equals("unit.yaml") || isBeside(name) || isKnown(file);
      if (inside.getNameCount() == 1 || isInput && !isBeside(name) && !isKnown(file)) {
        return Scope.SITE;
      }
      scope = isInput ? Scope.FAMILIES : scope;
    }
    return scope;
  }

  private static boolean isBeside(String name) {
    return name.equals("follow-up.csv") || name.equals("anchors.lock");
  }

  /** Whether it is offered on a report's page, or was. */
  private boolean isOriginal(Path file) {
    return tree.units().stream()
        .flatMap(unit -> unit.reports().stream())
        .flatMap(report -> report.original().stream())
        .anyMatch(original -> original.file().file().equals(file));
  }

  /** Whether it is the file of a report that is in the site. */
  private boolean isKnown(Path file) {
    return Files.exists(file)
        && tree.units().stream()
            .filter(unit -> unit.info().folder().equals(file.getParent().getFileName().toString()))
            .flatMap(unit -> unit.reports().stream())
            .anyMatch(report -> report.file().equals(file));
  }

  /**
   * What was done.
   *
   * @param written how many files are other than before
   * @param diagnostics what was found in the families, by place
   */
  public record Result(int written, List<Diagnostic> diagnostics) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Rebuilds the families of changed files. With errors in them nothing is written.
   *
   * @return empty if it turns out that the site must be built: a title, a date, a draft changed
   */
  public Optional<Result> rebuild(Collection<Path> changed) throws IOException {
    Set<String> folders =
        changed.stream()
            .map(file -> config.content().relativize(file).getName(0).toString())
            .collect(Collectors.toCollection(TreeSet::new));
    Diagnostics diagnostics = new Diagnostics();
    ContentTree next = tree;
    for (String folder : folders) {
      next =
          next.rescan(
              config.root(),
              config.content().resolve(folder),
              new Admittance(gate, config.review(), diagnostics, diagnostics),
              diagnostics);
    }
    if (diagnostics.hasErrors()) {
      return Optional.of(new Result(0, diagnostics.sorted()));
    }
    if (!heads(next).equals(heads(tree)) || !next.heldBack().equals(tree.heldBack())) {
      return Optional.empty();
    }
    List<OutputFile> files = new ArrayList<>();
    FamilyReader reader = new FamilyReader(next, config.lints(false, diagnostics), diagnostics);
    try (Similarities compared = comparing.similarities().open()) {
      for (List<UnitSource> family : Families.of(next.units())) {
        if (family.stream().anyMatch(unit -> folders.contains(unit.info().folder()))) {
          files.addAll(files(reader.read(family), compared, next));
        }
      }
    }
    files.parallelStream()
        .filter(file -> file.path().endsWith(".html"))
        .map(file -> gate.page(config.outputName() + "/" + file.path(), file.bytes()))
        .forEachOrdered(diagnostics::addAll);
    if (diagnostics.hasErrors()) {
      return Optional.of(new Result(0, diagnostics.sorted()));
    }
    tree = next;
    int written = 0;
    for (OutputFile file : files) {
      written += write(file) ? 1 : 0;
    }
    return Optional.of(new Result(written, diagnostics.sorted()));
  }

  /** Makes the pages of one family and does nothing with them. */
  public void rehearse() throws IOException {
    Optional<List<UnitSource>> family = Families.of(tree.units()).stream().findFirst();
    if (family.isEmpty()) {
      return;
    }
    Diagnostics ignored = new Diagnostics();
    FamilyReader reader = new FamilyReader(tree, config.lints(false, ignored), ignored);
    try (Similarities compared = comparing.similarities().open()) {
      files(reader.read(family.get()), compared, tree);
    }
  }

  /** All that other pages than a report's own show of it. */
  private static List<Object> heads(ContentTree tree) {
    return tree.units().stream()
        .<Object>map(
            unit ->
                List.of(
                    unit.info(),
                    unit.reports().stream().map(r -> List.of(r.id(), r.header())).toList()))
        .toList();
  }

  private List<OutputFile> files(
      FamilyReader.Family family, Similarities compared, ContentTree next) {
    UnitPages pages = new UnitPages(site);
    Set<ReportId> heldBack = next.heldBack().stream().map(HeldBack::id).collect(Collectors.toSet());
    Set<String> slugs =
        next.units().stream().map(unit -> unit.info().slug()).collect(Collectors.toSet());
    List<OutputFile> files = new ArrayList<>();
    ArchiveTexts texts = comparing.texts();
    for (UnitArchive archive :
        UnitArchives.of(family.members(), compared::over, texts.common(), texts::report)) {
      PublishedUnit published = family.published().get(archive.unit().slug());
      pages
          .of(archive, UnitSummary.of(archive), published.former(heldBack, slugs::contains))
          .parallelStream()
          .map(renderer::render)
          .forEachOrdered(files::addAll);
    }
    return files;
  }

  private boolean write(OutputFile file) throws IOException {
    Path place = config.output().resolve(file.path());
    if (Files.exists(place) && Arrays.equals(Files.readAllBytes(place), file.bytes())) {
      return false;
    }
    Files.createDirectories(place.getParent());
    Path part = place.resolveSibling("." + place.getFileName() + ".part");
    Files.write(part, file.bytes());
    Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }
}
