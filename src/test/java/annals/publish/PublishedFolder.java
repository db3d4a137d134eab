package annals.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What readers find, seen from behind. */
final class PublishedFolder {
  private PublishedFolder() {}

  /** Every file of a served folder by its hash, after comparing them all with its manifest. */
  static Map<String, String> whole(Path served) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Path root = served.toRealPath();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path file : (Iterable<Path>) paths::iterator) {
        String path = root.relativize(file).toString();
        if (Files.isRegularFile(file) && !path.startsWith(".annals-")) {
          try (InputStream in = Files.newInputStream(file)) {
            found.put(path, Hash.of(in));
          }
        }
      }
    }
    Map<String, String> listed = new TreeMap<>();
    try (InputStream in = Files.newInputStream(root.resolve(Manifest.PATH))) {
      Manifest.read(in).files().forEach(entry -> listed.put(entry.path(), entry.sha256()));
    }
    Map<String, String> withoutManifest = new TreeMap<>(found);
    withoutManifest.remove(Manifest.PATH);
    assertEquals(listed, withoutManifest);
    return found;
  }
}
