package annals.preview;

import annals.build.SiteConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices changes by looking at times and sizes again and again: that works on shares too, where
 * the operating system tells nothing.
 */
final class SourceWatch {
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final List<Path> inputs;
  private Map<Path, List<Object>> last;

  SourceWatch(SiteConfig config) {
    this.inputs =
        List.of(
            config.root().resolve(SiteConfig.FILE),
            config.content(),
            config.root().resolve("themes"));
    this.last = look();
  }

  /** Waits until something has changed and then nothing more for a moment. */
  void awaitChange() throws InterruptedException {
    Map<Path, List<Object>> now = last;
    while (now.equals(last)) {
      Thread.sleep(PAUSE);
      now = look();
    }
    for (Map<Path, List<Object>> later = null; !now.equals(later); ) {
      later = now;
      Thread.sleep(PAUSE);
      now = look();
    }
    last = now;
  }

  private Map<Path, List<Object>> look() {
    Map<Path, List<Object>> seen = new HashMap<>();
    for (Path input : inputs) {
      try {
        Files.walkFileTree(
            input,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                seen.put(file, List.of(attributes.lastModifiedTime(), attributes.size()));
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
}
