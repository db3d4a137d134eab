package annals.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program inside this process, for tests of what it leaves behind.
 *
 * @param code the exit code
 * @param said what it printed
 */
public record CommandRun(int code, String said) {
  /** Runs a command to its end. */
  public static CommandRun of(String... command) {
    StringWriter said = new StringWriter();
    int code = Main.run(new PrintWriter(said, true), new PrintWriter(said, true), command);
    return new CommandRun(code, said.toString());
  }
}
