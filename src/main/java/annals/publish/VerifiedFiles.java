package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files of a built site were seen to have the hash of the manifest, and what the file system
 * said of each then. A file of which it still says the same need not be read again. No program can
 * set the time of change of anything about a file, so an edited one never passes. Where the file
 * system does not have that time (Windows) nothing is remembered, and every file is read each time.
 */
final class VerifiedFiles {
  private static final String FILE = ".annals-verified";
  private static final String PART = FILE + "-part";

  private final Path root;
  private final Map<String, String> remembered;
  private final Map<String, String> now = new ConcurrentHashMap<>();
  private volatile boolean differs;

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
    return path.equals(FILE) || path.equals(PART);
  }

  /**
   * Whether the file was seen to have this entry's hash and is untouched since.
   *
   * @param state what the file system says of it, empty if nothing that could be relied on
   */
  boolean has(Manifest.Entry entry, String state) {
    String seen = remembered.get(entry.path());
    boolean known = seen != null && !state.isEmpty() && seen.equals(entry.sha256() + " " + state);
    if (known) {
      now.put(entry.path(), seen);
    }
    return known;
  }

  /**
   * Takes note of a file whose hash was right.
   *
   * @param stateBefore what the file system said of it before it was read
   */
  void add(Manifest.Entry entry, String stateBefore) {
    if (!stateBefore.isEmpty()) {
      differs = true;
      now.put(entry.path(), entry.sha256() + " " + stateBefore);
    }
  }

  /** Remembers what was seen, if the folder can be written. */
  void remember() {
    if (!differs && now.size() == remembered.size()) {
      return;
    }
    List<String> lines =
        now.entrySet().stream().map(file -> file.getValue() + "\t" + file.getKey()).toList();
    Path part = root.resolve(PART);
    try {
      Files.write(part, lines);
      Files.move(part, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException readOnly) {
      return;
    }
  }
}
