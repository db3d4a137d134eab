package annals.publish;

import annals.output.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
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

  /** Writes the file, in place of one that stands there only when it is whole. */
  public static void write(BuiltSite site, Path file) throws IOException {
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
