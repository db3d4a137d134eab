package annals.publish;

import annals.output.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The site as one zip file, for a USB stick: the folder {@code site/}, opened by a double click on
 * its {@code index.html}, and {@code SHA256SUMS} for {@code sha256sum -c}. The same site gives the
 * same bytes.
 */
public final class Bundle {
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String FOLDER = "site/";

  private Bundle() {}

  /**
   * Writes the file, unless what stands there is a bundle of the same site.
   *
   * @param notes told of the bundle that stands there as what readers have seen until now
   */
  public static PublishResult publish(BuiltSite site, Path file, ReleaseNotes notes)
      throws IOException {
    Optional<ReleaseNotes.Earlier> before = earlier(file);
    Changes changes = Changes.between(before.map(ReleaseNotes.Earlier::manifest), site.manifest());
    if (before.isPresent() && changes.isEmpty()) {
      return new PublishResult(Optional.empty(), changes, 0, 0, List.of());
    }
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String id = ReleaseLayout.id(time, site);
    BuiltSite whole = site.with(notes.files(id, time, changes, before));
    write(whole, file);
    return new PublishResult(
        Optional.of(id), changes, whole.files().size(), Files.size(file), List.of());
  }

  private static Optional<ReleaseNotes.Earlier> earlier(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<String, byte[]> records = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : zip.stream().filter(e -> isRecord(e.getName())).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          records.put(entry.getName().substring(FOLDER.length()), in.readAllBytes());
        }
      }
      byte[] manifest = records.get(Manifest.PATH);
      if (manifest == null) {
        throw new ZipException("no manifest");
      }
      return Optional.of(
          new InMemory(Manifest.read(new ByteArrayInputStream(manifest)), Map.copyOf(records)));
    } catch (ZipException e) {
      throw new PublishException(
          file + ": is there, and no bundle of a site; move it away or name another file", e);
    }
  }

  /** What the next bundle is compared by. */
  private static boolean isRecord(String name) {
    return name.startsWith(FOLDER)
        && (name.endsWith(".json") || name.endsWith("/anchors.txt"))
        && !name.contains("/follow-up/");
  }

  private record InMemory(Manifest manifest, Map<String, byte[]> files)
      implements ReleaseNotes.Earlier {
    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path));
    }
  }

  /** Writes the file, in place of one that stands there only when it is whole. */
  static void write(BuiltSite site, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part);
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        zip.setLevel(Deflater.BEST_COMPRESSION);
        StringBuilder sums = new StringBuilder();
        List<Manifest.Entry> files =
            site.files().stream().sorted(Comparator.comparing(Manifest.Entry::path)).toList();
        for (Manifest.Entry entry : files) {
          begin(zip, FOLDER + entry.path());
          try (InputStream in = site.open(entry)) {
            in.transferTo(zip);
          }
          zip.closeEntry();
          sums.append(entry.sha256()).append("  " + FOLDER).append(entry.path()).append('\n');
        }
        begin(zip, "SHA256SUMS");
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void begin(ZipOutputStream zip, String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }
}
