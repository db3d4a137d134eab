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
    requireInside(path);
  }

  /**
   * Refuses every path that is not the plain name of a file below the site's root: empty, absolute,
   * with {@code .}, {@code ..} or empty segments, with backslashes or control characters.
   */
  static void requireInside(String path) {
    boolean plain = !path.contains("..");
    int segment = 0;
    for (int i = 0; i <= path.length() && plain; i++) {
      char c = i < path.length() ? path.charAt(i) : '/';
      if (c == '/') {
        plain = i > segment && !(i == segment + 1 && path.charAt(segment) == '.');
        segment = i + 1;
      } else {
        plain = c >= ' ' && c != '\\';
      }
    }
    if (!plain) {
      throw new IllegalArgumentException("not a path inside the site: " + path);
    }
  }
}
