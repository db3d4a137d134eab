package annals.build;

import annals.archive.ReportRecord;
import annals.archive.UnitArchives;
import annals.check.ContentCheck;
import annals.check.LinkCheck;
import annals.check.RulingCheck;
import annals.compare.Ruling;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.markdown.MarkdownReader;
import annals.outline.Outliner;
import annals.ruling.RulingsFile;
import annals.source.ContentTree;
import annals.source.UnitSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the reports of a family of units whole: parsed, outlined, looked through. Safe for several
 * threads.
 */
final class FamilyReader {
  private final ContentTree tree;
  private final LinkCheck links;
  private final Diagnostics diagnostics;

  FamilyReader(ContentTree tree, Diagnostics diagnostics) {
    this.tree = tree;
    this.links =
        new LinkCheck(
            tree.units().stream()
                .flatMap(unit -> unit.reports().stream())
                .map(UnitSource.ReportFile::path)
                .collect(Collectors.toSet()));
    this.diagnostics = diagnostics;
  }

  List<UnitArchives.Member> read(List<UnitSource> family) {
    List<UnitArchives.Member> members = new ArrayList<>();
    for (UnitSource unit : family) {
      List<ReportRecord> reports = new ArrayList<>();
      for (UnitSource.ReportFile file : unit.reports()) {
        reports.add(report(file));
      }
      members.add(new UnitArchives.Member(unit.info(), reports, rulings(unit)));
    }
    for (UnitArchives.Member member : members) {
      diagnostics.addAll(RulingCheck.check(member, members));
    }
    return members;
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

  private ReportRecord report(UnitSource.ReportFile file) {
    MarkdownReader.Read read = tree.read(file);
    Outliner.Outlined outlined = Outliner.outline(read.report());
    ReportRecord record = new ReportRecord(file.id(), read.report(), outlined.outline());
    diagnostics.addAll(read.diagnostics());
    diagnostics.addAll(outlined.diagnostics());
    diagnostics.addAll(ContentCheck.check(record));
    diagnostics.addAll(links.check(record.report()));
    return record;
  }
}
