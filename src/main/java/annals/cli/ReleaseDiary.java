package annals.cli;

import annals.anchor.AnchorsFile;
import annals.anchor.PublishedPage;
import annals.build.PublishReview;
import annals.build.ReleasePages;
import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diary.Comparison;
import annals.diary.Diary;
import annals.diary.ReleaseEntry;
import annals.output.Manifest;
import annals.output.OutputFile;
import annals.publish.BuiltSite;
import annals.publish.Changes;
import annals.publish.PublishException;
import annals.publish.ReleaseNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes into each release what it changed for readers of this target, by the units' anchors files
 * of the release before, and lets none go out that would leave a published address or anchor
 * unanswered.
 */
final class ReleaseDiary implements ReleaseNotes {
  private static final String DATA = FOLDER + "changes.json";
  private static final Pattern ANCHORS =
      Pattern.compile("units/([^/]+)/" + Pattern.quote(AnchorsFile.PUBLIC_NAME));

  private final SiteConfig config;
  private final BuiltSite site;
  private final PublishReview review;

  ReleaseDiary(SiteConfig config, BuiltSite site, PublishReview review) {
    this.config = config;
    this.site = site;
    this.review = review;
  }

  @Override
  public List<OutputFile> files(
      String release, Instant time, Changes changes, Optional<Earlier> before) throws IOException {
    Optional<Earlier> comparable = before.filter(ReleaseDiary::remembers);
    if (comparable.isPresent()) {
      requireAllAnswered(comparable.get());
    }
    Comparison comparison = comparison(before);
    int pages =
        (int)
            Stream.of(changes.added(), changes.changed(), changes.deleted())
                .flatMap(List::stream)
                .filter(file -> file.path().endsWith(".html"))
                .count();
    ReleaseEntry entry =
        new ReleaseEntry(
            release,
            time,
            comparable.isEmpty(),
            review.reports(),
            pages,
            comparison.added(),
            comparison.changed(),
            comparison.removed());
    Set<String> withheld = review.withheldFolders();
    Diary earlier = earlierDiary(before).without(report -> withheld.contains(report.folder()));
    return ReleasePages.of(config, earlier.with(entry), ZoneId.systemDefault());
  }

  private static Diary earlierDiary(Optional<Earlier> before) throws IOException {
    Optional<byte[]> data = before.isPresent() ? before.get().read(DATA) : Optional.empty();
    return data.isPresent() ? Diary.read(data.get()) : Diary.EMPTY;
  }

  /** Whether what stands there was made by a version that keeps account of anchors. */
  private static boolean remembers(Earlier before) {
    return before.manifest().files().stream().anyMatch(file -> isAnchors(file.path()));
  }

  private static boolean isAnchors(String path) {
    return path.endsWith(AnchorsFile.PUBLIC_NAME) && ANCHORS.matcher(path).matches();
  }

  /** How the reports differ from those that readers see; nothing differs where nothing is known. */
  Comparison comparison(Optional<Earlier> before) throws IOException {
    List<PublishedPage> old = new ArrayList<>();
    List<PublishedPage> now = new ArrayList<>();
    if (before.filter(ReleaseDiary::remembers).isPresent()) {
      for (String path : changedAnchors(before.get().manifest())) {
        old.addAll(told(path, pages(path, before.get().read(path))));
        now.addAll(pages(path, site.read(path)));
      }
    }
    return Comparison.of(old, now);
  }

  /** Of a report that is kept back nothing is said, not even that it was there. */
  private List<PublishedPage> told(String path, List<PublishedPage> pages) {
    String unit = slug(path);
    return pages.stream()
        .filter(page -> !review.isHeldBack(unit, page.year(), page.kind()))
        .toList();
  }

  private static String slug(String path) {
    Matcher matcher = ANCHORS.matcher(path);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(path);
    }
    return matcher.group(1);
  }

  private Set<String> changedAnchors(Manifest before) {
    Map<String, String> hashes = new HashMap<>();
    Stream.concat(before.files().stream(), site.manifest().files().stream())
        .filter(file -> isAnchors(file.path()))
        .forEach(file -> hashes.merge(file.path(), file.sha256(), (a, b) -> a.equals(b) ? "" : b));
    Set<String> changed = new TreeSet<>();
    hashes.forEach(
        (path, hash) -> {
          if (!hash.isEmpty()) {
            changed.add(path);
          }
        });
    return changed;
  }

  private static List<PublishedPage> pages(String path, Optional<byte[]> bytes)
      throws PublishException {
    List<Diagnostic> unreadable = new ArrayList<>();
    List<PublishedPage> pages =
        bytes
            .map(
                text ->
                    AnchorsFile.read(path, new String(text, StandardCharsets.UTF_8), unreadable))
            .orElse(List.of());
    if (!unreadable.isEmpty()) {
      throw new PublishException("at the target: " + unreadable.getFirst());
    }
    return pages;
  }

  /**
   * Stops a release in which something would not answer that answers now: its anchors.lock does not
   * know of what was published from elsewhere, or was lost. The lock is completed on the way.
   */
  private void requireAllAnswered(Earlier before) throws IOException {
    Map<String, PublishedPage> now = new LinkedHashMap<>();
    Map<String, List<PublishedPage>> old = new LinkedHashMap<>();
    for (String path : changedAnchors(before.manifest())) {
      for (PublishedPage page : pages(path, site.read(path))) {
        page.addresses().forEach(address -> now.put(address, page));
      }
      old.put(slug(path), told(path, pages(path, before.read(path))));
    }
    List<String> lost = new ArrayList<>();
    List<Path> completed = new ArrayList<>();
    for (Map.Entry<String, List<PublishedPage>> unit : old.entrySet()) {
      List<String> ofUnit =
          unit.getValue().stream()
              .map(page -> lost(page, now.get(page.address())))
              .flatMap(Optional::stream)
              .toList();
      if (!ofUnit.isEmpty()) {
        lost.addAll(ofUnit);
        review.locks().complete(unit.getKey(), unit.getValue()).ifPresent(completed::add);
      }
    }
    if (!completed.isEmpty()) {
      throw new PublishException(
          lost.getFirst()
              + (lost.size() > 1 ? ", and " + (lost.size() - 1) + " more pages" : "")
              + ": readers' links would break; "
              + config.root().relativize(completed.getFirst()).toString().replace('\\', '/')
              + (completed.size() > 1 ? " and " + (completed.size() - 1) + " more" : "")
              + " now knows what the target has: run annals build, then publish again");
    }
  }

  private Optional<String> lost(PublishedPage before, PublishedPage after) {
    String page = before.address() + "/index.html";
    if (after == null) {
      return site.manifest().entry(page).isPresent()
          ? Optional.empty()
          : Optional.of(page + " would be missing");
    }
    Set<String> ids = new TreeSet<>(before.ids());
    ids.removeAll(after.ids());
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            page
                + " would lose "
                + ids.size()
                + (ids.size() == 1 ? " anchor, " : " anchors, ")
                + ids.iterator().next());
  }
}
