package annals.build;

import annals.anchor.PublishedPage;
import annals.archive.ReportRecord;
import annals.archive.UnitArchives;
import annals.check.LinkCheck;
import annals.check.RulingCheck;
import annals.compare.FollowUps.Told;
import annals.compare.Ruling;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Suppression;
import annals.lint.Lints;
import annals.markdown.MarkdownReader;
import annals.outline.Outliner;
import annals.page.SitePlan;
import annals.report.ReportId;
import annals.ruling.RulingsFile;
import annals.source.ContentTree;
import annals.source.HeldBack;
import annals.source.UnitSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the reports of a family of units whole: parsed, outlined, looked through. Safe for several
 * threads.
 */
final class FamilyReader {
  private final ContentTree tree;
  private final LinkCheck links;
  private final Lints lints;
  private final Diagnostics diagnostics;
  private final SitePlan plan;
  private final Set<ReportId> heldBack;

  /**
   * A family as it was read.
   *
   * @param members in the order given
   * @param published what was published of each before, by slug
   */
  record Family(List<UnitArchives.Member> members, Map<String, PublishedUnit> published) {}

  FamilyReader(ContentTree tree, Lints lints, Diagnostics diagnostics) {
    this.tree = tree;
    this.links =
        new LinkCheck(
            tree.units().stream()
                .flatMap(unit -> unit.reports().stream())
                .map(UnitSource.ReportFile::path)
                .collect(Collectors.toSet()));
    this.lints = lints;
    this.diagnostics = diagnostics;
    this.plan = new SitePlan(SiteCatalog.of(tree));
    this.heldBack = tree.heldBack().stream().map(HeldBack::id).collect(Collectors.toSet());
  }

  Family read(List<UnitSource> family) {
    List<UnitArchives.Member> members = new ArrayList<>();
    Map<String, PublishedUnit> published = new HashMap<>();
    for (UnitSource unit : family) {
      List<Diagnostic> ofAnchors = new ArrayList<>();
      PublishedUnit before = PublishedUnit.read(tree, unit, plan, ofAnchors);
      published.put(unit.info().slug(), before);
      List<Reading> readings =
          unit.reports().stream().map(file -> read(file, before.of(file.id()))).toList();
      List<ReportRecord> reports = readings.stream().map(Reading::record).toList();
      List<Diagnostic> together = new ArrayList<>(lints.of(reports));
      together.addAll(before.losses(reports, heldBack));
      readings.forEach(reading -> tell(reading, together));
      together.stream()
          .filter(
              d -> reports.stream().noneMatch(r -> r.report().path().equals(d.position().path())))
          .forEach(ofAnchors::add);
      diagnostics.addAll(ofAnchors);
      members.add(new UnitArchives.Member(unit.info(), reports, rulings(unit)));
    }
    for (UnitArchives.Member member : members) {
      diagnostics.addAll(RulingCheck.check(member, members));
    }
    return new Family(members, published);
  }

  /** A report's outline alone, of which nothing is told: another reading does that. */
  Told outline(UnitSource.ReportFile file) {
    return new Told(file.id(), Outliner.outline(tree.read(file).report()).outline());
  }

  private List<Ruling> rulings(UnitSource unit) {
    if (unit.rulings().isEmpty()) {
      return List.of();
    }
    UnitSource.SideFile file = unit.rulings().get();
    List<Diagnostic> found = new ArrayList<>();
    RulingsFile read = RulingsFile.read(file.path(), tree.read(file), found);
    diagnostics.addAll(found);
    return read.rulings();
  }

  /** A report with what was found in it and what its author has answered. */
  private record Reading(
      ReportRecord record, List<Diagnostic> found, List<Suppression> suppressions) {}

  private Reading read(UnitSource.ReportFile file, Optional<PublishedPage> before) {
    MarkdownReader.Read read = tree.read(file);
    Outliner.Outlined outlined = Outliner.outline(read.report(), before);
    ReportRecord record = new ReportRecord(file.id(), read.report(), outlined.outline());
    List<Diagnostic> found = new ArrayList<>(read.diagnostics());
    found.addAll(outlined.diagnostics());
    found.addAll(lints.of(record));
    found.addAll(links.check(record.report()));
    return new Reading(record, found, read.suppressions());
  }

  private void tell(Reading reading, List<Diagnostic> together) {
    String path = reading.record().report().path();
    List<Diagnostic> found = new ArrayList<>(reading.found());
    together.stream().filter(d -> d.position().path().equals(path)).forEach(found::add);
    diagnostics.addAll(lints.settled(path, found, reading.suppressions()));
  }
}
