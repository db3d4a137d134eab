package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All that stands below a folder of the target, by path from that folder.
 *
 * @param files everything that is no folder
 * @param folders without the folder itself
 */
record RemoteTree(Map<String, RemoteFolder.Entry> files, Set<String> folders) {
  static RemoteTree of(RemoteFolder remote, Streams streams, String top) throws IOException {
    Optional<RemoteTree> atOnce = remote.tree(top);
    if (atOnce.isPresent()) {
      return atOnce.get();
    }
    Map<String, RemoteFolder.Entry> files = new ConcurrentHashMap<>();
    Set<String> folders = ConcurrentHashMap.newKeySet();
    Collection<String> level = List.of("");
    while (!level.isEmpty()) {
      Set<String> next = ConcurrentHashMap.newKeySet();
      streams.each(
          level,
          folder -> {
            for (RemoteFolder.Entry entry : remote.list(join(top, folder))) {
              String path = join(folder, entry.name());
              if (entry.kind() == RemoteFolder.Kind.FOLDER) {
                next.add(path);
              } else {
                files.put(path, entry);
              }
            }
          });
      folders.addAll(next);
      level = List.copyOf(next);
    }
    return new RemoteTree(files, folders);
  }

  /** What stands in a folder that should hold all files of a site, and does as a rule. */
  static RemoteTree of(RemoteFolder remote, Streams streams, String top, Manifest expected)
      throws IOException {
    return remote.isJust(top, expected) ? of(expected) : of(remote, streams, top);
  }

  private static RemoteTree of(Manifest manifest) {
    Map<String, RemoteFolder.Entry> files = new HashMap<>();
    for (Manifest.Entry entry : manifest.files()) {
      String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
      files.put(
          entry.path(),
          new RemoteFolder.Entry(name, RemoteFolder.Kind.FILE, entry.size(), Instant.EPOCH));
    }
    files.put(
        Manifest.PATH,
        new RemoteFolder.Entry(Manifest.PATH, RemoteFolder.Kind.FILE, 0, Instant.EPOCH));
    return new RemoteTree(files, foldersAbove(files.keySet()));
  }

  /** Deletes a folder and all that is in it. */
  static void delete(RemoteFolder remote, Streams streams, String top) throws IOException {
    if (remote.stat(top).isEmpty() || remote.deleteTree(top)) {
      return;
    }
    RemoteTree tree = of(remote, streams, top);
    streams.each(tree.files().keySet(), path -> remote.delete(join(top, path)));
    for (Collection<String> level : byDepth(tree.folders()).reversed()) {
      streams.each(level, path -> remote.delete(join(top, path)));
    }
    remote.delete(top);
  }

  /**
   * Makes a folder with all files of another by links. The program that does it at the target can
   * outlive this one; so it works in a folder of its own, which only gets the name when it is done.
   *
   * @param apart how the name of that folder begins
   * @return false where the target cannot; nothing is left then
   */
  static boolean link(
      RemoteFolder remote, Streams streams, String existing, String folder, String apart)
      throws IOException {
    String made = apart + UUID.randomUUID();
    if (remote.linkTree(existing, made)) {
      remote.rename(made, folder);
      return true;
    }
    delete(remote, streams, made);
    return false;
  }

  /** Creates folders, those above first. */
  static void createFolders(
      RemoteFolder remote, Streams streams, String top, Collection<String> folders)
      throws IOException {
    for (Collection<String> level : byDepth(folders)) {
      streams.each(level, path -> remote.createFolder(join(top, path)));
    }
  }

  /** Folders in groups of the same depth, the highest first. */
  private static List<List<String>> byDepth(Collection<String> folders) {
    return new ArrayList<>(
        folders.stream()
            .sorted(Comparator.naturalOrder())
            .collect(
                Collectors.groupingBy(
                    path -> path.chars().filter(c -> c == '/').count(),
                    TreeMap::new,
                    Collectors.toList()))
            .values());
  }

  /** The folders above the given files. */
  static Set<String> foldersAbove(Collection<String> files) {
    Set<String> folders = new HashSet<>();
    files.forEach(file -> addFoldersAbove(file, folders));
    return folders;
  }

  static void addFoldersAbove(String file, Set<String> folders) {
    for (int end = file.lastIndexOf('/');
        end > 0 && folders.add(file.substring(0, end));
        end = file.lastIndexOf('/', end - 1)) {}
  }

  static String join(String folder, String path) {
    return folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
  }
}
