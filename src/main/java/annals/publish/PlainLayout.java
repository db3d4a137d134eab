package annals.publish;

import annals.output.Manifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The site alone, for targets without links. All new bytes are brought to a hidden folder first;
 * then they are renamed into place, new files before changed ones and pages after what they need,
 * the manifest after them, and deletions come last. {@code .annals-pending} lists what may stand
 * there while this goes on, so that a publish that ends half-way is completed by the next one.
 */
final class PlainLayout {
  private static final String INCOMING = ".annals-incoming";
  private static final String PENDING = ".annals-pending";

  private final RemoteFolder remote;
  private final Streams streams;

  PlainLayout(RemoteFolder remote, Streams streams) {
    this.remote = remote;
    this.streams = streams;
  }

  /** What readers see, by the manifest of the last publish that ended. */
  Optional<Manifest> published() throws IOException {
    return BuiltSite.manifestAt(remote, Manifest.PATH);
  }

  /** The same with its files. */
  Optional<ReleaseNotes.Earlier> earlier() throws IOException {
    return published().map(m -> new StandingFiles(remote, "", m));
  }

  /** Whether a publish ended half-way. */
  boolean isPending() throws IOException {
    return remote.stat(PENDING).isPresent();
  }

  Incoming.Sent publish(BuiltSite site, TargetLock lock, PublishProgress progress)
      throws IOException {
    Map<String, Manifest.Entry> known = new TreeMap<>();
    BuiltSite.manifestAt(remote, PENDING)
        .ifPresent(m -> m.files().forEach(entry -> known.put(entry.path(), entry)));
    boolean certain = known.isEmpty();
    published().ifPresent(m -> m.files().forEach(entry -> known.put(entry.path(), entry)));
    Map<String, String> standing = certain ? hashesOf(known.values()) : seen(site, known.keySet());
    List<Manifest.Entry> wanted =
        site.files().stream()
            .filter(entry -> !entry.sha256().equals(standing.get(entry.path())))
            .toList();
    refuseObstacles(wanted, known.keySet());

    Incoming.Sent sent =
        new Incoming(
                remote,
                streams,
                site,
                INCOMING,
                wanted,
                Optional.empty(),
                Optional.empty(),
                progress)
            .fill();
    lock.requireHeld();
    writePending(site, known);
    Set<String> paths = new TreeSet<>();
    site.files().forEach(entry -> paths.add(entry.path()));
    makeRoom(paths, known.keySet());
    RemoteTree.createFolders(remote, streams, "", RemoteTree.foldersAbove(paths));
    List<String> moving = wanted.stream().map(Manifest.Entry::path).toList();
    Predicate<String> isNew = path -> !standing.containsKey(path);
    Predicate<String> isPage = path -> path.endsWith(".html");
    Predicate<String> isManifest = Manifest.PATH::equals;
    Predicate<String> isRecord = PlainLayout::isRecord;
    Predicate<String> isOther = isManifest.or(isRecord).negate();
    for (Predicate<String> step :
        List.of(
            isNew.and(isPage.negate()).and(isOther),
            isNew.and(isPage).and(isOther),
            isNew.negate().and(isPage.negate()).and(isOther),
            isNew.negate().and(isPage).and(isOther),
            isRecord,
            isManifest)) {
      streams.each(
          moving.stream().filter(step).toList(),
          path -> remote.rename(RemoteTree.join(INCOMING, path), path));
    }
    List<String> gone = known.keySet().stream().filter(path -> !paths.contains(path)).toList();
    deleteFiles(gone, paths);
    RemoteTree.delete(remote, streams, INCOMING);
    remote.delete(PENDING);
    return sent;
  }

  /** What the next publish compares with, if this one ends half-way: it comes late. */
  private static boolean isRecord(String path) {
    return path.startsWith(ReleaseNotes.FOLDER) || path.matches("units/[^/]+/anchors\\.txt");
  }

  private static Map<String, String> hashesOf(Collection<Manifest.Entry> entries) {
    Map<String, String> hashes = new HashMap<>();
    entries.forEach(entry -> hashes.put(entry.path(), entry.sha256()));
    return hashes;
  }

  /** What stands there indeed, after a publish that ended half-way. */
  private Map<String, String> seen(BuiltSite site, Set<String> known) throws IOException {
    Set<String> paths = new TreeSet<>(known);
    site.manifest().files().forEach(entry -> paths.add(entry.path()));
    Optional<Map<String, String>> hashes = remote.hashes("", List.copyOf(paths));
    if (hashes.isPresent()) {
      return hashes.get();
    }
    Map<String, String> seen = new ConcurrentHashMap<>();
    streams.each(
        paths,
        path -> {
          if (remote.stat(path).filter(e -> e.kind() == RemoteFolder.Kind.FILE).isPresent()) {
            try (InputStream in = remote.read(path)) {
              seen.put(path, Hash.of(in));
            }
          }
        });
    return seen;
  }

  /** What no publish made is never overwritten: the highest folders and files tell. */
  private void refuseObstacles(List<Manifest.Entry> wanted, Set<String> known) throws IOException {
    Set<String> knownTops = new HashSet<>();
    known.forEach(path -> knownTops.add(top(path)));
    boolean first = known.isEmpty();
    Set<String> tops = new TreeSet<>();
    wanted.stream()
        .filter(entry -> first || !entry.path().equals(Manifest.PATH))
        .forEach(entry -> tops.add(top(entry.path())));
    tops.removeAll(knownTops);
    for (String top : tops) {
      if (remote.stat(top).isPresent()) {
        throw new PublishException(
            remote.name()
                + "/"
                + top
                + ": stands in the way, and no publish made it; move it away");
      }
    }
  }

  private static String top(String path) {
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  private void writePending(BuiltSite site, Map<String, Manifest.Entry> known) throws IOException {
    Map<String, Manifest.Entry> both = new TreeMap<>(known);
    site.manifest().files().forEach(entry -> both.put(entry.path(), entry));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Manifest(List.copyOf(both.values())).write(bytes);
    String next = PENDING + "-next";
    remote.delete(next);
    remote.write(next, () -> new ByteArrayInputStream(bytes.toByteArray()));
    remote.rename(next, PENDING);
  }

  /** Deletes old files where a folder must come, and old folders where a file must. */
  private void makeRoom(Set<String> paths, Set<String> known) throws IOException {
    Set<String> folders = RemoteTree.foldersAbove(paths);
    List<String> inTheWay = new ArrayList<>();
    for (String path : known) {
      boolean above = folders.contains(path);
      boolean below = RemoteTree.foldersAbove(List.of(path)).stream().anyMatch(paths::contains);
      if (above || below) {
        inTheWay.add(path);
      }
    }
    deleteFiles(inTheWay, paths);
  }

  /** Deletes files, and the folders that are empty then. */
  private void deleteFiles(List<String> files, Set<String> staying) throws IOException {
    streams.each(
        files,
        path -> {
          if (remote.stat(path).filter(e -> e.kind() == RemoteFolder.Kind.FILE).isPresent()) {
            remote.delete(path);
          }
        });
    Set<String> folders = RemoteTree.foldersAbove(files);
    folders.removeAll(RemoteTree.foldersAbove(staying));
    for (String folder : folders.stream().sorted().toList().reversed()) {
      boolean isEmptyFolder =
          remote.stat(folder).filter(e -> e.kind() == RemoteFolder.Kind.FOLDER).isPresent()
              && remote.list(folder).isEmpty();
      if (isEmptyFolder) {
        remote.delete(folder);
      }
    }
  }
}
