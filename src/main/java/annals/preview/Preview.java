package annals.preview;

import annals.build.BuildReport;
import annals.build.Progress;
import annals.build.SiteBuilder;
import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A site that follows its sources: built into a temporary folder, served, and built again after
 * every change. A broken edit leaves the pages as they were, with what is wrong shown over them.
 */
public final class Preview implements AutoCloseable {
  private static final int SHOWN = 20;

  private final Path root;
  private final Path folder;
  private final Consumer<Diagnostic> findings;
  private final PreviewServer server;
  private final Thread follower;
  private int builds;

  private Preview(Path root, InetSocketAddress address, Consumer<Diagnostic> findings)
      throws IOException, InterruptedException {
    this.root = root;
    this.findings = findings;
    this.folder = Files.createTempDirectory("annals-preview").toRealPath();
    SourceWatch watch = new SourceWatch(SiteConfig.read(root, new ArrayList<>()));
    this.server = new PreviewServer(folder, address, build());
    this.follower = Thread.ofPlatform().name("preview").daemon().start(() -> follow(watch));
  }

  /**
   * Builds a site and serves it until it is closed.
   *
   * @param root the folder with {@code annals.yaml}
   * @param address where to listen; port 0 takes a free one
   * @param findings told of all that every build finds
   */
  public static Preview start(Path root, InetSocketAddress address, Consumer<Diagnostic> findings)
      throws IOException, InterruptedException {
    return new Preview(root, address, findings);
  }

  public int port() {
    return server.port();
  }

  private void follow(SourceWatch watch) {
    try {
      while (true) {
        watch.awaitChange();
        server.tell(build());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private BuildState build() throws InterruptedException {
    try {
      List<Diagnostic> ofConfig = new ArrayList<>();
      SiteConfig config = SiteConfig.read(root, ofConfig).withOutput(folder);
      Diagnostics diagnostics = new Diagnostics();
      diagnostics.addAll(ofConfig);
      int threads = Runtime.getRuntime().availableProcessors();
      BuildReport report = new SiteBuilder(config, threads, Progress.NONE).build(diagnostics);
      report.diagnostics().forEach(findings);
      if (report.written().filter(w -> w.written() + w.deleted() > 0).isPresent()) {
        builds++;
      }
      return new BuildState(
          builds,
          report.diagnostics().stream()
              .filter(d -> d.severity() != Severity.NOTICE)
              .sorted(Comparator.comparing(Diagnostic::severity))
              .limit(SHOWN)
              .map(Diagnostic::toString)
              .toList());
    } catch (IOException | RuntimeException e) {
      return new BuildState(builds, List.of(String.valueOf(e.getMessage())));
    }
  }

  /** Stops serving and removes the temporary folder. */
  @Override
  public void close() throws IOException {
    follower.interrupt();
    server.close();
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList().reversed()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
