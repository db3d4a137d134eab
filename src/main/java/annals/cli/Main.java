package annals.cli;

import annals.output.OutputException;
import annals.publish.PublishException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 done, 1 the content has errors or a file could not be read or
 * written, 2 wrong usage.
 */
@Command(
    name = "annals",
    mixinStandardHelpOptions = true,
    version = "annals 0.1.0",
    scope = ScopeType.INHERIT,
    description = "Turns an archive of annual work reports into a searchable static site.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ImportCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      PublishCommand.class,
      ReleasesCommand.class,
      RollbackCommand.class,
      NewCommand.class,
      ExportCommand.class,
      OutlineCommand.class,
      FollowUpCommand.class
    })
public final class Main {
  /** The content is fine, or has only warnings. */
  static final int DONE = 0;

  /** The content has errors, or a file could not be read or written. */
  static final int ERRORS = 1;

  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    commandLine.setParameterExceptionHandler((e, given) -> misused(e, err));
    if (arguments.length == 0) {
      commandLine.usage(err);
      return CommandLine.ExitCode.USAGE;
    }
    return commandLine.execute(arguments);
  }

  /** What is wrong with the arguments, and where to read what they may be. */
  private static int misused(ParameterException e, PrintWriter err) {
    err.println("annals: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("annals: see " + command + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /**
   * What lies outside the program is one line; a mistake in the program shows where it happened.
   */
  private static int failed(Exception e, PrintWriter err) {
    switch (e) {
      case PublishException stopped -> err.println("annals: " + stopped.getMessage());
      case OutputException output -> err.println("annals: " + output.getMessage());
      case UncheckedIOException io -> err.println("annals: " + reason(io.getCause()));
      case IOException io -> err.println("annals: " + reason(io));
      default -> {
        err.println("annals: a mistake in the program, please report it");
        e.printStackTrace(err);
      }
    }
    return ERRORS;
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException missing
        ? missing.getFile() + ": no such file"
        : e.getMessage();
  }
}
