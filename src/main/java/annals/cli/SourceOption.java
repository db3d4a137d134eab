package annals.cli;

import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --source} that every command has, and the configuration found there. */
final class SourceOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "the folder with annals.yaml (default: here)")
  private Path source = Path.of("");

  /** Reads {@code annals.yaml}; a folder that does not exist is wrong usage. */
  SiteConfig config(Diagnostics diagnostics) {
    Path root = source.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new ParameterException(command.commandLine(), "--source: there is no folder " + source);
    }
    List<Diagnostic> found = new ArrayList<>();
    SiteConfig config = SiteConfig.read(root, found);
    diagnostics.addAll(found);
    return config;
  }

  /** The same; with errors in it they are printed, and it is empty. */
  Optional<SiteConfig> validConfig() {
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = config(diagnostics);
    diagnostics.sorted().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .forEach(command.commandLine().getErr()::println);
    return Optional.of(config).filter(read -> !diagnostics.hasErrors());
  }

  CommandLine commandLine() {
    return command.commandLine();
  }
}
