package annals.publish;

import annals.output.Manifest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private final Map<String, Manifest.Entry> wanted = new LinkedHashMap<>();
  private final Optional<Reference> reference;
  private final PublishProgress progress;

  /**
   * Files that stand at the target already.
   *
   * @param folder where
   * @param pathByHash their paths in it by SHA-256
   * @param hashByPath their SHA-256 by path, as they were verified when they were brought
   */
  record Reference(String folder, Map<String, String> pathByHash, Map<String, String> hashByPath) {
    static Reference of(String folder, Manifest manifest) {
      Map<String, String> pathByHash = new HashMap<>();
      Map<String, String> hashByPath = new HashMap<>();
      for (Manifest.Entry entry : manifest.files()) {
        pathByHash.putIfAbsent(entry.sha256(), entry.path());
        hashByPath.put(entry.path(), entry.sha256());
      }
      return new Reference(folder, pathByHash, hashByPath);
    }
  }

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
      PublishProgress progress) {
    this.remote = remote;
    this.streams = streams;
    this.site = site;
    this.folder = folder;
    wanted.forEach(entry -> this.wanted.put(entry.path(), entry));
    this.reference = reference;
    this.progress = progress;
  }

  /** Brings all files together; when it returns each stands there with the right size and hash. */
  Sent fill() throws IOException {
    progress.begin("compare", 0);
    Standing standing = begin();
    List<Manifest.Entry> toSend = new ArrayList<>();
    List<Manifest.Entry> toLink = new ArrayList<>();
    for (Manifest.Entry entry : wanted.values()) {
      if (!standing.files().contains(entry.path())) {
        (reference.filter(r -> r.pathByHash().containsKey(entry.sha256())).isPresent()
                ? toLink
                : toSend)
            .add(entry);
      }
    }
    Set<String> folders = RemoteTree.foldersAbove(wanted.keySet());
    folders.removeAll(standing.folders());
    RemoteTree.createFolders(remote, streams, folder, folders);
    toSend.addAll(link(toLink));
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
  private Standing begin() throws IOException {
    boolean isNew = remote.stat(folder).isEmpty();
    boolean isLinked = isNew && reference.isPresent() && isLinkedAtOnce(reference.get());
    if (isNew && !isLinked) {
      remote.createFolder(folder);
      return new Standing(Set.of(), Set.of());
    }
    RemoteTree tree = RemoteTree.of(remote, streams, folder);
    Set<String> kept = isLinked ? asReferred(tree) : right(tree);
    streams.each(
        tree.files().keySet().stream().filter(path -> !kept.contains(path)).toList(),
        path -> remote.delete(at(path)));
    Set<String> useless = new HashSet<>(tree.folders());
    useless.removeAll(RemoteTree.foldersAbove(wanted.keySet()));
    for (String path : useless.stream().sorted().toList().reversed()) {
      remote.delete(at(path));
    }
    Set<String> folders = new HashSet<>(tree.folders());
    folders.removeAll(useless);
    return new Standing(kept, folders);
  }

  /**
   * Links all that the reference has. The program that does it at the target can outlive this one;
   * so it works in a folder of its own, which only becomes this folder when it is done.
   */
  private boolean isLinkedAtOnce(Reference whole) throws IOException {
    String apart = folder + APART + UUID.randomUUID();
    if (remote.linkTree(whole.folder(), apart)) {
      remote.rename(apart, folder);
      return true;
    }
    RemoteTree.delete(remote, streams, apart);
    return false;
  }

  /** Files that are wanted as the reference has them: they are its own, under a second name. */
  private Set<String> asReferred(RemoteTree tree) {
    return likely(tree).stream()
        .filter(entry -> entry.sha256().equals(reference.get().hashByPath().get(entry.path())))
        .map(Manifest.Entry::path)
        .collect(Collectors.toSet());
  }

  /** Wanted files at whose places stand files of their size. */
  private List<Manifest.Entry> likely(RemoteTree tree) {
    return wanted.values().stream()
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
    Set<String> right = ConcurrentHashMap.newKeySet();
    streams.each(
        likely(tree),
        entry -> {
          boolean same =
              hashes.isPresent()
                  ? entry.sha256().equals(hashes.get().get(entry.path()))
                  : reference.filter(r -> r.pathByHash().containsKey(entry.sha256())).isEmpty()
                      && isRightReadBack(entry);
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

  /** Links what the target has; gives the files for which it turned out that it has not. */
  private Collection<Manifest.Entry> link(List<Manifest.Entry> entries) throws IOException {
    Collection<Manifest.Entry> left = ConcurrentHashMap.newKeySet();
    streams.each(
        entries,
        entry -> {
          String existing =
              RemoteTree.join(
                  reference.get().folder(), reference.get().pathByHash().get(entry.sha256()));
          boolean there =
              remote
                  .stat(existing)
                  .filter(e -> e.kind() == RemoteFolder.Kind.FILE && e.size() == entry.size())
                  .isPresent();
          if (!there || !remote.link(existing, at(entry.path()))) {
            left.add(entry);
          }
        });
    return left;
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
