package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.outline.Outline;
import annals.report.Report;
import java.util.List;

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
}
