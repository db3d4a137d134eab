package annals.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Looks once at every file below a folder, by all processors. */
final class SiteWalk {
  private static final String UNIX = "unix";
  private static final String UNIX_ATTRIBUTES = UNIX + ":mode,size,ctime,ino";
  private static final int KIND_BITS = 0170000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  private final boolean isUnix;
  private final Map<String, File> files = new ConcurrentHashMap<>();

  /**
   * What the file system says of a file.
   *
   * @param kind whether it is one at all
   * @param size in bytes
   * @param state what is another after every change: size, time of change of anything about it in
   *     nanoseconds, and its number on the disk; empty where the file system does not have these
   *     (Windows)
   */
  record File(Kind kind, long size, String state) {}

  /** What a name stands for that is no folder. */
  enum Kind {
    FILE,
    LINK,
    OTHER
  }

  private SiteWalk(boolean isUnix) {
    this.isUnix = isUnix;
  }

  /**
   * All that is no folder, by path from the top, with {@code /}.
   *
   * @param unseen a folder right in the top that is left out
   */
  static Map<String, File> of(Path top, String unseen) throws IOException {
    SiteWalk walk = new SiteWalk(top.getFileSystem().supportedFileAttributeViews().contains(UNIX));
    try {
      List<String> level = walk.list(top, "").stream().filter(f -> !f.equals(unseen)).toList();
      while (!level.isEmpty()) {
        level =
            level.parallelStream()
                .flatMap(folder -> walk.list(top.resolve(folder), folder + "/").stream())
                .toList();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return walk.files;
  }

  /** Takes in the files of a folder and gives its folders. */
  private List<String> list(Path folder, String prefix) {
    List<String> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        Optional<File> file = isUnix ? onUnix(entry) : elsewhere(entry);
        file.ifPresentOrElse(found -> files.put(path, found), () -> folders.add(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders;
  }

  /** Empty for a folder. */
  private static Optional<File> onUnix(Path path) throws IOException {
    Map<String, Object> is = Files.readAttributes(path, UNIX_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    long size = (Long) is.get("size");
    int kind = (Integer) is.get("mode") & KIND_BITS;
    long changed = ((FileTime) is.get("ctime")).to(TimeUnit.NANOSECONDS);
    return kind == FOLDER
        ? Optional.empty()
        : Optional.of(
            new File(
                kind == REGULAR ? Kind.FILE : kind == LINK ? Kind.LINK : Kind.OTHER,
                size,
                size + " " + changed + " " + is.get("ino")));
  }

  /** Empty for a folder. */
  private static Optional<File> elsewhere(Path path) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return is.isDirectory()
        ? Optional.empty()
        : Optional.of(
            new File(
                is.isRegularFile() ? Kind.FILE : is.isSymbolicLink() ? Kind.LINK : Kind.OTHER,
                is.size(),
                ""));
  }
}
