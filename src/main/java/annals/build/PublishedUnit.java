package annals.build;

import annals.anchor.AnchorsFile;
import annals.anchor.PublishedAnchor;
import annals.anchor.PublishedPage;
import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Outline;
import annals.outline.PageAnchors;
import annals.page.FormerAddress;
import annals.page.SitePlan;
import annals.report.ReportId;
import annals.source.ContentTree;
import annals.source.UnitSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was published of a unit before, and how it goes on: each report with the ids it had, and
 * something at each address it had.
 */
final class PublishedUnit {
  private static final int SHOWN = 3;

  private final UnitSource unit;
  private final SitePlan plan;
  private final List<PublishedPage> pages;

  private PublishedUnit(UnitSource unit, SitePlan plan, List<PublishedPage> pages) {
    this.unit = unit;
    this.plan = plan;
    this.pages = pages;
  }

  static PublishedUnit read(
      ContentTree tree, UnitSource unit, SitePlan plan, List<Diagnostic> diagnostics) {
    List<PublishedPage> pages =
        unit.anchors()
            .map(
                file ->
                    AnchorsFile.read(
                        file.path(),
                        new String(tree.read(file), StandardCharsets.UTF_8),
                        diagnostics))
            .orElse(List.of());
    return new PublishedUnit(unit, plan, pages);
  }

  /**
   * The page that a report goes on with: that of its year and kind, else one that stood at its
   * address and whose own report is no more (its kind was corrected).
   */
  Optional<PublishedPage> of(ReportId id) {
    Optional<PublishedPage> own =
        pages.stream().filter(page -> page.isOf(id.year(), id.kind())).findFirst();
    return own.isPresent()
        ? own
        : pages.stream()
            .filter(page -> page.address().equals(address(id)) && !isHere(page))
            .findFirst();
  }

  private String address(ReportId id) {
    return plan.report(id).folder();
  }

  private boolean isHere(PublishedPage page) {
    return unit.reports().stream().anyMatch(r -> page.isOf(r.id().year(), r.id().kind()));
  }

  /** The report that goes on with a page. */
  private Optional<ReportId> now(PublishedPage page) {
    return unit.reports().stream()
        .map(UnitSource.ReportFile::id)
        .filter(id -> of(id).filter(page::equals).isPresent())
        .findFirst();
  }

  /**
   * Where reports stood that are elsewhere or gone.
   *
   * @param heldBack reports of which nothing may be said
   * @param units the slugs of all units; what stood below another's is none of ours
   */
  List<FormerAddress> former(Set<ReportId> heldBack, Predicate<String> units) {
    List<FormerAddress> former = new ArrayList<>();
    for (PublishedPage page : pages) {
      Optional<ReportId> now = now(page);
      if (now.isEmpty() && isHeldBack(page, heldBack)) {
        continue;
      }
      for (String address : page.addresses()) {
        String slug = address.split("/")[1];
        if (!plan.hasReport(address) && (slug.equals(unit.info().slug()) || !units.test(slug))) {
          former.add(new FormerAddress(address, unit.info().slug(), page.year(), now));
        }
      }
    }
    return former;
  }

  private boolean isHeldBack(PublishedPage page, Set<ReportId> heldBack) {
    return heldBack.contains(new ReportId(unit.info().slug(), page.year(), page.kind()));
  }

  /**
   * What readers of saved links will find changed, told once: before the release that changes it.
   */
  List<Diagnostic> losses(Collection<ReportRecord> reports, Set<ReportId> heldBack) {
    List<Diagnostic> losses = new ArrayList<>();
    for (ReportRecord report : reports) {
      of(report.id()).flatMap(page -> loss(page, report)).ifPresent(losses::add);
    }
    for (PublishedPage page : pages) {
      if (!page.gone() && now(page).isEmpty() && !isHeldBack(page, heldBack)) {
        losses.add(
            Diagnostic.warning(
                "page-retired",
                Position.of(unit.anchors().orElseThrow().path()),
                page.address() + "/index.html was published and loses its report",
                "a page there will say so to readers of saved links; if the report only got"
                    + " another year or kind, give it back the old one"));
      }
    }
    return losses;
  }

  private static Optional<Diagnostic> loss(PublishedPage page, ReportRecord report) {
    Set<String> before =
        page.anchors().stream()
            .filter(PublishedAnchor.Retired.class::isInstance)
            .map(PublishedAnchor::id)
            .collect(Collectors.toSet());
    List<String> lost =
        report.outline().retired().stream()
            .map(PublishedAnchor.Retired::id)
            .filter(id -> !before.contains(id))
            .toList();
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    String shown = lost.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return Optional.of(
        Diagnostic.warning(
            "anchor-retired",
            Position.of(report.report().path()),
            page.address()
                + "/index.html loses the text of "
                + lost.size()
                + (lost.size() == 1 ? " published anchor: " : " published anchors: ")
                + shown
                + (lost.size() > SHOWN ? ", …" : ""),
            "saved links keep working and lead to where the text stood"));
  }

  /** The unit's file of anchors once the present reports are published, as far as they go. */
  byte[] next(List<ReportRecord> reports) {
    List<PublishedPage> next = new ArrayList<>();
    for (ReportRecord report : reports) {
      ReportId id = report.id();
      Set<String> addresses = new LinkedHashSet<>();
      of(id).ifPresent(page -> addresses.addAll(page.addresses()));
      addresses.remove(address(id));
      addresses.add(address(id));
      Outline outline = report.outline();
      next.add(
          new PublishedPage(
              id.year(),
              id.kind(),
              false,
              List.copyOf(addresses),
              outline.title(),
              PageAnchors.of(outline)));
    }
    return AnchorsFile.write(next).getBytes(StandardCharsets.UTF_8);
  }
}
