package annals.preview;

import annals.build.SiteConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Notices changes. The operating system tells of them at once; where it does not, as on shares,
 * times and sizes of all files are looked at again every second or so.
 */
final class SourceWatch implements AutoCloseable {
  /** An editor writes a file in several steps; that many milliseconds without one end a change. */
  private static final Duration SETTLED = Duration.ofMillis(30);

  private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(1000);

  private final List<Path> inputs;
  private final WatchService told;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Set<Path> listenedTo = new HashSet<>();
  private Map<Path, List<Object>> last = Map.of();

  SourceWatch(SiteConfig config) throws IOException {
    this.inputs =
        List.of(
            config.root().resolve(SiteConfig.FILE),
            config.content(),
            config.root().resolve("themes"));
    this.told = config.root().getFileSystem().newWatchService();
    this.last = look();
  }

  /**
   * Waits until something has changed and then nothing more for a moment.
   *
   * @param patience how long to wait at most
   * @return the files that are new, other or gone; none if the time is up
   */
  Set<Path> awaitChange(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Set<Path> changed = new TreeSet<>();
    while (changed.isEmpty() && System.nanoTime() < end) {
      long wait = Math.min(LOOKED_AT_EVERY.toNanos(), Math.max(1, end - System.nanoTime()));
      WatchKey key = told.poll(wait, TimeUnit.NANOSECONDS);
      if (key == null) {
        lookAround(changed);
      } else {
        take(key, changed);
      }
    }
    while (!changed.isEmpty()) {
      WatchKey key = told.poll(SETTLED.toMillis(), TimeUnit.MILLISECONDS);
      if (key == null) {
        break;
      }
      take(key, changed);
    }
    return changed;
  }

  private void take(WatchKey key, Set<Path> changed) {
    Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (!(event.context() instanceof Path name) || folder == null) {
        lookAround(changed);
        continue;
      }
      Path file = folder.resolve(name);
      if (Files.isDirectory(file)) {
        lookAround(changed);
      } else if (inputs.stream().anyMatch(file::startsWith)) {
        lookAt(file, changed);
      }
    }
    if (!key.reset()) {
      listenedTo.remove(folder);
      folders.remove(key);
      lookAround(changed);
    }
  }

  private void lookAt(Path file, Set<Path> changed) {
    List<Object> before = last.get(file);
    List<Object> now;
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      now = state(attributes);
      last.put(file, now);
    } catch (IOException gone) {
      now = null;
      last.remove(file);
    }
    if (now == null ? before != null : !now.equals(before)) {
      changed.add(file);
    }
  }

  private static List<Object> state(BasicFileAttributes attributes) {
    return List.of(attributes.lastModifiedTime(), attributes.size());
  }

  private void lookAround(Set<Path> changed) {
    Map<Path, List<Object>> before = last;
    last = look();
    last.forEach(
        (file, state) -> {
          if (!state.equals(before.get(file))) {
            changed.add(file);
          }
        });
    before.keySet().stream().filter(file -> !last.containsKey(file)).forEach(changed::add);
  }

  /** All files; folders that are new are listened to from now on. */
  private Map<Path, List<Object>> look() {
    Map<Path, List<Object>> seen = new HashMap<>();
    for (Path input : inputs) {
      try {
        Files.walkFileTree(
            input,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path folder, BasicFileAttributes attributes) {
                listenTo(folder);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                seen.put(file, state(attributes));
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException goneWhileLooking) {
        seen.put(input, List.of());
      }
    }
    return seen;
  }

  private void listenTo(Path folder) {
    if (!listenedTo.add(folder)) {
      return;
    }
    try {
      WatchKey key =
          folder.register(
              told,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      folders.put(key, folder);
    } catch (IOException thereAreTooMany) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    told.close();
  }
}
