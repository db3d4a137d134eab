package annals.publish;

import annals.output.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a new site changes for readers, each list by path.
 *
 * @param unchanged how many files stay as they are
 */
public record Changes(
    List<Manifest.Entry> added,
    List<Manifest.Entry> changed,
    List<Manifest.Entry> deleted,
    int unchanged) {
  /** What releases say of themselves is left out: it is another in each. */
  static Changes between(Optional<Manifest> before, Manifest after) {
    List<Manifest.Entry> old = before.map(Changes::ofSite).orElse(List.of());
    List<Manifest.Entry> now = ofSite(after);
    List<Manifest.Entry> added = new ArrayList<>();
    List<Manifest.Entry> changed = new ArrayList<>();
    List<Manifest.Entry> deleted = new ArrayList<>();
    int next = 0;
    for (Manifest.Entry entry : now) {
      while (next < old.size() && old.get(next).path().compareTo(entry.path()) < 0) {
        deleted.add(old.get(next++));
      }
      if (next == old.size() || !old.get(next).path().equals(entry.path())) {
        added.add(entry);
      } else if (!old.get(next++).equals(entry)) {
        changed.add(entry);
      }
    }
    deleted.addAll(old.subList(next, old.size()));
    return new Changes(added, changed, deleted, now.size() - added.size() - changed.size());
  }

  /** By path. */
  private static List<Manifest.Entry> ofSite(Manifest manifest) {
    return manifest.files().stream()
        .filter(entry -> !entry.path().startsWith(ReleaseNotes.FOLDER))
        .filter(entry -> !Compression.isOf(entry.path(), path -> manifest.entry(path).isPresent()))
        .toList();
  }

  /** Whether readers see the same site before and after. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && deleted.isEmpty();
  }
}
