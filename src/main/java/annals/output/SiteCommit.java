package annals.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The moment in which the staged files become the site. The order of the steps is what makes it
 * safe to die between any two of them: the journal names every file before it appears, nothing is
 * deleted that is not listed, and the manifest, which ends it, comes after all files.
 */
final class SiteCommit {
  /**
   * About what an entry of the manifest takes; a buffer that grew to size would take thrice as
   * much.
   */
  private static final int ENTRY_BYTES = 192;

  private final OutputFolder folder;
  private final Disk disk;
  private final Manifest manifest;
  private final Map<String, Integer> staged;
  private final Set<String> listed;
  private final Survey survey;

  /** The paths of this site by the same in lower case. */
  private final Map<String, String> byLowerCase;

  private int deleted;

  /**
   * @param staged for each file that is new or changed the number under which its bytes wait
   * @param listed the files that earlier builds list
   * @param survey without obstacles
   */
  SiteCommit(
      OutputFolder folder,
      Disk disk,
      Manifest manifest,
      Map<String, Integer> staged,
      Set<String> listed,
      Survey survey) {
    this.folder = folder;
    this.disk = disk;
    this.manifest = manifest;
    this.staged = staged;
    this.listed = listed;
    this.survey = survey;
    this.byLowerCase =
        manifest.files().stream()
            .map(Manifest.Entry::path)
            .collect(Collectors.toMap(path -> path.toLowerCase(Locale.ROOT), path -> path));
  }

  WriteResult run() throws IOException {
    writeJournal();
    delete(survey.displaced());
    createFolders();
    rename();
    delete(survey.stale());
    writeManifest();
    if (Files.exists(folder.journal(), LinkOption.NOFOLLOW_LINKS)) {
      disk.delete(folder.journal());
    }
    return result();
  }

  /** Also the paths of a journal that is there, until a manifest without them is. */
  private void writeJournal() throws IOException {
    Set<String> pending = new HashSet<>(PendingJournal.read(folder.journal()));
    staged.keySet().stream().filter(path -> !listed.contains(path)).forEach(pending::add);
    if (!pending.isEmpty()) {
      replace(folder.journal(), PendingJournal.bytes(pending));
    }
  }

  private void createFolders() throws IOException {
    Set<String> parents =
        staged.keySet().stream().map(OutputFolder::folderOf).collect(Collectors.toSet());
    for (String path : parents.stream().sorted().toList()) {
      Path parent = folder.file(path);
      if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
        disk.createFolders(parent);
      }
    }
  }

  /** Pages come last, so that what they need is there when they are. */
  private void rename() throws IOException {
    Map<Boolean, List<String>> pages =
        staged.keySet().stream().collect(Collectors.partitioningBy(path -> path.endsWith(".html")));
    rename(pages.get(false));
    rename(pages.get(true));
  }

  /** In any order and several at once: every one of them is whole, and the journal names all. */
  private void rename(List<String> paths) throws IOException {
    try {
      paths.parallelStream()
          .forEach(
              path -> {
                try {
                  disk.move(folder.staged(staged.get(path)), folder.file(path));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void delete(Collection<String> paths) throws IOException {
    for (String path : paths) {
      if (!isFileOfThisSite(path)) {
        disk.delete(folder.file(path));
        deleted++;
      }
    }
    removeEmptyFolders();
  }

  /**
   * Where upper and lower case are one, a file that was renamed from {@code A.html} to {@code
   * a.html} answers to both names.
   */
  private boolean isFileOfThisSite(String path) throws IOException {
    String sameButForCase = byLowerCase.get(path.toLowerCase(Locale.ROOT));
    return sameButForCase != null
        && Files.exists(folder.file(sameButForCase), LinkOption.NOFOLLOW_LINKS)
        && Files.isSameFile(folder.file(sameButForCase), folder.file(path));
  }

  /** Of the folders that earlier builds made and this site does not have, those left empty. */
  private void removeEmptyFolders() throws IOException {
    Set<String> folders = OutputFolder.foldersOf(listed);
    folders.removeAll(OutputFolder.foldersOf(byLowerCase.values()));
    for (String path : folders.stream().sorted(Comparator.reverseOrder()).toList()) {
      Path place = folder.file(path);
      if (isPlainFolder(place)) {
        try {
          disk.delete(place);
        } catch (DirectoryNotEmptyException holdsForeignFiles) {
          continue;
        }
      }
    }
  }

  private static boolean isPlainFolder(Path place) throws IOException {
    return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) && place.toRealPath().equals(place);
  }

  private void writeManifest() throws IOException {
    ByteArrayOutputStream json =
        new ByteArrayOutputStream(manifest.files().size() * ENTRY_BYTES + ENTRY_BYTES);
    manifest.write(json);
    byte[] bytes = json.toByteArray();
    Path place = folder.manifest();
    if (!Files.exists(place) || !Arrays.equals(Files.readAllBytes(place), bytes)) {
      replace(place, bytes);
    }
  }

  private void replace(Path place, byte[] bytes) throws IOException {
    Path waiting = folder.staging().resolve(place.getFileName());
    disk.write(waiting, bytes);
    disk.move(waiting, place);
  }

  private WriteResult result() {
    long bytesWritten =
        manifest.files().stream()
            .filter(entry -> staged.containsKey(entry.path()))
            .mapToLong(Manifest.Entry::size)
            .sum();
    return new WriteResult(
        staged.size(),
        manifest.files().size() - staged.size(),
        deleted,
        survey.kept().size(),
        bytesWritten,
        manifest.bytes());
  }
}
