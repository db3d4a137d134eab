package annals.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * All the ways in which a {@link SiteWriter} changes the disk, in one place, so that tests can
 * break off before any of them.
 */
class Disk {
  /** Creates a folder and those above it; one that exists already is fine. */
  void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  /** Writes a file that does not exist yet. */
  void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Renames a file in one step, in place of the file that may stand there. */
  void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes a file, a link or an empty folder, if it is there. */
  void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }
}
