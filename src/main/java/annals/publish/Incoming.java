package annals.publish;

import annals.output.Manifest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A folder of the target that readers do not see, in which the files of a new site are brought
 * together: what an interrupted publish left there is kept where its hash is right, what the target
 * has already is linked, the rest is sent, and all of it is verified.
 */
final class Incoming {
  /** Follows the folder's name in those of folders that are no longer of use to anyone. */
  static final String APART = "-";

  private static final int ATTEMPTS = 2;

  private final RemoteFolder remote;
  private final Streams streams;
  private final BuiltSite site;
  private final String folder;
  private final Collection<Manifest.Entry> wanted;
  private final Optional<Reference> reference;
  private final Optional<Prepared> prepared;
  private final PublishProgress progress;

  /**
   * Files that stand at the target already.
   *
   * @param folder where
   * @param manifest what they are, as they were verified when they were brought
   */
  record Reference(String folder, Manifest manifest) {
    /** Whether it has the file under the same path. */
    boolean has(Manifest.Entry entry) {
      return manifest
          .entry(entry.path())
          .filter(there -> there.sha256().equals(entry.sha256()))
          .isPresent();
    }

    /** Where at the target the bytes of files stand, by SHA-256; without those it has not. */
    Map<String, String> places(Collection<Manifest.Entry> files) {
      Set<String> hashes = new HashSet<>();
      files.forEach(entry -> hashes.add(entry.sha256()));
      Map<String, String> places = new HashMap<>();
      for (Manifest.Entry entry : manifest.files()) {
        if (hashes.contains(entry.sha256())) {
          places.putIfAbsent(entry.sha256(), RemoteTree.join(folder, entry.path()));
        }
      }
      return places;
    }
  }

  /**
   * A folder that has files already and can be taken.
   *
   * @param tree what stands in it
   */
  record Prepared(Reference files, Meanwhile<RemoteTree> tree) {}

  /**
   * What it took.
   *
   * @param files how many files were sent
   * @param bytes their size
   */
  record Sent(int files, long bytes) {}

  Incoming(
      RemoteFolder remote,
      Streams streams,
      BuiltSite site,
      String folder,
      Collection<Manifest.Entry> wanted,
      Optional<Reference> reference,
      Optional<Prepared> prepared,
      PublishProgress progress) {
    this.remote = remote;
    this.streams = streams;
    this.site = site;
    this.folder = folder;
    this.wanted = wanted;
    this.reference = reference;
    this.prepared = prepared;
    this.progress = progress;
  }

  /** Brings all files together; when it returns each stands there with the right size and hash. */
  Sent fill() throws IOException {
    progress.begin("compare", 0);
    Set<String> folders =
        RemoteTree.foldersAbove(wanted.stream().map(Manifest.Entry::path).toList());
    Standing standing = begin(folders);
    List<Manifest.Entry> missing =
        wanted.stream().filter(entry -> !standing.files().contains(entry.path())).toList();
    folders.removeAll(standing.folders());
    RemoteTree.createFolders(remote, streams, folder, folders);
    List<Manifest.Entry> toSend = link(missing);
    progress.end();
    for (int attempt = 1; ; attempt++) {
      send(toSend);
      List<Manifest.Entry> wrong = wrong(toSend);
      if (wrong.isEmpty()) {
        return new Sent(toSend.size(), toSend.stream().mapToLong(Manifest.Entry::size).sum());
      }
      if (attempt == ATTEMPTS) {
        throw new PublishException(
            remote.name()
                + ": "
                + wrong.getFirst().path()
                + " does not arrive as it was sent; readers still see the old site");
      }
      streams.each(wrong, entry -> remote.delete(at(entry.path())));
      toSend = wrong;
    }
  }

  private String at(String path) {
    return RemoteTree.join(folder, path);
  }

  /** What the folder has of what is wanted: files, and folders. */
  private record Standing(Set<String> files, Set<String> folders) {}

  /** Prepares the folder and gives what stands in it. */
  private Standing begin(Set<String> wantedFolders) throws IOException {
    if (remote.stat(folder).isPresent()) {
      RemoteTree tree = RemoteTree.of(remote, streams, folder);
      return cleared(tree, right(tree), wantedFolders);
    }
    if (prepared.isPresent()) {
      RemoteTree tree = prepared.get().tree().result();
      remote.rename(prepared.get().files().folder(), folder);
      return cleared(tree, asIn(prepared.get().files(), tree), wantedFolders);
    }
    if (reference.isPresent()
        && RemoteTree.link(remote, streams, reference.get().folder(), folder, folder + APART)) {
      RemoteTree tree = RemoteTree.of(remote, streams, folder);
      return cleared(tree, asIn(reference.get(), tree), wantedFolders);
    }
    remote.createFolder(folder);
    return new Standing(Set.of(), Set.of());
  }

  /** Deletes all files but those that are kept, and folders that are not wanted. */
  private Standing cleared(RemoteTree tree, Set<String> kept, Set<String> wantedFolders)
      throws IOException {
    streams.each(
        tree.files().keySet().stream().filter(path -> !kept.contains(path)).toList(),
        path -> remote.delete(at(path)));
    Set<String> useless = new HashSet<>(tree.folders());
    useless.removeAll(wantedFolders);
    for (String path : useless.stream().sorted().toList().reversed()) {
      remote.delete(at(path));
    }
    Set<String> folders = new HashSet<>(tree.folders());
    folders.removeAll(useless);
    return new Standing(kept, folders);
  }

  /** Files that are wanted as the stock has them: they are its own, under a second name. */
  private Set<String> asIn(Reference stock, RemoteTree tree) {
    return likely(tree).stream()
        .filter(stock::has)
        .map(Manifest.Entry::path)
        .collect(Collectors.toSet());
  }

  /** Wanted files at whose places stand files of their size. */
  private List<Manifest.Entry> likely(RemoteTree tree) {
    return wanted.stream()
        .filter(
            entry -> {
              RemoteFolder.Entry there = tree.files().get(entry.path());
              return there != null
                  && there.kind() == RemoteFolder.Kind.FILE
                  && there.size() == entry.size();
            })
        .toList();
  }

  /** Files as wanted. Where hashes are dear, those that can be linked again are not looked at. */
  private Set<String> right(RemoteTree tree) throws IOException {
    Optional<Map<String, String>> hashes = remote.hashes(folder);
    List<Manifest.Entry> likely = likely(tree);
    Map<String, String> places = places(likely);
    Set<String> right = ConcurrentHashMap.newKeySet();
    streams.each(
        likely,
        entry -> {
          boolean same =
              hashes.isPresent()
                  ? entry.sha256().equals(hashes.get().get(entry.path()))
                  : !places.containsKey(entry.sha256()) && isRightReadBack(entry);
          if (same) {
            right.add(entry.path());
          }
        });
    return right;
  }

  private boolean isRightReadBack(Manifest.Entry entry) throws IOException {
    try (InputStream in = remote.read(at(entry.path()))) {
      return Hash.of(in).equals(entry.sha256());
    }
  }

  private Map<String, String> places(Collection<Manifest.Entry> entries) {
    return reference.map(r -> r.places(entries)).orElse(Map.of());
  }

  /** Links what the target has; gives the files that it has not. */
  private List<Manifest.Entry> link(List<Manifest.Entry> entries) throws IOException {
    Map<String, String> places = places(entries);
    Set<Manifest.Entry> linked = ConcurrentHashMap.newKeySet();
    streams.each(
        entries.stream().filter(entry -> places.containsKey(entry.sha256())).toList(),
        entry -> {
          String existing = places.get(entry.sha256());
          boolean there =
              remote
                  .stat(existing)
                  .filter(e -> e.kind() == RemoteFolder.Kind.FILE && e.size() == entry.size())
                  .isPresent();
          if (there && remote.link(existing, at(entry.path()))) {
            linked.add(entry);
          }
        });
    return entries.stream().filter(entry -> !linked.contains(entry)).toList();
  }

  private void send(List<Manifest.Entry> entries) throws IOException {
    progress.begin("send", entries.stream().mapToLong(Manifest.Entry::size).sum());
    streams.each(
        entries,
        entry -> remote.write(at(entry.path()), () -> new Counted(site.open(entry), progress)));
    progress.end();
  }

  private List<Manifest.Entry> wrong(List<Manifest.Entry> sent) throws IOException {
    progress.begin("verify", sent.stream().mapToLong(Manifest.Entry::size).sum());
    Optional<Map<String, String>> hashes =
        sent.isEmpty()
            ? Optional.of(Map.of())
            : remote.hashes(folder, sent.stream().map(Manifest.Entry::path).toList());
    Set<Manifest.Entry> wrong = ConcurrentHashMap.newKeySet();
    streams.each(
        sent,
        entry -> {
          boolean right =
              hashes.filter(h -> entry.sha256().equals(h.get(entry.path()))).isPresent()
                  || isRightReadBack(entry);
          if (!right) {
            wrong.add(entry);
          }
          progress.step(entry.size());
        });
    progress.end();
    return List.copyOf(wrong);
  }

  /** Tells the progress of what is read. */
  private static final class Counted extends FilterInputStream {
    private final PublishProgress progress;

    Counted(InputStream in, PublishProgress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        progress.step(read);
      }
      return read;
    }
  }
}
