package annals.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks once at every file below a folder, by all processors. */
final class SiteWalk {
  private final Map<String, File> files = new ConcurrentHashMap<>();

  /**
   * What the file system says of a file.
   *
   * @param kind whether it is one at all
   * @param size in bytes
   */
  record File(Kind kind, long size) {}

  /** What a name stands for that is no folder. */
  enum Kind {
    FILE,
    LINK,
    OTHER
  }

  private SiteWalk() {}

  /**
   * All that is no folder, by path from the top, with {@code /}.
   *
   * @param unseen how the names of files and folders right in the top begin that are left out
   */
  static Map<String, File> of(Path top, String unseen) throws IOException {
    SiteWalk walk = new SiteWalk();
    try {
      List<String> level = walk.list(top, "").stream().filter(f -> !f.startsWith(unseen)).toList();
      while (!level.isEmpty()) {
        level =
            level.parallelStream()
                .flatMap(folder -> walk.list(top.resolve(folder), folder + "/").stream())
                .toList();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    walk.files.keySet().removeIf(path -> path.startsWith(unseen));
    return walk.files;
  }

  /** Takes in the files of a folder and gives its folders. */
  private List<String> list(Path folder, String prefix) {
    List<String> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        BasicFileAttributes is =
            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (is.isDirectory()) {
          folders.add(path);
        } else {
          files.put(path, new File(kind(is), is.size()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders;
  }

  private static Kind kind(BasicFileAttributes is) {
    return is.isRegularFile() ? Kind.FILE : is.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
  }
}
