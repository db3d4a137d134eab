package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.ingest.RawReader;
import annals.outline.Outliner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals outline FILE}. */
@Command(
    name = "outline",
    description = "Prints the outline of a raw or Markdown report as JSON.")
final class OutlineCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "FILE", description = "a .txt or .md report")
  private Path file;

  @Override
  public Integer call() throws Exception {
    RawReader.Read read = new RawReader().read(file);
    Outliner.Outlined outlined = Outliner.outline(read.report());
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    diagnostics.addAll(outlined.diagnostics());
    PrintWriter out = command.commandLine().getOut();
    out.println(OutlineJson.write(outlined.outline(), diagnostics.stream().sorted().toList()));
    return Main.DONE;
  }
}
