package annals.publish;

import annals.output.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  static Changes between(Optional<Manifest> before, Manifest after) {
    Map<String, Manifest.Entry> old = before.map(Changes::byPath).orElse(Map.of());
    Map<String, Manifest.Entry> now = byPath(after);
    List<Manifest.Entry> added = new ArrayList<>();
    List<Manifest.Entry> changed = new ArrayList<>();
    for (Manifest.Entry entry : after.files()) {
      Manifest.Entry earlier = old.get(entry.path());
      if (earlier == null) {
        added.add(entry);
      } else if (!earlier.equals(entry)) {
        changed.add(entry);
      }
    }
    List<Manifest.Entry> deleted =
        before.map(Manifest::files).orElse(List.of()).stream()
            .filter(entry -> !now.containsKey(entry.path()))
            .toList();
    return new Changes(
        added, changed, deleted, after.files().size() - added.size() - changed.size());
  }

  private static Map<String, Manifest.Entry> byPath(Manifest manifest) {
    return manifest.files().stream()
        .collect(Collectors.toMap(Manifest.Entry::path, Function.identity()));
  }

  /** Whether readers see the same site before and after. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && deleted.isEmpty();
  }
}
