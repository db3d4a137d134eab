package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Remembers beside a built site which groups of its files were seen to have the hashes of the
 * manifest, and what the file system said of them then: while both are the same, none of them need
 * be read again.
 */
final class VerifiedFiles {
  /** How the names of its own files begin. */
  static final String FILE = ".annals-verified";

  private static final int HEX = 16;

  private final Path root;
  private final List<String> now;
  private final List<String> remembered;

  private VerifiedFiles(Path root, List<String> now, List<String> remembered) {
    this.root = root;
    this.now = now;
    this.remembered = remembered;
  }

  /**
   * @param found what the file system says of the files
   * @param files what they must be
   */
  static VerifiedFiles of(Path root, PathGroups found, Collection<Manifest.Entry> files) {
    PathGroups wanted = new PathGroups();
    for (Manifest.Entry entry : files) {
      wanted.add(entry.path(), entry.sha256());
    }
    List<String> now = new ArrayList<>();
    for (int group = 0; group < PathGroups.NUMBER; group++) {
      now.add(
          Long.toUnsignedString(found.sum(group), HEX)
              + " "
              + Long.toUnsignedString(wanted.sum(group), HEX));
    }
    return new VerifiedFiles(root, now, read(root));
  }

  private static List<String> read(Path root) {
    try {
      return Files.readAllLines(root.resolve(FILE));
    } catch (IOException noneOrBroken) {
      return List.of();
    }
  }

  /** Whether all files of a group were seen to be right and are untouched since. */
  boolean has(int group) {
    return group < remembered.size() && remembered.get(group).equals(now.get(group));
  }

  /** Takes note that all files are right, if the folder can be written. */
  void remember() {
    if (now.equals(remembered)) {
      return;
    }
    Path part = root.resolve(FILE + "-part");
    try {
      Files.write(part, now);
      Files.move(part, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException readOnly) {
      return;
    }
  }
}
