package annals.cli;

import annals.build.ContentReview;
import annals.build.SiteConfig;
import annals.check.SiteCheck;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code annals check}. */
@Command(
    name = "check",
    description =
        "Checks the content and, if it has been built, the links and anchors of the site.")
final class CheckCommand implements Callable<Integer> {
  /** How findings are printed. */
  enum Format {
    text,
    json
  }

  @Mixin private SourceOption source;

  @Option(
      names = "--format",
      description = "text (path:line:column: warning: what) or json; default: text")
  private Format format = Format.text;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = source.commandLine().getOut();
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = source.config(diagnostics);
    int reports = ContentReview.of(config, diagnostics);
    boolean built = Files.exists(config.output().resolve("manifest.json"));
    if (built) {
      diagnostics.addAll(SiteCheck.ofFolder(config.output(), config.outputName()));
    }
    List<Diagnostic> found =
        diagnostics.sorted().stream().filter(d -> d.severity() != Severity.NOTICE).toList();
    switch (format) {
      case json -> out.println(DiagnosticsJson.write(found));
      case text -> {
        found.forEach(out::println);
        source
            .commandLine()
            .getErr()
            .println(
                "annals: "
                    + reports
                    + " reports checked"
                    + (built ? ", and the built site" : "; there is no built site to check")
                    + ": "
                    + diagnostics.count(Severity.ERROR)
                    + " errors, "
                    + diagnostics.count(Severity.WARNING)
                    + " warnings");
      }
    }
    return diagnostics.hasErrors() ? Main.ERRORS : Main.DONE;
  }
}
