package annals.cli;

import annals.export.OfficialDocument;
import annals.export.Picture;
import annals.ingest.ReadReport;
import annals.ingest.SourceHints;
import annals.report.ReportLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
      Files.write(
          target,
          OfficialDocument.write(
              read.asImported(), picture -> picture(file.toAbsolutePath(), read, picture)));
      if (!verbosity.isQuiet()) {
        source.commandLine().getOut().println(target);
      }
    }
    return code;
  }

  /** One that came with the source, or lies beside the report or in a folder below. */
  private Optional<Picture> picture(Path report, ReadReport read, String name) {
    Optional<Picture> found =
        Optional.ofNullable(read.pictures().get(name.substring(name.lastIndexOf('/') + 1)))
            .or(() -> beside(report, name))
            .flatMap(Picture::of);
    if (found.isEmpty()) {
      source
          .commandLine()
          .getErr()
          .println(
              report.getFileName()
                  + ": warning: the picture "
                  + name
                  + " is not in the Word file, its text is; it must be a PNG, JPEG, GIF or BMP file"
                  + " beside the report");
    }
    return found;
  }

  private static Optional<byte[]> beside(Path report, String name) {
    try {
      Path folder = report.toRealPath().getParent();
      Optional<ReportLink> link = ReportLink.of(report.getFileName().toString(), name);
      if (link.isEmpty()) {
        return Optional.empty();
      }
      Path file = folder.resolve(link.get().path()).toRealPath();
      return file.startsWith(folder) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
