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
    boolean plain = !path.isEmpty() && path.chars().noneMatch(c -> c < ' ' || c == '\\');
    for (String segment : path.split("/", -1)) {
      plain &= !segment.isEmpty() && !segment.equals(".") && !segment.contains("..");
    }
    if (!plain) {
      throw new IllegalArgumentException("not a path inside the site: " + path);
    }
  }
}
