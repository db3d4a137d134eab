package annals.cli;

import annals.build.BuildReport;
import annals.build.SiteBuilder;
import annals.build.SiteConfig;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.output.WriteResult;
import annals.source.HeldBack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code annals build}. */
@Command(
    name = "build",
    description = "Builds the site. The output changes only if the content has no errors.")
final class BuildCommand implements Callable<Integer> {
  @Mixin private SourceOption source;
  @Mixin private VerbosityOption verbosity;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "where the site goes (default: site, or output: in annals.yaml)")
  private Path output;

  @Mixin private SimilarityOption similarity;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many threads work at once (default: one a processor)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = source.commandLine().getErr();
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = source.config(diagnostics);
    if (output != null) {
      config = config.withOutput(output.toAbsolutePath().normalize());
    }
    config = similarity.stated().map(config::withSimilarity).orElse(config);
    BuildReport report;
    try (ConsoleProgress progress = new ConsoleProgress(verbosity.isQuiet())) {
      report = new SiteBuilder(config, Math.max(1, threads), progress).build(diagnostics);
    }
    verbosity.print(report.diagnostics(), err);
    if (!verbosity.isQuiet()) {
      heldBack(report).ifPresent(err::println);
      err.println(closingLine(report));
    }
    return report.written().isPresent() && report.count(Severity.ERROR) == 0
        ? Main.DONE
        : Main.ERRORS;
  }

  /** What was left out of the site, and why; nothing where all is in. */
  private static Optional<String> heldBack(BuildReport report) {
    if (report.heldBack().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (HeldBack.Reason reason : HeldBack.Reason.values()) {
      long number = report.count(reason);
      if (number > 0) {
        parts.add(
            switch (reason) {
              case DRAFT -> count(number, "draft");
              case REVIEW -> number + " without the review entries asked for";
              case GATE -> number + " stopped at the gate";
            });
      }
    }
    return Optional.of("annals: left out of the site: " + String.join(", ", parts));
  }

  /** One line: what was written, unchanged, deleted, warned, and how long each stage took. */
  private static String closingLine(BuildReport report) {
    Optional<WriteResult> written = report.written();
    String did =
        written
            .map(
                w ->
                    String.format(
                        Locale.ROOT,
                        "%d reports of %d units: %d files written, %d unchanged, %d deleted",
                        report.reports(),
                        report.units(),
                        w.written(),
                        w.unchanged(),
                        w.deleted()))
            .orElse("the site was left as it was");
    return "annals: "
        + did
        + ", "
        + count(report.count(Severity.ERROR), "error")
        + ", "
        + count(report.count(Severity.WARNING), "warning")
        + "; "
        + report.stages().stream()
            .map(
                stage ->
                    String.format(
                        Locale.ROOT, "%s %.1f s", stage.name(), stage.time().toMillis() / 1000.0))
            .collect(Collectors.joining(", "));
  }

  private static String count(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
