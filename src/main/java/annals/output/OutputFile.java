package annals.output;

import java.util.Objects;

/**
 * A finished file of the site. The bytes belong to the record from then on.
 *
 * @param path relative to the site's root, with {@code /}
 */
public record OutputFile(String path, byte[] bytes) {
  public OutputFile {
    Objects.requireNonNull(bytes, "bytes");
    if (path.isEmpty() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
      throw new IllegalArgumentException("not a path inside the site: " + path);
    }
  }
}
