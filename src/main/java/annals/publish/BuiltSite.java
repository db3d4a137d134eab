package annals.publish;

import annals.output.Manifest;
import annals.output.OutputFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** A site in its output folder, every file of which is as its manifest says. */
public final class BuiltSite {
  private static final int FINGERPRINT = 12;

  /** How the names of files and folders begin that a build or a publish keeps there for itself. */
  private static final String OWN = ".annals-";

  /**
   * What desktops leave in folders that someone looks at, and git in empty ones; never published.
   */
  private static final Set<String> DROPPINGS =
      Set.of(".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep");

  private final Path root;
  private final Manifest manifest;
  private final byte[] manifestBytes;
  private final List<Manifest.Entry> files;
  private final String fingerprint;

  /** What is published beside what was built, by path. */
  private final Map<String, Source> more;

  /** Where the bytes of a file come from that is in no folder. */
  private interface Source {
    InputStream open() throws IOException;
  }

  private BuiltSite(
      Path root,
      Manifest manifest,
      byte[] manifestBytes,
      Optional<String> fingerprint,
      Map<String, Source> more) {
    this.root = root;
    this.manifest = manifest;
    this.manifestBytes = manifestBytes;
    String hash = Hash.of(manifestBytes);
    this.fingerprint = fingerprint.orElse(hash.substring(0, FINGERPRINT));
    this.more = Map.copyOf(more);
    List<Manifest.Entry> all = new ArrayList<>(manifest.files());
    all.add(new Manifest.Entry(Manifest.PATH, manifestBytes.length, hash));
    this.files = List.copyOf(all);
  }

  /**
   * Reads a site and compares every file with the manifest.
   *
   * @param shown the folder as messages name it
   * @throws PublishException if it is not built, or is incomplete, or was changed by hand since
   */
  public static BuiltSite open(Path root, String shown) throws IOException {
    Path manifestFile = root.resolve(Manifest.PATH);
    if (!Files.isRegularFile(manifestFile, LinkOption.NOFOLLOW_LINKS)) {
      throw new PublishException(shown + ": no site is built here; run annals build first");
    }
    if (Files.exists(root.resolve(".annals-pending"))) {
      throw new PublishException(shown + ": a build was interrupted; run annals build again");
    }
    byte[] bytes = Files.readAllBytes(manifestFile);
    Meanwhile<Optional<SiteListing>> looking = Meanwhile.begin(() -> SiteListing.of(root, OWN));
    Manifest manifest;
    try {
      manifest = Manifest.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new PublishException(
          shown + "/" + Manifest.PATH + ": not a manifest; run annals build again", e);
    }
    BuiltSite site = new BuiltSite(root, manifest, bytes, Optional.empty(), Map.of());
    site.requireAsListed(looking.result(), shown);
    return site;
  }

  /** Reads those files of which it is not known that they are untouched since they were read. */
  private void requireAsListed(Optional<SiteListing> listing, String shown) throws IOException {
    if (listing.isEmpty()) {
      requireAsListed(files, SiteWalk.of(root, OWN), shown);
      return;
    }
    VerifiedFiles verified = VerifiedFiles.of(root, listing.get().sums(), files);
    IntPredicate unsure = group -> !verified.has(group);
    requireAsListed(
        files.stream().filter(entry -> unsure.test(PathGroups.of(entry.path()))).toList(),
        listing.get().files(unsure),
        shown);
    verified.remember();
  }

  /**
   * @param wanted all files of the site, or those of some groups
   * @param found what stands at their places, and whatever else does
   */
  private void requireAsListed(
      List<Manifest.Entry> wanted, Map<String, SiteWalk.File> found, String shown)
      throws IOException {
    requirePlain(found, shown);
    Set<String> missing = new HashSet<>();
    Set<String> wrongSize = new HashSet<>();
    for (Manifest.Entry entry : wanted) {
      SiteWalk.File file = found.get(entry.path());
      if (file == null) {
        missing.add(entry.path());
      } else if (file.size() != entry.size()) {
        wrongSize.add(entry.path());
      }
    }
    Set<String> unlisted = new HashSet<>(found.keySet());
    wanted.forEach(entry -> unlisted.remove(entry.path()));
    unlisted.removeIf(BuiltSite::isDropping);
    refuse(shown, missing, "is missing", "incomplete");
    refuse(shown, wrongSize, "is not what the build wrote", "changed by hand");
    refuse(shown, unlisted, "was not made by a build", "changed by hand");
    Set<String> changed = ConcurrentHashMap.newKeySet();
    try {
      wanted.parallelStream()
          .filter(entry -> !isAsListed(entry))
          .forEach(entry -> changed.add(entry.path()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    refuse(shown, changed, "is not what the build wrote", "changed by hand");
  }

  private static void requirePlain(Map<String, SiteWalk.File> found, String shown)
      throws PublishException {
    Optional<String> odd =
        found.entrySet().stream()
            .filter(file -> file.getValue().kind() != SiteWalk.Kind.FILE)
            .map(Map.Entry::getKey)
            .min(Comparator.naturalOrder());
    if (odd.isPresent()) {
      throw new PublishException(
          shown
              + "/"
              + odd.get()
              + (found.get(odd.get()).kind() == SiteWalk.Kind.LINK
                  ? " is a symbolic link"
                  : " is no plain file")
              + "; nothing was published");
    }
  }

  private static boolean isDropping(String path) {
    return DROPPINGS.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  private boolean isAsListed(Manifest.Entry entry) {
    try (InputStream in = open(entry)) {
      return Hash.of(in).equals(entry.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(String shown, Set<String> paths, String what, String state)
      throws PublishException {
    if (!paths.isEmpty()) {
      String first = Collections.min(paths);
      throw new PublishException(
          shown
              + "/"
              + first
              + " "
              + what
              + (paths.size() > 1 ? ", and " + (paths.size() - 1) + " more" : "")
              + ": the site is "
              + state
              + "; run annals build again, or move away what is not its own");
    }
  }

  /** The files of the site without the manifest. */
  public Manifest manifest() {
    return manifest;
  }

  /** Every file to send, the manifest last. */
  List<Manifest.Entry> files() {
    return files;
  }

  /** A file of the site; empty if it has none of this path. */
  public Optional<byte[]> read(String path) throws IOException {
    if (path.equals(Manifest.PATH)) {
      return Optional.of(manifestBytes.clone());
    }
    Optional<Manifest.Entry> entry = manifest.entry(path);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open(entry.get())) {
      return Optional.of(in.readAllBytes());
    }
  }

  /** The beginning of the hash of the manifest as it was built; the same site has the same. */
  String fingerprint() {
    return fingerprint;
  }

  /** The site with more files, in place of its own of the same paths. */
  BuiltSite with(List<OutputFile> added) throws IOException {
    Map<String, Manifest.Entry> entries = new HashMap<>();
    Map<String, Source> sources = new HashMap<>(more);
    for (OutputFile file : added) {
      entries.put(
          file.path(), new Manifest.Entry(file.path(), file.bytes().length, Hash.of(file.bytes())));
      sources.put(file.path(), () -> new ByteArrayInputStream(file.bytes()));
    }
    return with(entries, sources);
  }

  /**
   * The site with a compressed form beside each file that gains by it.
   *
   * @param published what the target has: forms of files that have not changed are taken from there
   */
  BuiltSite compressed(Optional<Manifest> published) throws IOException {
    Map<String, Manifest.Entry> entries = new ConcurrentHashMap<>();
    Map<String, Source> sources = new ConcurrentHashMap<>(more);
    try {
      manifest.files().parallelStream()
          .filter(entry -> Compression.isFor(entry.path(), entry.size()))
          .forEach(
              entry -> {
                String path = Compression.pathFor(entry.path());
                Optional<Manifest.Entry> known =
                    published
                        .filter(m -> m.entry(entry.path()).filter(entry::equals).isPresent())
                        .flatMap(m -> m.entry(path));
                entries.put(path, known.orElseGet(() -> compressedEntry(path, entry)));
                sources.put(path, () -> new ByteArrayInputStream(compressed(entry)));
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return with(entries, sources);
  }

  private Manifest.Entry compressedEntry(String path, Manifest.Entry entry) {
    try {
      byte[] bytes = compressed(entry);
      return new Manifest.Entry(path, bytes.length, Hash.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] compressed(Manifest.Entry entry) throws IOException {
    try (InputStream in = open(entry)) {
      return Compression.compressed(in.readAllBytes());
    }
  }

  private BuiltSite with(Map<String, Manifest.Entry> added, Map<String, Source> sources)
      throws IOException {
    List<Manifest.Entry> entries = new ArrayList<>(manifest.files());
    entries.removeIf(entry -> added.containsKey(entry.path()));
    entries.addAll(added.values());
    Manifest all = new Manifest(entries);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    all.write(bytes);
    return new BuiltSite(root, all, bytes.toByteArray(), Optional.of(fingerprint), sources);
  }

  /** Refuses a target that holds the built site or lies inside it. */
  void requireApart(Path target) throws PublishException {
    Path ours = root.toAbsolutePath().normalize();
    Path other = target.toAbsolutePath().normalize();
    if (other.startsWith(ours) || ours.startsWith(other)) {
      throw new PublishException(target + ": the built site and the target overlap");
    }
  }

  /** A file's bytes, never through a link. */
  InputStream open(Manifest.Entry entry) throws IOException {
    if (entry.path().equals(Manifest.PATH)) {
      return new ByteArrayInputStream(manifestBytes);
    }
    Source source = more.get(entry.path());
    return source != null
        ? source.open()
        : Files.newInputStream(root.resolve(entry.path()), LinkOption.NOFOLLOW_LINKS);
  }

  /** The manifest that stands at a place of a target, if there is a readable one. */
  static Optional<Manifest> manifestAt(RemoteFolder remote, String path) throws IOException {
    if (remote.stat(path).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = remote.read(path)) {
      return Optional.of(Manifest.read(in));
    } catch (IOException e) {
      throw new PublishException(
          remote.name() + ": " + path + " is not a manifest that this version reads", e);
    }
  }
}
