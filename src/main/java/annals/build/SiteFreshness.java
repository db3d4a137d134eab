package annals.build;

import annals.diagnostic.Diagnostics;
import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a built site is what a build would make now. Files and folders below {@code content/},
 * the site's theme, {@code allow.csv} and {@code annals.yaml} are compared by time with the site's
 * manifest. Times may be newer without a change (a fresh checkout, a build that changed nothing),
 * so where one is, the site is built beside, in a temporary folder, and the manifests decide.
 *
 * @param newer what was changed since the site was built, if the site would be another
 */
public record SiteFreshness(Optional<String> newer) {
  /** Compares the built site with its sources; the site is not touched. */
  public static SiteFreshness of(SiteConfig config, Manifest built)
      throws IOException, InterruptedException {
    FileTime time = Files.getLastModifiedTime(config.output().resolve(Manifest.PATH));
    Optional<String> newer = newerThan(time, config);
    return new SiteFreshness(newer.isPresent() && isSame(config, built) ? Optional.empty() : newer);
  }

  private static Optional<String> newerThan(FileTime time, SiteConfig config) throws IOException {
    List<Path> inputs = new ArrayList<>(List.of(config.root().resolve(SiteConfig.FILE)));
    inputs.add(config.root().resolve("allow.csv"));
    inputs.add(config.content());
    config.theme().ifPresent(inputs::add);
    List<Path> newer = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.exists(input)) {
        Files.walkFileTree(
            input,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path folder, BasicFileAttributes attributes) {
                return look(folder, attributes);
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return look(file, attributes);
              }

              private FileVisitResult look(Path path, BasicFileAttributes attributes) {
                if (attributes.lastModifiedTime().compareTo(time) <= 0) {
                  return FileVisitResult.CONTINUE;
                }
                newer.add(path);
                return FileVisitResult.TERMINATE;
              }
            });
      }
    }
    return newer.stream()
        .findFirst()
        .map(path -> config.root().relativize(path).toString().replace('\\', '/'));
  }

  private static boolean isSame(SiteConfig config, Manifest built)
      throws IOException, InterruptedException {
    Path beside = Files.createTempDirectory("annals-fresh");
    try {
      int threads = Runtime.getRuntime().availableProcessors();
      SiteConfig other = config.withOutput(beside);
      BuildReport report = new SiteBuilder(other, threads, Progress.NONE).build(new Diagnostics());
      if (report.written().isEmpty()) {
        return false;
      }
      try (InputStream in = Files.newInputStream(beside.resolve(Manifest.PATH))) {
        return Manifest.read(in).equals(built);
      }
    } finally {
      delete(beside);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList().reversed()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
