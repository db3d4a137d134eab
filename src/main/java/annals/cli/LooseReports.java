package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.ingest.CleaningRules;
import annals.ingest.ReadReport;
import annals.ingest.ReportReader;
import annals.ingest.SourceHints;
import annals.reader.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads single report files, raw or Markdown, wherever they lie, by the site's cleaning rules. */
final class LooseReports {
  private final ReportReader reader;

  LooseReports(SourceOption source) {
    this.reader =
        new ReportReader(rules(source.config(new Diagnostics()).root(), new Diagnostics()));
  }

  ReadReport read(Path file, SourceHints stated) throws IOException {
    try {
      return reader.read(file, file.toString().replace('\\', '/'), stated);
    } catch (UnreadableException e) {
      throw new IOException(file + ": " + e.getMessage() + "; " + e.hint(), e);
    }
  }

  /** The built-in cleaning rules with the site's own over them, where it has any. */
  static CleaningRules rules(Path root, Diagnostics diagnostics) {
    List<Diagnostic> found = new ArrayList<>();
    CleaningRules rules = CleaningRules.ofSite(root, found);
    diagnostics.addAll(found);
    return rules;
  }
}
