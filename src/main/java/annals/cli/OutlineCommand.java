package annals.cli;

import annals.ingest.ReadReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code annals outline FILE}. */
@Command(name = "outline", description = "Prints the outline of a raw or Markdown report as JSON.")
final class OutlineCommand implements Callable<Integer> {
  @Mixin private SourceOption source;
  @Mixin private StatedOption stated;

  @Parameters(paramLabel = "FILE", description = "a report in any format that import reads")
  private Path file;

  @Override
  public Integer call() throws Exception {
    LooseReports reports = new LooseReports(source);
    ReadReport read = reports.read(file, stated.hints());
    source.commandLine().getOut().println(OutlineJson.write(read.outline(), read.diagnostics()));
    return reports.exitCode();
  }
}
