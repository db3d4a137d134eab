package annals.output;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one build of the site into its output folder.
 *
 * <pre>
 * try (SiteWriter writer = SiteWriter.open(output, source, List.of(content))) {
 *   writer.stage(file, "content/office/2023.md");          // from any number of threads
 *   diagnostics.addAll(writer.problems());
 *   if (!diagnostics.hasErrors()) {
 *     WriteResult result = writer.commit();
 *   }
 * }
 * </pre>
 *
 * <p>Until {@link #commit()} the site stays as it was. Files that stand there already, byte for
 * byte, are never touched. Files of an earlier build that this one does not have are deleted; files
 * that no build made are kept. A process killed at any moment leaves an output folder that the next
 * build completes. Closing without commit removes all that was staged.
 *
 * <p>{@link #stage} and {@link #read} may be called by several threads at once, the rest by one
 * thread when these are through. File bytes are not held.
 */
public final class SiteWriter implements AutoCloseable {
  private static final int KEPT_SHOWN = 3;

  private final OutputFolder folder;
  private final Disk disk;
  private final OutputLock lock;
  private final Set<String> listed;

  /** By path in lower case: a file share or a USB stick may not tell upper from lower case. */
  private final Map<String, Accepted> site = new ConcurrentHashMap<>();

  /** By path the number under which new bytes wait: there may be a hundred thousand of them. */
  private final Map<String, Integer> staged = new ConcurrentHashMap<>();

  private final Collection<Diagnostic> collisions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger stagedNumber = new AtomicInteger();
  private volatile boolean failed;
  private Optional<Survey> survey = Optional.empty();
  private int surveyed;

  /** A file of the new site and what it was made from. */
  private record Accepted(Manifest.Entry entry, String origin) {}

  private SiteWriter(OutputFolder folder, Disk disk, OutputLock lock, Set<String> listed) {
    this.folder = folder;
    this.disk = disk;
    this.lock = lock;
    this.listed = listed;
  }

  /**
   * Takes hold of an output folder, which is created if need be, and clears away what a killed
   * build left in its staging folder.
   *
   * @param source the site's folder; the output may stand inside it but not hold it
   * @param inputs the folders that the build reads; the output may neither hold them nor stand
   *     inside them
   * @throws OutputException where the folder is refused, cannot be written, is in use by another
   *     build, or holds a {@code manifest.json} that is none of ours
   */
  public static SiteWriter open(Path output, Path source, Collection<Path> inputs) {
    return open(output, source, inputs, new Disk());
  }

  static SiteWriter open(Path output, Path source, Collection<Path> inputs, Disk disk) {
    OutputFolder folder = OutputFolder.at(output, source, inputs);
    OutputLock lock = OutputLock.acquire(folder, disk);
    try {
      folder.emptyStaging(disk);
      return new SiteWriter(folder, disk, lock, folder.listedEarlier());
    } catch (IOException e) {
      release(folder, disk, lock);
      throw new OutputException(folder.name(""), e);
    } catch (RuntimeException e) {
      release(folder, disk, lock);
      throw e;
    }
  }

  /**
   * Takes a file into the new site and, if other bytes or none stand there, writes it into the
   * staging folder. The same file may come twice; different bytes for one path are an error among
   * the {@link #problems()}.
   *
   * @param origin what the file was made from, as error messages name it: a content file's path
   * @throws OutputException when it cannot be written; the build cannot be committed then
   */
  public void stage(OutputFile file, String origin) {
    if (OutputFolder.isOwn(file.path())) {
      throw new IllegalArgumentException("a reserved name: " + file.path());
    }
    var entry = new Manifest.Entry(file.path(), file.bytes().length, sha256(file.bytes()));
    Accepted earlier = site.putIfAbsent(lowerCase(file.path()), new Accepted(entry, origin));
    if (earlier != null) {
      if (!earlier.entry().equals(entry)) {
        collisions.add(collision(file.path(), origin, earlier));
      }
      return;
    }
    try {
      if (!stands(folder.file(file.path()), file.bytes())) {
        int number = stagedNumber.incrementAndGet();
        disk.write(folder.staged(number), file.bytes());
        staged.put(file.path(), number);
      }
    } catch (IOException | InvalidPathException e) {
      failed = true;
      throw new OutputException(folder.name(file.path()), e);
    }
  }

  /** The bytes of a file that was staged, as they will stand in the site. */
  public byte[] read(String path) {
    Integer number = staged.get(path);
    Path place = number == null ? folder.file(path) : folder.staged(number);
    try {
      return Files.readAllBytes(place);
    } catch (IOException e) {
      throw new OutputException(folder.name(path), e);
    }
  }

  /**
   * What stands against the staged files or is worth knowing: two files for one place and foreign
   * files in the way (errors), foreign files that are kept (one notice).
   *
   * @throws OutputException when the output folder cannot be read
   */
  public List<Diagnostic> problems() {
    Survey found = survey();
    List<Diagnostic> problems = new ArrayList<>(collisions);
    problems.addAll(nested());
    problems.addAll(found.obstacles());
    if (!found.kept().isEmpty()) {
      problems.add(keptNotice(found.kept()));
    }
    return problems.stream().sorted().distinct().toList();
  }

  /**
   * Puts the staged files into the site.
   *
   * @throws IllegalStateException where {@link #problems()} has errors or staging a file failed
   * @throws OutputException when the disk fails half-way; the next build completes the site
   */
  public WriteResult commit() {
    if (failed) {
      throw new IllegalStateException("a file could not be staged");
    }
    Optional<Diagnostic> error =
        problems().stream().filter(d -> d.severity() == Severity.ERROR).findFirst();
    if (error.isPresent()) {
      throw new IllegalStateException("the site cannot be written: " + error.get());
    }
    Manifest manifest = new Manifest(site.values().stream().map(Accepted::entry).toList());
    try {
      return new SiteCommit(folder, disk, manifest, staged, listed, survey()).run();
    } catch (IOException e) {
      throw new OutputException(folder.name(""), e);
    }
  }

  /** Gives the output folder back; without {@link #commit()} the site is as it was. */
  @Override
  public void close() {
    release(folder, disk, lock);
  }

  private static void release(OutputFolder folder, Disk disk, OutputLock lock) {
    try {
      try (lock) {
        folder.emptyStaging(disk);
      }
      disk.delete(folder.staging());
    } catch (IOException e) {
      // The next build clears away what is left.
      return;
    }
  }

  private Survey survey() {
    if (survey.isEmpty() || surveyed != site.size()) {
      surveyed = site.size();
      Set<String> paths =
          site.values().stream().map(a -> a.entry().path()).collect(Collectors.toSet());
      try {
        survey = Optional.of(Survey.of(folder, paths, staged.keySet(), listed));
      } catch (IOException e) {
        throw new OutputException(folder.name(""), e);
      }
    }
    return survey.get();
  }

  private Diagnostic collision(String path, String origin, Accepted earlier) {
    String other = earlier.entry().path();
    String origins =
        Stream.of(origin, earlier.origin())
            .sorted()
            .distinct()
            .collect(Collectors.joining(" and "));
    return Diagnostic.error(
        "output-collision",
        Position.of(folder.name(Stream.of(path, other).sorted().findFirst().get())),
        path.equals(other)
            ? "two different files for one place, from " + origins
            : path + " and " + other + " differ only in upper and lower case, from " + origins,
        "give one of them another name, year or kind");
  }

  /** Files of the new site that stand where others need a folder. */
  private List<Diagnostic> nested() {
    List<Diagnostic> nested = new ArrayList<>();
    for (String above : OutputFolder.foldersOf(site.keySet())) {
      Accepted file = site.get(above);
      if (file != null) {
        nested.add(
            Diagnostic.error(
                "output-collision",
                Position.of(folder.name(file.entry().path())),
                "other files need a folder of this name; the file is made from " + file.origin(),
                "give one of them another name"));
      }
    }
    return nested;
  }

  private Diagnostic keptNotice(List<String> kept) {
    String names = kept.stream().limit(KEPT_SHOWN).collect(Collectors.joining(", "));
    return Diagnostic.notice(
        "foreign-files-kept",
        Position.of(folder.name("")),
        "holds "
            + kept.size()
            + (kept.size() == 1 ? " file" : " files")
            + " that no build made: "
            + names
            + (kept.size() > KEPT_SHOWN ? ", …" : ""),
        "kept as they are; delete them by hand if they are of no use");
  }

  /** Whether a plain file with these bytes stands there. */
  private static boolean stands(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    var attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile()
        && attributes.size() == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String lowerCase(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
