package annals.publish;

import annals.output.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Manifest.Entry> old = before.map(Changes::ofSite).orElse(Map.of());
    Map<String, Manifest.Entry> now = ofSite(after);
    List<Manifest.Entry> added = new ArrayList<>();
    List<Manifest.Entry> changed = new ArrayList<>();
    for (Manifest.Entry entry : now.values()) {
      Manifest.Entry earlier = old.get(entry.path());
      if (earlier == null) {
        added.add(entry);
      } else if (!earlier.equals(entry)) {
        changed.add(entry);
      }
    }
    List<Manifest.Entry> deleted =
        old.values().stream().filter(entry -> !now.containsKey(entry.path())).toList();
    return new Changes(added, changed, deleted, now.size() - added.size() - changed.size());
  }

  private static Map<String, Manifest.Entry> ofSite(Manifest manifest) {
    Map<String, Manifest.Entry> files = new LinkedHashMap<>();
    manifest.files().stream()
        .filter(entry -> !entry.path().startsWith(ReleaseNotes.FOLDER))
        .forEach(entry -> files.put(entry.path(), entry));
    files.keySet().removeIf(path -> Compression.isOf(path, files::containsKey));
    return files;
  }

  /** Whether readers see the same site before and after. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && deleted.isEmpty();
  }
}
