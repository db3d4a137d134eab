package annals.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Shortcuts by the programs of this machine; everything works without, as on Windows. They look at
 * a hundred thousand files in less time than a Java machine that has just started, and leave it a
 * processor meanwhile.
 */
final class LocalShell {
  private static final Optional<Path> SHELL =
      Optional.of(Path.of("/bin/sh")).filter(Files::isExecutable);

  private LocalShell() {}

  /**
   * Runs a command of the POSIX shell in a folder and gives what it prints, if there is a shell and
   * the command ends well.
   */
  static Optional<byte[]> run(Path folder, String command) throws IOException {
    if (SHELL.isEmpty()) {
      return Optional.empty();
    }
    Process process =
        new ProcessBuilder(SHELL.get().toString(), "-c", command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream out = process.getInputStream()) {
      byte[] printed = out.readAllBytes();
      return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      process.destroy();
    }
  }
}
