package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What publishing needs of the folder at the target, whether it is reached through the file system
 * or by SFTP. Paths are relative to it, with {@code /}, and {@link #requireInside} refuses all
 * others. Links are never followed but where that is said. Safe for several threads.
 *
 * <p>Every method throws an {@link IOException} whose message names the path and the reason.
 */
interface RemoteFolder extends AutoCloseable {
  /** What stands at a place. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /**
   * Something in a folder.
   *
   * @param size in bytes, of a file
   * @param modified by the target's own clock
   */
  record Entry(String name, Kind kind, long size, Instant modified) {}

  /** Where the bytes of a file come from; opened anew whenever the file is sent again. */
  interface Content {
    InputStream open() throws IOException;
  }

  /** The target as messages name it. */
  String name();

  /** Creates the folder itself and those above it. */
  void createRoot() throws IOException;

  Optional<Entry> stat(String path) throws IOException;

  /** What is in a folder, in no order. */
  List<Entry> list(String folder) throws IOException;

  /** A file's bytes; links on the way are followed. */
  InputStream read(String path) throws IOException;

  /** Writes a file that does not exist yet, with the target's mode for files. */
  void write(String path, Content content) throws IOException;

  /** Creates one folder with the target's mode for folders; one that exists is fine. */
  void createFolder(String path) throws IOException;

  /** Renames in one step, in place of the file or link that may stand there. */
  void rename(String from, String to) throws IOException;

  /**
   * Makes a file's bytes stand at a second place where nothing stands, by a hard link or a copy at
   * the target.
   *
   * @return whether the target can do either
   */
  boolean link(String existing, String path) throws IOException;

  /**
   * Makes a symbolic link.
   *
   * @param to relative to the link's folder
   */
  void symlink(String path, String to) throws IOException;

  /** Where a symbolic link leads. */
  String readLink(String path) throws IOException;

  /** Deletes a file, a link or an empty folder, if it is there. */
  void delete(String path) throws IOException;

  /**
   * The SHA-256 of each file below a folder by its path from there, counted at the target; empty
   * where the target cannot, so that reading back is left.
   */
  Optional<Map<String, String>> hashes(String folder) throws IOException;

  /** The same for some files of a folder alone; files that are not there are left out. */
  Optional<Map<String, String>> hashes(String folder, List<String> paths) throws IOException;

  /**
   * All that stands below a folder, at once; empty where the target cannot tell. The times of what
   * is found are of no use.
   */
  Optional<RemoteTree> tree(String folder) throws IOException;

  /**
   * Whether a folder holds just the files of a site, of their sizes, beside its manifest, and just
   * their folders.
   *
   * @return false also where the target cannot tell at once
   */
  boolean isJust(String folder, Manifest files) throws IOException;

  /**
   * Makes a new folder with the same files as another by hard links, at once.
   *
   * @return false where the target cannot; a part of the folder may stand then
   */
  boolean linkTree(String existing, String folder) throws IOException;

  /**
   * Deletes a folder and all that is in it, at once.
   *
   * @return false where the target has no way to; nothing has changed then
   */
  boolean deleteTree(String folder) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Refuses paths that could leave the folder: empty, absolute, or with {@code .} or {@code ..}.
   */
  static String requireInside(String path) {
    boolean inside = path.chars().noneMatch(c -> c < ' ' || c == '\\');
    for (String segment : path.split("/", -1)) {
      inside &= !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
    }
    if (!inside) {
      throw new IllegalArgumentException("not a path inside the target: " + path);
    }
    return path;
  }
}
