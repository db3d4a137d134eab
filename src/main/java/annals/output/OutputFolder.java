package annals.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The folder that holds the site, and what Annals itself keeps in it.
 *
 * @param root with all links resolved
 * @param shown as the user wrote it, for messages
 */
record OutputFolder(Path root, Path shown) {
  private static final String OWN_PREFIX = ".annals-";

  /**
   * Where the output may stand: anywhere but at, above or inside what the build reads or the user
   * lives in.
   *
   * @param source the site's folder; the output may stand inside it
   * @param inputs folders that the build reads; the output may not stand inside them
   * @throws OutputException where it may not
   */
  static OutputFolder at(Path output, Path source, Collection<Path> inputs) {
    try {
      Path root = resolved(output);
      if (Files.exists(root) && !Files.isDirectory(root)) {
        throw new OutputException(output.toString(), "is a file, not a folder");
      }
      if (root.getNameCount() == 0) {
        throw new OutputException(
            output.toString(), "the root of a disk cannot be the output folder");
      }
      if (resolved(Path.of(System.getProperty("user.home"))).startsWith(root)) {
        throw new OutputException(
            output.toString(), "the output folder would hold your home folder");
      }
      if (resolved(source).startsWith(root)) {
        throw new OutputException(
            output.toString(), "the output folder would hold the site's sources");
      }
      for (Path input : inputs) {
        Path read = resolved(input);
        if (root.startsWith(read) || read.startsWith(root)) {
          throw new OutputException(
              output.toString(),
              "the output folder and " + input + ", which the build reads, overlap");
        }
      }
      return new OutputFolder(root, output);
    } catch (IOException e) {
      throw new OutputException(output.toString(), e);
    }
  }

  /** The real path of what exists, and the rest as it is written. */
  private static Path resolved(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.getParent() == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      return absolute.toRealPath();
    }
    return resolved(absolute.getParent()).resolve(absolute.getFileName());
  }

  /** The place of a file of the site. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** The place of a file as messages name it, with {@code /}. */
  String name(String path) {
    return shown.resolve(path).toString().replace('\\', '/');
  }

  Path staging() {
    return root.resolve(OWN_PREFIX + "staging");
  }

  /** Where the bytes of a staged file wait. */
  Path staged(int number) {
    return staging().resolve(Integer.toString(number));
  }

  Path lockFile() {
    return staging().resolve("lock");
  }

  Path journal() {
    return root.resolve(OWN_PREFIX + "pending");
  }

  Path manifest() {
    return root.resolve(Manifest.PATH);
  }

  /** Whether a path is kept by Annals for itself and can be no file of a site. */
  static boolean isOwn(String path) {
    return path.startsWith(OWN_PREFIX) || path.equals(Manifest.PATH);
  }

  /** Removes what a build left in the staging folder, all but the lock. */
  void emptyStaging(Disk disk) throws IOException {
    Path lock = lockFile();
    Files.walkFileTree(
        staging(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(lock)) {
              disk.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (!folder.equals(staging())) {
              disk.delete(folder);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The folders above the given files, as paths relative to the site's root. */
  static Set<String> foldersOf(Collection<String> paths) {
    Set<String> folders = new HashSet<>();
    for (String path : paths) {
      for (String folder = folderOf(path);
          !folder.isEmpty() && folders.add(folder);
          folder = folderOf(folder)) {}
    }
    return folders;
  }

  /** The folder of a file; empty for the root. */
  static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Every file and link below the root but Annals' own, links not followed. */
  void walk(Visitor visitor) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(staging())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(root)) {
              visitor.folder(relative(folder));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = relative(file);
            if (!isOwn(path)) {
              visitor.file(path, attributes.isRegularFile());
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private String relative(Path path) {
    String relative = root.relativize(path).toString();
    String separator = root.getFileSystem().getSeparator();
    return separator.equals("/") ? relative : relative.replace(separator, "/");
  }

  /** Told of what stands in the folder. */
  interface Visitor {
    void folder(String path);

    void file(String path, boolean regular);
  }

  /**
   * What earlier builds listed, in the manifest or in the journal that one of them did not live to
   * remove.
   */
  Set<String> listedEarlier() throws IOException {
    Set<String> listed = new HashSet<>();
    try {
      listed.addAll(PendingJournal.read(journal()));
    } catch (IOException e) {
      throw new OutputException(name(journal().getFileName().toString()), e);
    }
    if (Files.exists(manifest(), LinkOption.NOFOLLOW_LINKS)) {
      try (InputStream in = Files.newInputStream(manifest(), LinkOption.NOFOLLOW_LINKS)) {
        Manifest.read(in).files().forEach(entry -> listed.add(entry.path()));
      } catch (IOException e) {
        throw new OutputException(
            name(Manifest.PATH),
            "is not a manifest that this version reads; build into another folder, or delete the"
                + " whole site and build again");
      }
    }
    return Set.copyOf(listed);
  }
}
