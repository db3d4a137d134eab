package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a built site to a target, and earlier releases back. Whatever fails, readers see the old
 * site or the new one; running again continues.
 */
public final class Publisher implements AutoCloseable {
  private static final int STREAMS = 6;

  private final Target target;
  private final RemoteFolder remote;
  private final Streams streams = new Streams(STREAMS);
  private final ReleaseLayout releases;

  /**
   * How one publish goes.
   *
   * @param maxDeletes more deleted files than that stop it
   * @param patience how long to wait for another publish to end
   * @param notes what the release says of itself
   */
  public record Options(int maxDeletes, Duration patience, ReleaseNotes notes) {}

  Publisher(Target target, RemoteFolder remote) {
    this.target = target;
    this.remote = remote;
    this.releases = new ReleaseLayout(remote, streams);
  }

  /**
   * Connects to a target.
   *
   * @throws PublishException where it cannot be reached, or its host key is not known
   */
  public static Publisher open(Target target, Access access) throws IOException {
    return new Publisher(
        target,
        switch (target.place()) {
          case Target.Folder folder ->
              new DirFolder(folder.path(), target.fileMode(), target.folderMode());
          case Target.Server server ->
              SftpFolder.connect(server, access, target.fileMode(), target.folderMode());
        });
  }

  /** The target as messages name it. */
  public String name() {
    return remote.name();
  }

  /** What publishing would change; changes nothing. */
  public Changes compare(BuiltSite site) throws IOException {
    return told(
        () -> Changes.between(earlier().map(ReleaseNotes.Earlier::manifest), site.manifest()));
  }

  /** What readers see; usable until this is closed. */
  public Optional<ReleaseNotes.Earlier> earlier() throws IOException {
    return told(
        () ->
            ReleaseLayout.isAt(remote)
                ? releases.earlier()
                : new PlainLayout(remote, streams).earlier());
  }

  /**
   * Publishes a site and switches readers to it.
   *
   * @throws PublishException where something stands against it; readers see the old site then
   */
  public PublishResult publish(BuiltSite site, Options options, PublishProgress progress)
      throws IOException {
    return told(
        () -> {
          if (target.place() instanceof Target.Folder folder) {
            site.requireApart(folder.path());
          }
          remote.createRoot();
          try (TargetLock lock = TargetLock.acquire(remote, options.patience())) {
            List<String> notices = new ArrayList<>();
            return layout(notices) == Target.Layout.RELEASES
                ? release(site, options, lock, progress, notices)
                : plain(site, options, lock, progress, notices);
          }
        });
  }

  private Target.Layout layout(List<String> notices) throws IOException {
    boolean hasReleases = ReleaseLayout.isAt(remote);
    return switch (target.layout()) {
      case PLAIN -> {
        if (hasReleases) {
          throw new PublishException(
              remote.name() + ": holds releases; take away layout: plain, or use another folder");
        }
        yield Target.Layout.PLAIN;
      }
      case RELEASES -> {
        if (hasReleases) {
          yield Target.Layout.RELEASES;
        }
        boolean possible = ReleaseLayout.isPossible(remote);
        if (!possible) {
          notices.add(
              remote.name()
                  + ": has no symbolic links; the site is changed in place (layout: plain)");
          yield Target.Layout.PLAIN;
        }
        if (remote.stat(Manifest.PATH).isPresent()) {
          throw new PublishException(
              remote.name() + ": holds a site in plain layout; write layout: plain");
        }
        yield Target.Layout.RELEASES;
      }
    };
  }

  private PublishResult release(
      BuiltSite site,
      Options options,
      TargetLock lock,
      PublishProgress progress,
      List<String> notices)
      throws IOException {
    Optional<ReleaseNotes.Earlier> before = releases.earlier();
    Optional<Manifest> published = before.map(ReleaseNotes.Earlier::manifest);
    Changes changes = allowed(Changes.between(published, site.manifest()), options);
    if (published.isPresent() && changes.isEmpty()) {
      return new PublishResult(Optional.empty(), changes, 0, 0, notices);
    }
    ReleaseLayout.Stock stock = releases.stockFor(site);
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String id = releases.newId(site, time);
    BuiltSite whole = site.with(options.notes().files(id, time, changes, before));
    Incoming.Sent sent =
        releases.publish(
            target.compress() ? whole.compressed(published) : whole, id, stock, lock, progress);
    try {
      if (before.isEmpty()) {
        releases.prepare(id, target.keep(), progress);
      }
      releases.prune(target.keep());
    } catch (IOException e) {
      notices.add("the new release stands, but tidying up after it failed: " + reason(e));
    }
    return new PublishResult(Optional.of(id), changes, sent.files(), sent.bytes(), notices);
  }

  private PublishResult plain(
      BuiltSite site,
      Options options,
      TargetLock lock,
      PublishProgress progress,
      List<String> notices)
      throws IOException {
    PlainLayout layout = new PlainLayout(remote, streams);
    Optional<ReleaseNotes.Earlier> before = layout.earlier();
    Optional<Manifest> published = before.map(ReleaseNotes.Earlier::manifest);
    Changes changes = allowed(Changes.between(published, site.manifest()), options);
    if (published.isPresent() && changes.isEmpty() && !layout.isPending()) {
      return new PublishResult(Optional.empty(), changes, 0, 0, notices);
    }
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String id = ReleaseLayout.id(time, site);
    BuiltSite whole = site.with(options.notes().files(id, time, changes, before));
    Incoming.Sent sent =
        layout.publish(target.compress() ? whole.compressed(published) : whole, lock, progress);
    return new PublishResult(Optional.empty(), changes, sent.files(), sent.bytes(), notices);
  }

  private Changes allowed(Changes changes, Options options) throws PublishException {
    requireFewDeletes(changes, options.maxDeletes());
    return changes;
  }

  /**
   * @throws PublishException where more files would vanish
   */
  public void requireFewDeletes(Changes changes, int most) throws PublishException {
    if (changes.deleted().size() > most) {
      throw new PublishException(
          remote.name()
              + ": "
              + changes.deleted().size()
              + " files would vanish, "
              + changes.deleted().getFirst().path()
              + " first; if that is meant, say --max-deletes "
              + changes.deleted().size());
    }
  }

  /** The releases at the target, the oldest first; none in plain layout. */
  public List<Release> releases() throws IOException {
    return told(releases::releases);
  }

  /**
   * Lets readers see an earlier release.
   *
   * @param release the one before the current if absent
   * @return the release that readers see now
   */
  public String rollback(Optional<String> release, Duration patience) throws IOException {
    return told(
        () -> {
          if (!ReleaseLayout.isAt(remote)) {
            throw new PublishException(
                remote.name() + ": holds no releases to go back to; build and publish instead");
          }
          try (TargetLock lock = TargetLock.acquire(remote, patience)) {
            String now = releases.rollback(release);
            lock.requireHeld();
            return now;
          }
        });
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  /** Whatever the target refuses comes out as a line for the user. */
  private <T> T told(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (PublishException e) {
      throw e;
    } catch (IOException e) {
      throw new PublishException(reason(e) + "; run annals publish again to go on", e);
    }
  }

  /** Says where, too: some reasons of the file system do not. */
  private String reason(IOException e) {
    String reason = bareReason(e);
    return reason.contains(remote.name()) || e instanceof NoConnectionException
        ? reason
        : remote.name() + ": " + reason;
  }

  private static String bareReason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case NoSuchFileException missing -> missing.getFile() + ": no such file";
      case FileSystemException other when other.getReason() == null ->
          other.getFile() + ": " + other.getClass().getSimpleName();
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }

  @Override
  public void close() throws IOException {
    try (remote) {
      streams.close();
    }
  }
}
