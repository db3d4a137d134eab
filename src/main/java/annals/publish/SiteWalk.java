package annals.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks once at every file below a folder, by all processors. */
final class SiteWalk {
  private static final String UNIX = "unix";
  private static final String KIND_AND_SIZE = "isDirectory,isRegularFile,isSymbolicLink,size";

  private final String attributes;
  private final Map<String, File> files = new ConcurrentHashMap<>();

  /**
   * What the file system says of a file.
   *
   * @param kind whether it is one at all
   * @param size in bytes
   * @param state what is another after every change: size, time of change of its bytes, time of
   *     change of anything about it, and its number on the disk; empty where the file system does
   *     not have these (Windows)
   */
  record File(Kind kind, long size, String state) {}

  /** What a name stands for that is no folder. */
  enum Kind {
    FILE,
    LINK,
    OTHER
  }

  private SiteWalk(boolean isUnix) {
    this.attributes =
        isUnix ? UNIX + ":" + KIND_AND_SIZE + ",lastModifiedTime,ctime,ino" : KIND_AND_SIZE;
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
        Map<String, Object> is = Files.readAttributes(entry, attributes, LinkOption.NOFOLLOW_LINKS);
        if (is.get("isDirectory").equals(true)) {
          folders.add(path);
        } else {
          files.put(path, file(is));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders;
  }

  private static File file(Map<String, Object> is) {
    Kind kind =
        is.get("isRegularFile").equals(true)
            ? Kind.FILE
            : is.get("isSymbolicLink").equals(true) ? Kind.LINK : Kind.OTHER;
    String state =
        is.containsKey("ctime")
            ? is.get("size")
                + " "
                + is.get("lastModifiedTime")
                + " "
                + is.get("ctime")
                + " "
                + is.get("ino")
            : "";
    return new File(kind, (Long) is.get("size"), state);
  }
}
