package annals.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Files beside the site's own that servers hand out to browsers which can unpack them: {@code
 * index.html.gz} beside {@code index.html}. The same bytes give the same bytes.
 */
final class Compression {
  private static final String SUFFIX = ".gz";
  private static final Set<String> ENDINGS =
      Set.of("html", "css", "js", "json", "csv", "txt", "atom", "svg", "xml");

  /** Smaller ones fit into one packet as they are. */
  private static final int SMALLEST = 1024;

  private static final int LONGEST_NAME = 255;

  private Compression() {}

  /** Whether a file has a compressed one beside it. */
  static boolean isFor(String path, long size) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int bytes = name.getBytes(StandardCharsets.UTF_8).length + SUFFIX.length();
    return size >= SMALLEST
        && bytes <= LONGEST_NAME
        && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  static String pathFor(String path) {
    return path + SUFFIX;
  }

  /** Whether a path is that of the compressed form of another file. */
  static boolean isOf(String path, Predicate<String> files) {
    return path.endsWith(SUFFIX) && files.test(path.substring(0, path.length() - SUFFIX.length()));
  }

  static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (OutputStream zip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
