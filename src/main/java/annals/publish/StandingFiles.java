package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of a published site, each believed only where its hash is as its manifest says. */
final class StandingFiles implements ReleaseNotes.Earlier {
  private final RemoteFolder remote;
  private final String folder;
  private final Manifest manifest;

  /**
   * @param folder where at the target they stand; empty for the target itself
   */
  StandingFiles(RemoteFolder remote, String folder, Manifest manifest) {
    this.remote = remote;
    this.folder = folder;
    this.manifest = manifest;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    Optional<Manifest.Entry> entry = manifest.entry(path);
    String place = RemoteTree.join(folder, path);
    if (entry.isEmpty() || remote.stat(place).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = remote.read(place)) {
      byte[] bytes = in.readAllBytes();
      return Optional.of(bytes).filter(found -> Hash.of(found).equals(entry.get().sha256()));
    }
  }
}
