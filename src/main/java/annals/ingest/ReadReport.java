package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.outline.Outline;
import annals.outline.TitleGrammar;
import annals.report.Report;
import annals.report.Source;
import java.util.List;
import java.util.Optional;

/**
 * A source document as read, before anything is written.
 *
 * @param report title, blocks and what is known of unit, year and kind
 * @param outline what was found in it
 * @param log what was done to the source
 * @param diagnostics what was odd about it, by place
 */
public record ReadReport(
    Report report, Outline outline, ImportLog log, List<Diagnostic> diagnostics) {
  public ReadReport {
    diagnostics = diagnostics.stream().sorted().distinct().toList();
  }

  /**
   * The report as its Markdown file states it: with what was settled about it, its source, and the
   * unit where the title does not give it.
   */
  public Report asImported() {
    Report.Header header = report.header();
    Optional<String> unit =
        Optional.of(outline.unit())
            .filter(name -> !name.isEmpty())
            .filter(name -> !TitleGrammar.parse(outline.title()).unit().equals(Optional.of(name)));
    return new Report(
        report.path(),
        new Report.Header(
            outline.title(),
            unit,
            Optional.of(outline.year()).filter(year -> year > 0),
            Optional.of(outline.kind()),
            header.date(),
            Optional.of(new Source(log.file(), log.sha256())),
            header.draft()),
        report.blocks());
  }
}
