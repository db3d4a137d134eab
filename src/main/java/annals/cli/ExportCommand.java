package annals.cli;

import annals.export.OfficialDocument;
import annals.ingest.ReadReport;
import annals.ingest.SourceHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code annals export --docx REPORT…}. */
@Command(
    name = "export",
    description = "Writes reports as Word files in the form of GB/T 9704-2012.")
final class ExportCommand implements Callable<Integer> {
  @Mixin private SourceOption source;
  @Mixin private VerbosityOption verbosity;

  @Option(names = "--docx", required = true, description = "write .docx")
  private boolean docx;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "the folder for the files (default: here)")
  private Path folder = Path.of("");

  @Option(names = "--force", description = "replace files that exist")
  private boolean force;

  @Parameters(arity = "1..*", paramLabel = "REPORT", description = "reports, Markdown or raw")
  private List<Path> reports;

  @Override
  public Integer call() throws IOException {
    LooseReports loose = new LooseReports(source);
    int code = Main.DONE;
    for (Path file : reports) {
      ReadReport read = loose.read(file, SourceHints.NONE);
      String name = read.outline().title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "");
      Path target = folder.resolve((name.isBlank() ? "报告" : name) + ".docx");
      if (Files.exists(target) && !force) {
        source.commandLine().getErr().println("annals: " + target + " exists; --force replaces it");
        code = Main.ERRORS;
        continue;
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(target, OfficialDocument.write(read.asImported()));
      if (!verbosity.isQuiet()) {
        source.commandLine().getOut().println(target);
      }
    }
    return code;
  }
}
