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
  private final int exitCode;

  /** Says on standard error what is wrong with the settings and the rules. */
  LooseReports(SourceOption source) {
    Diagnostics diagnostics = new Diagnostics();
    this.reader = new ReportReader(rules(source.config(diagnostics).root(), diagnostics));
    diagnostics.sorted().forEach(source.commandLine().getErr()::println);
    this.exitCode = diagnostics.hasErrors() ? Main.ERRORS : Main.DONE;
  }

  /** That of a command which could read its files. */
  int exitCode() {
    return exitCode;
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
