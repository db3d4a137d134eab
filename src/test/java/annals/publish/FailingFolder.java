package annals.publish;

import annals.output.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A target that does so many changes, half of one write, and then nothing at all any more. */
final class FailingFolder implements RemoteFolder {
  private final RemoteFolder whole;
  private final AtomicInteger left;
  private final String reason;

  FailingFolder(RemoteFolder whole, int changes, String reason) {
    this.whole = whole;
    this.left = new AtomicInteger(changes);
    this.reason = reason;
  }

  boolean hasFailed() {
    return left.get() < 0;
  }

  private void change() throws IOException {
    if (left.getAndDecrement() <= 0) {
      left.set(-1);
      throw new IOException(reason);
    }
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public void createRoot() throws IOException {
    whole.createRoot();
  }

  @Override
  public Optional<Entry> stat(String path) throws IOException {
    return whole.stat(path);
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return whole.list(folder);
  }

  @Override
  public InputStream read(String path) throws IOException {
    return whole.read(path);
  }

  @Override
  public void write(String path, Content content) throws IOException {
    if (left.get() == 0) {
      try (InputStream in = content.open()) {
        byte[] bytes = in.readAllBytes();
        whole.write(path, () -> new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2)));
      }
    }
    change();
    whole.write(path, content);
  }

  @Override
  public void createFolder(String path) throws IOException {
    change();
    whole.createFolder(path);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    change();
    whole.rename(from, to);
  }

  @Override
  public boolean link(String existing, String path) throws IOException {
    change();
    return whole.link(existing, path);
  }

  @Override
  public void symlink(String path, String to) throws IOException {
    change();
    whole.symlink(path, to);
  }

  @Override
  public String readLink(String path) throws IOException {
    return whole.readLink(path);
  }

  @Override
  public void delete(String path) throws IOException {
    change();
    whole.delete(path);
  }

  @Override
  public Optional<Map<String, String>> hashes(String folder) throws IOException {
    return whole.hashes(folder);
  }

  @Override
  public Optional<Map<String, String>> hashes(String folder, List<String> paths)
      throws IOException {
    return whole.hashes(folder, paths);
  }

  @Override
  public Optional<RemoteTree> tree(String folder) throws IOException {
    return whole.tree(folder);
  }

  @Override
  public boolean isJust(String folder, Manifest files) throws IOException {
    return whole.isJust(folder, files);
  }

  @Override
  public boolean linkTree(String existing, String folder) throws IOException {
    change();
    return whole.linkTree(existing, folder);
  }

  @Override
  public boolean deleteTree(String folder) throws IOException {
    change();
    return whole.deleteTree(folder);
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }
}
