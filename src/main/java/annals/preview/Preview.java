package annals.preview;

import annals.build.BuildReport;
import annals.build.FamilyRebuild;
import annals.build.Progress;
import annals.build.SiteBuilder;
import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A site that follows its sources: built into a temporary folder, served, and built again after
 * every change. The pages of an edited report's own family of units are made at once; the whole
 * site is built when nothing more has changed for a moment, and that is given up when something
 * does. A broken edit leaves the pages as they were, with what is wrong shown over them.
 */
public final class Preview implements AutoCloseable {
  private static final int SHOWN = 20;
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Path root;
  private final Path folder;
  private final Consumer<Diagnostic> findings;
  private final PreviewServer server;
  private final Thread follower;
  private final AtomicInteger builds = new AtomicInteger();
  private volatile Optional<FamilyRebuild> again = Optional.empty();

  private Preview(Path root, InetSocketAddress address, Consumer<Diagnostic> findings)
      throws IOException, InterruptedException {
    this.root = root;
    this.findings = findings;
    this.folder = Files.createTempDirectory("annals-preview").toRealPath();
    SourceWatch watch = new SourceWatch(SiteConfig.read(root, new ArrayList<>()));
    this.server = new PreviewServer(folder, address, build(() -> true));
    this.follower =
        Thread.ofPlatform().name("preview").daemon().start(() -> followUntilClosed(watch));
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

  private void followUntilClosed(SourceWatch watch) {
    WholeBuild running = WholeBuild.NONE;
    try (watch) {
      rehearse();
      boolean due = false;
      while (true) {
        Set<Path> changed = watch.awaitChange(due ? QUIET : FOR_EVER);
        if (changed.isEmpty()) {
          running = due ? WholeBuild.startAfter(running, this::build, server::tell) : running;
          due = false;
          continue;
        }
        FamilyRebuild.Scope scope = scope(changed);
        if (scope == FamilyRebuild.Scope.NOTHING) {
          continue;
        }
        due |= running.giveUp();
        Optional<BuildState> quick =
            scope == FamilyRebuild.Scope.FAMILIES ? rebuild(changed) : Optional.empty();
        if (quick.isPresent()) {
          server.tell(quick.get());
          due = true;
        } else {
          running = WholeBuild.startAfter(running, this::build, server::tell);
          due = false;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running.end();
    }
  }

  /**
   * What is done for the first time takes a second; so the first edit is not the first time. A file
   * that is just being written may spoil it, which the edit itself will tell.
   */
  private void rehearse() {
    try {
      if (again.isPresent()) {
        again.get().rehearse();
      }
    } catch (IOException | RuntimeException inTheMiddleOfAnEdit) {
      return;
    }
  }

  private FamilyRebuild.Scope scope(Set<Path> changed) {
    return again.map(rebuild -> rebuild.scope(changed)).orElse(FamilyRebuild.Scope.SITE);
  }

  /** Empty where the whole site must be built. */
  private Optional<BuildState> rebuild(Set<Path> changed) {
    try {
      return again
          .orElseThrow()
          .rebuild(changed)
          .map(result -> state(result.written() > 0, result.diagnostics()));
    } catch (IOException | RuntimeException e) {
      return Optional.of(new BuildState(builds.get(), List.of(String.valueOf(e.getMessage()))));
    }
  }

  private BuildState state(boolean changed, List<Diagnostic> found) {
    found.forEach(findings);
    int number = changed ? builds.incrementAndGet() : builds.get();
    return new BuildState(
        number,
        found.stream()
            .filter(d -> d.severity() != Severity.NOTICE)
            .sorted(Comparator.comparing(Diagnostic::severity))
            .limit(SHOWN)
            .map(Diagnostic::toString)
            .toList());
  }

  private BuildState build(BooleanSupplier mayWrite) throws InterruptedException {
    try {
      List<Diagnostic> ofConfig = new ArrayList<>();
      SiteConfig config = SiteConfig.read(root, ofConfig).withOutput(folder);
      Diagnostics diagnostics = new Diagnostics();
      diagnostics.addAll(ofConfig);
      int threads = Runtime.getRuntime().availableProcessors();
      SiteBuilder builder = new SiteBuilder(config, threads, Progress.NONE, mayWrite);
      BuildReport report = builder.build(diagnostics);
      again = builder.again().isPresent() ? builder.again() : again;
      return state(
          report.written().filter(w -> w.written() + w.deleted() > 0).isPresent(),
          report.diagnostics());
    } catch (IOException | RuntimeException e) {
      return new BuildState(builds.get(), List.of(String.valueOf(e.getMessage())));
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
