package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files of a built site were seen to have the hash of the manifest, and what the file system
 * said of each then: size, time of change of its bytes, time of change of anything about it, and
 * its number on the disk. A file of which it still says the same need not be read again. No program
 * can set the second time, so an edited file never passes. Where the file system does not have it
 * (Windows) nothing is remembered, and every file is read each time.
 */
final class VerifiedFiles {
  private static final String FILE = ".annals-verified";

  private final Path root;
  private final Map<String, String> remembered;
  private final Map<String, String> now = new ConcurrentHashMap<>();

  private VerifiedFiles(Path root, Map<String, String> remembered) {
    this.root = root;
    this.remembered = remembered;
  }

  /** What is remembered of a site; nothing where that cannot be read. */
  static VerifiedFiles of(Path root) {
    Map<String, String> remembered = new HashMap<>();
    try {
      for (String line : Files.readAllLines(root.resolve(FILE))) {
        int end = line.indexOf('\t');
        remembered.put(line.substring(end + 1), line.substring(0, Math.max(0, end)));
      }
    } catch (IOException | RuntimeException noneOrBroken) {
      remembered.clear();
    }
    return new VerifiedFiles(root, remembered);
  }

  static boolean isItself(String path) {
    return path.equals(FILE);
  }

  /** Whether the file was seen to have this entry's hash and is untouched since. */
  boolean has(Manifest.Entry entry) throws IOException {
    String state = state(entry);
    if (!state.isEmpty() && state.equals(remembered.get(entry.path()))) {
      now.put(entry.path(), state);
      return true;
    }
    return false;
  }

  /** To be called before a file is read, whose hash then turns out to be right. */
  String before(Manifest.Entry entry) throws IOException {
    return state(entry);
  }

  void add(Manifest.Entry entry, String stateBefore) {
    if (!stateBefore.isEmpty()) {
      now.put(entry.path(), stateBefore);
    }
  }

  private String state(Manifest.Entry entry) throws IOException {
    try {
      Map<String, Object> is =
          Files.readAttributes(
              root.resolve(entry.path()),
              "unix:size,lastModifiedTime,ctime,ino",
              LinkOption.NOFOLLOW_LINKS);
      return entry.sha256()
          + " "
          + is.get("size")
          + " "
          + is.get("lastModifiedTime")
          + " "
          + is.get("ctime")
          + " "
          + is.get("ino");
    } catch (UnsupportedOperationException | IllegalArgumentException notThere) {
      return "";
    }
  }

  /** Remembers what was seen, if the folder can be written. */
  void remember() {
    if (now.equals(remembered)) {
      return;
    }
    List<String> lines =
        now.entrySet().stream().map(file -> file.getValue() + "\t" + file.getKey()).toList();
    Path part = root.resolve(FILE + "-part");
    try {
      Files.write(part, lines);
      Files.move(part, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException readOnly) {
      return;
    }
  }
}
