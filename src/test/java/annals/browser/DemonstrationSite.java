package annals.browser;

import annals.build.BuildReport;
import annals.build.Progress;
import annals.build.SiteBuilder;
import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The repository's own archive, built into a temporary folder and open at two doors: a web server
 * on this machine, and the folder itself.
 */
final class DemonstrationSite implements AutoCloseable {
  /** The source folder: the repository. */
  static final Path SOURCE = Path.of("").toAbsolutePath();

  private final Path folder;
  private final SiteServer server;

  private DemonstrationSite(Path folder, SiteServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** A way to the site, with the address that all its pages begin with. */
  enum Door {
    HTTP,
    FILE
  }

  static DemonstrationSite build() {
    try {
      Path folder = Files.createTempDirectory("annals-demonstration");
      List<Diagnostic> ofConfig = new ArrayList<>();
      SiteConfig config = SiteConfig.read(SOURCE, ofConfig).withOutput(folder);
      Diagnostics diagnostics = new Diagnostics();
      diagnostics.addAll(ofConfig);
      BuildReport report = new SiteBuilder(config, 2, Progress.NONE).build(diagnostics);
      if (report.written().isEmpty()) {
        delete(folder);
        throw new AssertionError("the archive does not build: " + report.diagnostics());
      }
      return new DemonstrationSite(folder, SiteServer.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  SiteServer server() {
    return server;
  }

  /** What every address of the site begins with; ends in {@code /}. */
  String root(Door door) {
    return switch (door) {
      case HTTP -> server.address();
      case FILE -> "file://" + folder.toUri().getPath();
    };
  }

  /**
   * The address of a page.
   *
   * @param path from the site's root, perhaps with a query and an anchor
   */
  String address(Door door, String path) {
    return root(door) + path;
  }

  /** The address of a page at the web server. */
  String http(String path) {
    return address(Door.HTTP, path);
  }

  /** The paths of all pages, in order. */
  List<String> pages() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
