package annals.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What the file system says of every file below a folder: kind, size, time of change of anything
 * about it, number on the disk. No program can set that time, so an edited file never looks as it
 * did before.
 */
final class SiteListing {
  /** Kind, size, time and number stand before the path. */
  private static final int FIELDS = 4;

  private final PrintedFiles files;

  private SiteListing(byte[] printed) {
    this.files = new PrintedFiles(printed, FIELDS);
  }

  /**
   * Looks at all files; empty where the system has no {@code find} that tells all that.
   *
   * @param unseen how the names of files and folders right in the top begin that are left out
   */
  static Optional<SiteListing> of(Path top, String unseen) throws IOException {
    String command =
        "find . -mindepth 1 -path "
            + LinkedTree.quoted("./" + unseen + "*")
            + " -prune -o ! -type d -printf '%y %s %C@ %i %P\\0'";
    return LocalShell.run(top, command).map(SiteListing::new);
  }

  /** Sums over all that is said of the files. */
  PathGroups sums() {
    return files.sums();
  }

  /** The files of some groups, by path from the top, with {@code /}. */
  Map<String, SiteWalk.File> files(IntPredicate groups) {
    Map<String, SiteWalk.File> found = new HashMap<>();
    files.each(
        (printed, start, path, end) -> {
          if (groups.test(PathGroups.of(printed, path, end))) {
            String said = new String(printed, start, end - start, StandardCharsets.UTF_8);
            String[] fields = said.split(" ", FIELDS + 1);
            found.put(
                fields[FIELDS], new SiteWalk.File(kind(fields[0]), Long.parseLong(fields[1])));
          }
        });
    return found;
  }

  private static SiteWalk.Kind kind(String letter) {
    return switch (letter) {
      case "f" -> SiteWalk.Kind.FILE;
      case "l" -> SiteWalk.Kind.LINK;
      default -> SiteWalk.Kind.OTHER;
    };
  }
}
