package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Releases side by side: {@code releases/<time>-<hash>/} and a link {@code current} to one of them,
 * which is switched by one rename.
 */
final class ReleaseLayout {
  static final String CURRENT = "current";

  private static final String RELEASES = "releases";
  private static final String INCOMING = RELEASES + "/.incoming";
  private static final String DOOMED = ".doomed-";

  /** Of a prepared folder's files not more than one in so many may have to be linked one by one. */
  private static final int MOST_LACKING = 4;

  private static final int MOST_PREPARED = 5;
  private static final String NEXT = ".annals-next";
  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{12}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final RemoteFolder remote;
  private final Streams streams;
  private final PreparedFolders prepared;

  /** Of releases by their id; what a release is never changes. */
  private final Map<String, Manifest> manifests = new HashMap<>();

  ReleaseLayout(RemoteFolder remote, Streams streams) {
    this.remote = remote;
    this.streams = streams;
    this.prepared = new PreparedFolders(remote, streams, RELEASES);
  }

  /** Whether releases stand at the target. */
  static boolean isAt(RemoteFolder remote) throws IOException {
    return remote.stat(CURRENT).filter(e -> e.kind() == RemoteFolder.Kind.LINK).isPresent();
  }

  /** Whether the target can have links. */
  static boolean isPossible(RemoteFolder remote) throws IOException {
    String probe = ".annals-probe";
    remote.delete(probe);
    try {
      remote.symlink(probe, RELEASES);
      return remote.stat(probe).filter(e -> e.kind() == RemoteFolder.Kind.LINK).isPresent();
    } catch (IOException noLinks) {
      return false;
    } finally {
      remote.delete(probe);
    }
  }

  /** All releases, the oldest first. */
  List<Release> releases() throws IOException {
    if (remote.stat(RELEASES).isEmpty()) {
      return List.of();
    }
    Optional<String> current = current();
    return remote.list(RELEASES).stream()
        .filter(e -> e.kind() == RemoteFolder.Kind.FOLDER)
        .map(RemoteFolder.Entry::name)
        .filter(NAME.asMatchPredicate())
        .sorted()
        .map(id -> new Release(id, current.filter(id::equals).isPresent()))
        .toList();
  }

  private Optional<String> current() throws IOException {
    Optional<RemoteFolder.Entry> link = remote.stat(CURRENT);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    if (link.get().kind() != RemoteFolder.Kind.LINK) {
      throw new PublishException(
          remote.name() + "/" + CURRENT + " is no link; move it away, or use layout: plain");
    }
    String to = remote.readLink(CURRENT);
    return Optional.of(to.substring(to.lastIndexOf('/') + 1));
  }

  private static String folder(String id) {
    return RELEASES + "/" + id;
  }

  /** What readers see. */
  Optional<Manifest> published() throws IOException {
    Optional<String> current = current();
    return current.isEmpty() ? Optional.empty() : manifest(current.get());
  }

  /** The same with its files. */
  Optional<ReleaseNotes.Earlier> earlier() throws IOException {
    Optional<String> current = current();
    return current.isEmpty()
        ? Optional.empty()
        : manifest(current.get()).map(m -> new StandingFiles(remote, folder(current.get()), m));
  }

  private Optional<Manifest> manifest(String id) throws IOException {
    return manifest(id, folder(id));
  }

  private Optional<Manifest> manifest(String id, String folder) throws IOException {
    if (!manifests.containsKey(id)) {
      BuiltSite.manifestAt(remote, folder + "/" + Manifest.PATH)
          .ifPresent(manifest -> manifests.put(id, manifest));
    }
    return Optional.ofNullable(manifests.get(id));
  }

  /**
   * What a new release can be made from.
   *
   * @param folder a prepared folder in which to make it
   */
  record Stock(Optional<Incoming.Reference> reference, Optional<Incoming.Prepared> folder) {}

  /**
   * Looks for what a new release can be made from, and begins to look into it; the time is free for
   * other work.
   */
  Stock stockFor(BuiltSite site) throws IOException {
    remote.createFolder(RELEASES);
    sweepIfItCan();
    Optional<Incoming.Reference> reference = reference(site);
    Optional<Incoming.Reference> folder =
        reference.isPresent() && remote.stat(INCOMING).isEmpty()
            ? preparedFor(site, reference.get())
            : Optional.empty();
    return new Stock(reference, folder.map(this::lookedInto));
  }

  private Incoming.Prepared lookedInto(Incoming.Reference has) {
    return new Incoming.Prepared(
        has, Meanwhile.begin(() -> RemoteTree.of(remote, streams, has.folder(), has.manifest())));
  }

  /** Brings a new release to the target and switches to it. */
  Incoming.Sent publish(
      BuiltSite site, String id, Stock stock, TargetLock lock, PublishProgress progress)
      throws IOException {
    Incoming.Sent sent =
        new Incoming(
                remote,
                streams,
                site,
                INCOMING,
                site.files(),
                stock.reference(),
                stock.folder(),
                progress)
            .fill();
    lock.requireHeld();
    remote.rename(INCOMING, folder(id));
    switchTo(id);
    return sent;
  }

  /** The release most like the site: one that was brought and not switched to, or the current. */
  private Optional<Incoming.Reference> reference(BuiltSite site) throws IOException {
    Optional<String> like =
        releases().stream()
            .map(Release::id)
            .filter(id -> id.endsWith("-" + site.fingerprint()))
            .reduce((first, last) -> last);
    Optional<String> id = like.isPresent() ? like : current();
    Optional<Manifest> manifest = id.isPresent() ? manifest(id.get()) : Optional.empty();
    return manifest.map(m -> new Incoming.Reference(folder(id.get()), m));
  }

  /** The prepared folder that is most like the site, unless it lacks much of what can be linked. */
  private Optional<Incoming.Reference> preparedFor(BuiltSite site, Incoming.Reference reference)
      throws IOException {
    for (PreparedFolders.Prepared folder : prepared.all()) {
      Optional<Manifest> manifest = manifest(folder.release(), folder.path());
      if (manifest.isPresent()) {
        Incoming.Reference has = new Incoming.Reference(folder.path(), manifest.get());
        long lacking =
            site.files().stream().filter(file -> !has.has(file) && reference.has(file)).count();
        return Optional.of(has).filter(h -> lacking * MOST_LACKING <= site.files().size());
      }
    }
    return Optional.empty();
  }

  /** Makes the folders of coming releases: as many as will stand beside one another, or a few. */
  void prepare(String id, int keep, PublishProgress progress) throws IOException {
    progress.begin("prepare", 0);
    prepared.add(id, folder(id), Math.min(keep, MOST_PREPARED), INCOMING + Incoming.APART);
    progress.end();
  }

  /** A name for a new release, later than every name there, whatever the clocks say. */
  String newId(BuiltSite site, Instant now) throws IOException {
    String time = TIME.format(now);
    List<Release> releases = releases();
    if (!releases.isEmpty()) {
      String last = releases.getLast().id();
      String lastTime = last.substring(0, Math.max(0, last.indexOf('-')));
      if (lastTime.compareTo(time) >= 0) {
        time = TIME.format(TIME.parse(lastTime, Instant::from).plusSeconds(1));
      }
    }
    return time + "-" + site.fingerprint();
  }

  /** A name for what is published at a time, where names need not follow one another. */
  static String id(Instant now, BuiltSite site) {
    return TIME.format(now) + "-" + site.fingerprint();
  }

  private void switchTo(String id) throws IOException {
    remote.delete(NEXT);
    remote.symlink(NEXT, folder(id));
    remote.rename(NEXT, CURRENT);
  }

  /**
   * Lets readers see another release.
   *
   * @param wanted its name; the one before the current if absent
   * @return the release that readers see now
   */
  String rollback(Optional<String> wanted) throws IOException {
    List<Release> releases = releases();
    String id = wanted.isPresent() ? named(releases, wanted.get()) : beforeCurrent(releases);
    if (manifest(id).isEmpty()) {
      throw new PublishException(remote.name() + ": release " + id + " has no manifest");
    }
    switchTo(id);
    return id;
  }

  private String named(List<Release> releases, String wanted) throws PublishException {
    return releases.stream()
        .map(Release::id)
        .filter(wanted::equals)
        .findFirst()
        .orElseThrow(
            () ->
                new PublishException(
                    remote.name() + ": no release " + wanted + "; annals releases lists them"));
  }

  private String beforeCurrent(List<Release> releases) throws PublishException {
    String before = null;
    for (Release release : releases) {
      if (release.current() && before != null) {
        return before;
      }
      before = release.id();
    }
    throw new PublishException(remote.name() + ": there is no release before the current one");
  }

  /**
   * Takes away all but the newest releases and the current one: one of them, and more while the
   * target has few releases, serve coming releases, the rest is deleted, and what is left of
   * others.
   */
  void prune(int keep) throws IOException {
    List<Release> releases = releases();
    List<String> old = releases.stream().filter(r -> !r.current()).map(Release::id).toList();
    int surplus = Math.max(0, old.size() - (keep - 1));
    for (String id : old.subList(0, surplus)) {
      prepared.take(id, folder(id));
    }
    int stay = releases.size() - surplus;
    for (PreparedFolders.Prepared folder : prepared.beyond(keep + 1 - stay)) {
      remote.rename(folder.path(), folder(DOOMED + folder.number() + "-" + folder.release()));
    }
    sweep();
  }

  private void sweepIfItCan() {
    try {
      sweep();
    } catch (IOException itIsTriedAgainWhenOldReleasesAreDeleted) {
      return;
    }
  }

  /**
   * Deletes what killed publishes left to be deleted. What they began to link goes under another
   * name first, so that a program which still works on it finds it no more.
   */
  private void sweep() throws IOException {
    for (RemoteFolder.Entry entry : remote.list(RELEASES)) {
      String doomed = entry.name();
      if (folder(doomed).startsWith(INCOMING + Incoming.APART)) {
        doomed = DOOMED + doomed;
        remote.rename(folder(entry.name()), folder(doomed));
      }
      if (doomed.startsWith(DOOMED)) {
        RemoteTree.delete(remote, streams, folder(doomed));
      }
    }
  }
}
