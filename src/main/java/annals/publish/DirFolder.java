package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A target in the file system: a web root or a mounted share. */
final class DirFolder implements RemoteFolder {
  private static final int BUFFER = 1 << 16;
  private static final String KINDS_AND_SIZES =
      "find . -mindepth 1 ! -path "
          + LinkedTree.quoted("./" + Manifest.PATH)
          + " \\( -type d -printf 'd 0 %P\\0' -o -printf '%y %s %P\\0' \\)";

  private final Path root;
  private final int fileMode;
  private final int folderMode;
  private volatile boolean canLink = true;

  DirFolder(Path root, int fileMode, int folderMode) {
    this.root = root;
    this.fileMode = fileMode;
    this.folderMode = folderMode;
  }

  @Override
  public String name() {
    return root.toString();
  }

  private Path at(String path) {
    return root.resolve(RemoteFolder.requireInside(path));
  }

  @Override
  public void createRoot() throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
      setMode(root, folderMode);
    }
  }

  @Override
  public Optional<Entry> stat(String path) throws IOException {
    try {
      return Optional.of(entry(at(path)));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (FileSystemException e) {
      if (!Files.exists(at(path), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Entry entry(Path file) throws IOException {
    var attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Kind kind =
        attributes.isRegularFile()
            ? Kind.FILE
            : attributes.isDirectory()
                ? Kind.FOLDER
                : attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    return new Entry(
        file.getFileName().toString(),
        kind,
        attributes.size(),
        attributes.lastModifiedTime().toInstant());
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.isEmpty() ? root : at(folder))) {
      List<Entry> entries = new ArrayList<>();
      for (Path file : (Iterable<Path>) files::iterator) {
        entries.add(entry(file));
      }
      return entries;
    }
  }

  @Override
  public InputStream read(String path) throws IOException {
    return Files.newInputStream(at(path));
  }

  @Override
  public void write(String path, Content content) throws IOException {
    Path file = at(path);
    try (InputStream in = content.open();
        OutputStream out =
            Files.newOutputStream(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
    setMode(file, fileMode);
  }

  @Override
  public void createFolder(String path) throws IOException {
    try {
      Files.createDirectory(at(path));
      setMode(at(path), folderMode);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(at(path), LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  /** Sets the permission bits where the file system has them. */
  private static void setMode(Path path, int mode) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      try {
        view.setPermissions(permissions(mode));
      } catch (UnsupportedOperationException | FileSystemException theShareHasNone) {
        if (!Files.isReadable(path)) {
          throw new PublishException(path + ": its mode cannot be set", theShareHasNone);
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }

  @Override
  public void rename(String from, String to) throws IOException {
    try {
      Files.move(
          at(from), at(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(at(from), at(to), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public boolean link(String existing, String path) throws IOException {
    if (canLink) {
      try {
        Files.createLink(at(path), at(existing));
        return true;
      } catch (UnsupportedOperationException e) {
        canLink = false;
      } catch (FileAlreadyExistsException | NoSuchFileException e) {
        throw e;
      } catch (FileSystemException e) {
        canLink = false;
      }
    }
    Files.copy(at(existing), at(path), LinkOption.NOFOLLOW_LINKS);
    setMode(at(path), fileMode);
    return true;
  }

  @Override
  public void symlink(String path, String to) throws IOException {
    try {
      Files.createSymbolicLink(at(path), Path.of(to));
    } catch (UnsupportedOperationException e) {
      throw new IOException(at(path) + ": this file system has no links", e);
    }
  }

  @Override
  public String readLink(String path) throws IOException {
    return Files.readSymbolicLink(at(path)).toString().replace('\\', '/');
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(at(path));
  }

  @Override
  public Optional<Map<String, String>> hashes(String folder) {
    return Optional.empty();
  }

  @Override
  public Optional<Map<String, String>> hashes(String folder, List<String> paths) {
    return Optional.empty();
  }

  @Override
  public Optional<RemoteTree> tree(String folder) {
    return Optional.empty();
  }

  /** By the system's own programs; Windows and macOS have none that can. */
  @Override
  public boolean linkTree(String existing, String folder) throws IOException {
    return canLink
        && LocalShell.run(
                root,
                LinkedTree.command(
                    RemoteFolder.requireInside(existing),
                    RemoteFolder.requireInside(folder),
                    folderMode))
            .isPresent();
  }

  /** By the system's own programs; Windows and macOS have none that can. */
  @Override
  public boolean isJust(String folder, Manifest files) throws IOException {
    PathGroups expected = new PathGroups();
    Set<String> folders = new HashSet<>();
    for (Manifest.Entry entry : files.files()) {
      expected.add(entry.path(), "f " + entry.size() + " ");
      RemoteTree.addFoldersAbove(entry.path(), folders);
    }
    folders.forEach(path -> expected.add(path, "d 0 "));
    return LocalShell.run(at(folder), KINDS_AND_SIZES)
        .filter(printed -> new PrintedFiles(printed, 2).sums().isSame(expected))
        .isPresent();
  }

  @Override
  public boolean deleteTree(String folder) {
    return false;
  }

  @Override
  public void close() {}
}
