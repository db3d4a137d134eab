package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.ingest.CleaningRules;
import annals.ingest.ReadReport;
import annals.ingest.ReportReader;
import annals.ingest.SourceHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads single report files, raw or Markdown, wherever they lie, by the site's cleaning rules. */
final class LooseReports {
  /** A site's own cleaning rules, beside annals.yaml. */
  private static final String RULES_FILE = "cleaning.yaml";

  private final ReportReader reader;

  LooseReports(SourceOption source) throws IOException {
    this.reader =
        new ReportReader(rules(source.config(new Diagnostics()).root(), new Diagnostics()));
  }

  ReadReport read(Path file, SourceHints stated) throws IOException {
    return reader.read(file, file.toString().replace('\\', '/'), stated);
  }

  /** The built-in cleaning rules with the site's own over them, where it has any. */
  static CleaningRules rules(Path root, Diagnostics diagnostics) throws IOException {
    Path file = root.resolve(RULES_FILE);
    if (!Files.exists(file)) {
      return CleaningRules.builtIn();
    }
    List<Diagnostic> found = new ArrayList<>();
    CleaningRules rules =
        CleaningRules.builtIn().extendedBy(RULES_FILE, Files.readString(file), found);
    diagnostics.addAll(found);
    return rules;
  }
}
