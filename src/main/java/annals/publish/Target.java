package annals.publish;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A place where readers find the site.
 *
 * @param name as {@code annals.yaml} calls it
 * @param keep how many releases stay, the current one included; at least 1
 * @param fileMode POSIX permission bits of published files
 * @param folderMode POSIX permission bits of published folders
 * @param compress whether a compressed form lies beside each text file
 */
public record Target(
    String name,
    Place place,
    Layout layout,
    int keep,
    int fileMode,
    int folderMode,
    boolean compress) {
  /** How releases are told apart at the target. */
  public enum Layout {
    /** A folder for each release beside a link {@code current}. */
    RELEASES,
    /** The site alone, changed in place: for shares and servers without links. */
    PLAIN
  }

  /** Where the target lies. */
  public sealed interface Place permits Folder, Server {}

  /** A folder of this machine or a mounted share. */
  public record Folder(Path path) implements Place {}

  /**
   * A folder on a server, reached by SFTP.
   *
   * @param path absolute, or relative to the user's home there
   * @param identity a private key to use before those in {@code ~/.ssh} and those of the agent
   * @param knownHosts the file in which host keys are looked up
   */
  public record Server(
      String host, int port, String user, String path, Optional<Path> identity, Path knownHosts)
      implements Place {}

  public Target {
    if (keep < 1) {
      throw new IllegalArgumentException("no release would stay");
    }
  }
}
