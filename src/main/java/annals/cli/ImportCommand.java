package annals.cli;

import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.ingest.CleaningRules;
import annals.ingest.ImportResult;
import annals.ingest.ImportResult.Document;
import annals.ingest.ImportResult.Status;
import annals.ingest.ImportSettings;
import annals.ingest.Importer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code annals import PATH…}. */
@Command(
    name = "import",
    description = "Turns source documents into Markdown reports below content/.")
final class ImportCommand implements Callable<Integer> {
  @Mixin private SourceOption source;
  @Mixin private StatedOption stated;
  @Mixin private VerbosityOption verbosity;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "documents (.docx .doc .wps .odt .pdf .html .txt .md), folders of them, or an import.csv"
              + " with the columns file, unit, year, kind")
  private List<Path> paths;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "the content folder (default: content, or content: in annals.yaml)")
  private Path into;

  @Option(
      names = "--attach",
      description =
          "copy each original beside its report and offer it on the report's page, as with"
              + " import: {attach: true} in annals.yaml")
  private boolean attach;

  @Option(
      names = "--force",
      description = "replace reports that were edited since they were imported")
  private boolean force;

  @Option(
      names = "--restore",
      paramLabel = "MASK=WORD",
      description =
          "write a masked word in full, such as D=党; phrases in which it stands for something else"
              + " are in restore-exceptions: of cleaning.yaml")
  private Map<String, String> restore = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "show a table of what would be written, write nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = source.commandLine().getOut();
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = source.config(diagnostics);
    CleaningRules rules = LooseReports.rules(config.root(), diagnostics).restoring(restore);
    Path content = into == null ? config.content() : into.toAbsolutePath().normalize();
    ImportSettings settings =
        new ImportSettings(
            config.root(),
            content,
            rules,
            stated.hints(),
            attach || config.attach(),
            force,
            dryRun);
    ImportResult result;
    try (ConsoleProgress progress = new ConsoleProgress(verbosity.isQuiet())) {
      result =
          new Importer(settings)
              .importAll(
                  paths,
                  count -> {
                    progress.begin("import", count);
                    return document -> progress.step(1);
                  });
    }
    if (dryRun) {
      ImportTable.lines(result.documents()).forEach(out::println);
    } else if (!verbosity.isQuiet()) {
      result.documents().forEach(document -> out.println(line(document)));
    }
    diagnostics.addAll(result.diagnostics());
    List<Diagnostic> found = diagnostics.sorted();
    verbosity.print(found, source.commandLine().getErr());
    if (!verbosity.isQuiet()) {
      source.commandLine().getErr().println(closingLine(result));
    }
    return diagnostics.hasErrors() ? Main.ERRORS : Main.DONE;
  }

  private static String line(Document document) {
    String facts =
        document
            .facts()
            .map(
                f ->
                    "  "
                        + f.title()
                        + " | "
                        + f.unit()
                        + " | "
                        + f.year()
                        + " | "
                        + f.kind()
                        + " | removed "
                        + f.removed())
            .orElse("");
    return document.status().word()
        + "  "
        + document.source()
        + document.target().map(target -> " -> " + target).orElse("")
        + facts;
  }

  private String closingLine(ImportResult result) {
    String counts =
        Stream.of(Status.values())
            .filter(status -> result.count(status) > 0)
            .map(status -> result.count(status) + " " + status.word())
            .collect(Collectors.joining(", "));
    return "annals: "
        + (dryRun ? "nothing was written; would be: " : "imported: ")
        + (counts.isEmpty() ? "no document found" : counts);
  }
}
