package annals.build;

import annals.anchor.AnchorsFile;
import annals.anchor.PublishedAnchor;
import annals.anchor.PublishedPage;
import annals.diagnostic.Diagnostic;
import annals.output.Manifest;
import annals.report.ReportId;
import annals.source.ContentTree;
import annals.source.HeldBack;
import annals.source.UnitSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files {@code anchors.lock} beside the reports. They change when a site has been published,
 * never when one is built.
 */
public final class AnchorLocks {
  private final SiteConfig config;
  private final ContentTree tree;
  private final Set<ReportId> heldBack;

  public AnchorLocks(SiteConfig config, ContentTree tree) {
    this.config = config;
    this.tree = tree;
    this.heldBack = tree.heldBack().stream().map(HeldBack::id).collect(Collectors.toSet());
  }

  /**
   * Writes down what the built site has made public. A site that is built again from then on is the
   * same.
   *
   * @return how many files have changed
   */
  public int remember() throws IOException {
    FileTime built = Files.getLastModifiedTime(config.output().resolve(Manifest.PATH));
    int changed = 0;
    for (UnitSource unit : tree.units()) {
      Path file =
          config
              .output()
              .resolve("units")
              .resolve(unit.info().slug())
              .resolve(AnchorsFile.PUBLIC_NAME);
      if (!Files.isRegularFile(file)) {
        continue;
      }
      byte[] made = Files.readAllBytes(file);
      Path lock = lock(unit);
      byte[] before = Files.exists(lock) ? Files.readAllBytes(lock) : new byte[0];
      if (Arrays.equals(before, made)) {
        continue;
      }
      List<Diagnostic> unreadable = new ArrayList<>();
      List<PublishedPage> old = read(lock, before, unreadable);
      List<PublishedPage> now = read(file, made, unreadable);
      if (!unreadable.isEmpty()) {
        throw new IOException(unreadable.getFirst().toString());
      }
      String next = AnchorsFile.write(merged(unit, old, now));
      byte[] bytes = next.getBytes(StandardCharsets.UTF_8);
      if (!(old.isEmpty() && now.isEmpty()) && !Arrays.equals(before, bytes)) {
        write(lock, bytes, built);
        changed++;
      }
    }
    return changed;
  }

  private Path lock(UnitSource unit) {
    return config.content().resolve(unit.info().folder()).resolve(AnchorsFile.NAME);
  }

  private static List<PublishedPage> read(Path file, byte[] bytes, List<Diagnostic> found) {
    return AnchorsFile.read(file.toString(), new String(bytes, StandardCharsets.UTF_8), found);
  }

  private List<PublishedPage> merged(
      UnitSource unit, List<PublishedPage> old, List<PublishedPage> now) {
    List<PublishedPage> merged = new ArrayList<>(now);
    for (PublishedPage page : old) {
      if (now.stream().noneMatch(other -> other.isOf(page.year(), page.kind()))) {
        boolean told =
            !heldBack.contains(new ReportId(unit.info().slug(), page.year(), page.kind()));
        merged.add(told ? page.asGone() : page);
      }
    }
    return merged;
  }

  /** Written as of the time the site was built: it says nothing that the site does not know. */
  private static void write(Path lock, byte[] bytes, FileTime time) throws IOException {
    Path part = lock.resolveSibling("." + AnchorsFile.NAME + ".part");
    Path folder = lock.getParent();
    boolean olderThanSite = Files.getLastModifiedTime(folder).compareTo(time) <= 0;
    try {
      Files.write(part, bytes);
      Files.setLastModifiedTime(part, time);
      Files.move(part, lock, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    if (olderThanSite) {
      Files.setLastModifiedTime(folder, time);
    }
  }

  /**
   * Adds to a unit's file what a target has and the file does not know: it was published from
   * elsewhere, or the file was lost.
   *
   * @param slug of the unit
   * @param published what the target has of the unit
   * @return the file that was completed; empty where there is no such unit
   */
  public Optional<Path> complete(String slug, List<PublishedPage> published) throws IOException {
    Optional<UnitSource> unit =
        tree.units().stream().filter(u -> u.info().slug().equals(slug)).findFirst();
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    Path lock = lock(unit.get());
    List<Diagnostic> unreadable = new ArrayList<>();
    List<PublishedPage> old =
        Files.exists(lock) ? read(lock, Files.readAllBytes(lock), unreadable) : List.of();
    List<PublishedPage> merged = new ArrayList<>();
    for (PublishedPage page : published) {
      merged.add(
          old.stream()
              .filter(other -> other.isOf(page.year(), page.kind()))
              .findFirst()
              .map(other -> united(page, other))
              .orElse(page));
    }
    old.stream()
        .filter(page -> published.stream().noneMatch(p -> p.isOf(page.year(), page.kind())))
        .forEach(merged::add);
    byte[] bytes = AnchorsFile.write(merged).getBytes(StandardCharsets.UTF_8);
    write(lock, bytes, FileTime.fromMillis(System.currentTimeMillis()));
    return Optional.of(lock);
  }

  /** What the target has, and beside it the ids that only the file here knows. */
  private static PublishedPage united(PublishedPage target, PublishedPage here) {
    Set<String> ids = new HashSet<>(target.ids());
    List<PublishedAnchor> anchors = new ArrayList<>(target.anchors());
    for (PublishedAnchor anchor : here.anchors()) {
      retired(anchor).stream().filter(gone -> ids.add(gone.id())).forEach(anchors::add);
    }
    List<String> addresses = new ArrayList<>(here.addresses());
    addresses.removeAll(target.addresses());
    addresses.addAll(target.addresses());
    return new PublishedPage(
        target.year(), target.kind(), false, addresses, target.title(), anchors);
  }

  private static List<PublishedAnchor.Retired> retired(PublishedAnchor anchor) {
    String top = PublishedAnchor.Retired.TOP;
    String none = PublishedAnchor.Retired.NO_HASH;
    return switch (anchor) {
      case PublishedAnchor.OfSection s ->
          List.of(new PublishedAnchor.Retired(s.id(), s.hash(), top));
      case PublishedAnchor.OfBlock b -> List.of(new PublishedAnchor.Retired(b.id(), b.hash(), top));
      case PublishedAnchor.OfSentence s ->
          List.of(new PublishedAnchor.Retired(s.id(), s.hash(), top));
      case PublishedAnchor.Retired gone -> List.of(gone);
      case PublishedAnchor.OfParagraph p -> {
        List<PublishedAnchor.Retired> all = new ArrayList<>();
        all.add(new PublishedAnchor.Retired(p.id(), none, top));
        p.sentences().forEach(s -> all.addAll(retired(s)));
        yield all;
      }
    };
  }
}
