package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** The options {@code --quiet} and {@code --verbose}, and the printing of diagnostics by them. */
final class VerbosityOption {
  /** So many warnings are shown at the end of a build; {@code check} shows all. */
  private static final int SHOWN = 20;

  @Option(
      names = {"-q", "--quiet"},
      description = "print errors only")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "print every warning and notice")
  private boolean verbose;

  boolean isQuiet() {
    return quiet;
  }

  /** Prints all errors and, unless quiet, the first warnings with the number of those left out. */
  void print(List<Diagnostic> diagnostics, PrintWriter err) {
    int warnings = 0;
    int leftOut = 0;
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        err.println(diagnostic);
      } else if (verbose) {
        err.println(diagnostic);
      } else if (!quiet && diagnostic.severity() == Severity.WARNING) {
        if (++warnings <= SHOWN) {
          err.println(diagnostic);
        } else {
          leftOut++;
        }
      }
    }
    if (leftOut > 0) {
      err.println("annals: and " + leftOut + " more warnings; annals check lists all of them");
    }
  }
}
