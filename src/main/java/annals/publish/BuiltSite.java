package annals.publish;

import annals.output.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A site in its output folder, every file of which is as its manifest says. */
public final class BuiltSite {
  /** What desktops leave in folders that someone looks at; never published. */
  private static final Set<String> DROPPINGS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Path root;
  private final Manifest manifest;
  private final byte[] manifestBytes;
  private final List<Manifest.Entry> files;

  private BuiltSite(Path root, Manifest manifest, byte[] manifestBytes) {
    this.root = root;
    this.manifest = manifest;
    this.manifestBytes = manifestBytes;
    List<Manifest.Entry> all = new ArrayList<>(manifest.files());
    all.add(new Manifest.Entry(Manifest.PATH, manifestBytes.length, Hash.of(manifestBytes)));
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
    Manifest manifest;
    try {
      manifest = Manifest.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new PublishException(
          shown + "/" + Manifest.PATH + ": not a manifest; run annals build again", e);
    }
    BuiltSite site = new BuiltSite(root, manifest, bytes);
    site.requireAsListed(shown);
    return site;
  }

  private void requireAsListed(String shown) throws IOException {
    Map<String, Long> found = walk(shown);
    Set<String> missing = new TreeSet<>();
    Set<String> wrongSize = new TreeSet<>();
    for (Manifest.Entry entry : files) {
      Long size = found.remove(entry.path());
      if (size == null) {
        missing.add(entry.path());
      } else if (size != entry.size()) {
        wrongSize.add(entry.path());
      }
    }
    refuse(shown, missing, "is missing", "incomplete");
    refuse(shown, wrongSize, "is not what the build wrote", "changed by hand");
    refuse(shown, new TreeSet<>(found.keySet()), "was not made by a build", "changed by hand");
    Set<String> changed = Collections.synchronizedSet(new TreeSet<>());
    try {
      files.parallelStream()
          .forEach(
              entry -> {
                try (InputStream in = open(entry)) {
                  if (!Hash.of(in).equals(entry.sha256())) {
                    changed.add(entry.path());
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    refuse(shown, changed, "is not what the build wrote", "changed by hand");
  }

  private Map<String, Long> walk(String shown) throws IOException {
    Map<String, Long> found = new HashMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root.resolve(".annals-staging"))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (!attributes.isRegularFile()) {
              throw new PublishException(
                  shown
                      + "/"
                      + path
                      + (attributes.isSymbolicLink() ? " is a symbolic link" : " is no plain file")
                      + "; nothing was published");
            }
            if (!DROPPINGS.contains(file.getFileName().toString())) {
              found.put(path, attributes.size());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static void refuse(String shown, Set<String> paths, String what, String state)
      throws PublishException {
    if (!paths.isEmpty()) {
      String first = paths.iterator().next();
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

  /** The beginning of the manifest's hash; the same site has the same. */
  String fingerprint() {
    return Hash.of(manifestBytes).substring(0, 12);
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
    return entry.path().equals(Manifest.PATH)
        ? new ByteArrayInputStream(manifestBytes)
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
