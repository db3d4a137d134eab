package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a published site, each believed only where its hash is as its manifest says. */
final class StandingFiles implements ReleaseNotes.Earlier {
  private final RemoteFolder remote;
  private final String folder;
  private final Manifest manifest;
  private final Map<String, Manifest.Entry> entries = new HashMap<>();

  /**
   * @param folder where at the target they stand; empty for the target itself
   */
  StandingFiles(RemoteFolder remote, String folder, Manifest manifest) {
    this.remote = remote;
    this.folder = folder;
    this.manifest = manifest;
    manifest.files().forEach(entry -> entries.put(entry.path(), entry));
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    Manifest.Entry entry = entries.get(path);
    String place = RemoteTree.join(folder, path);
    if (entry == null || remote.stat(place).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = remote.read(place)) {
      byte[] bytes = in.readAllBytes();
      return Optional.of(bytes).filter(found -> Hash.of(found).equals(entry.sha256()));
    }
  }
}
