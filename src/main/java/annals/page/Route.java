package annals.page;

import java.util.Objects;

/**
 * Where a file of the site lives.
 *
 * @param path relative to the site's root, with {@code /}, never beginning with one; ASCII
 */
public record Route(String path) implements Comparable<Route> {
  public Route {
    Objects.requireNonNull(path, "path");
    if (path.isEmpty() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
      throw new IllegalArgumentException("not a route: " + path);
    }
  }

  /**
   * The shortest relative link from the page at this route to another file, as it also works from
   * {@code file://}.
   */
  public String linkTo(Route target) {
    String other = target.path();
    int shared = 0;
    int same = Math.min(path.length(), other.length());
    for (int i = 0; i < same && path.charAt(i) == other.charAt(i); i++) {
      if (path.charAt(i) == '/') {
        shared = i + 1;
      }
    }
    int up = foldersFrom(shared);
    return up == 0 && shared == 0 ? other : "../".repeat(up) + other.substring(shared);
  }

  /**
   * The relative link from the page at this route to an anchor of another page; {@code #a} on the
   * page itself.
   */
  public String linkTo(Route target, String anchor) {
    return equals(target) ? "#" + anchor : linkTo(target) + "#" + anchor;
  }

  /**
   * The way from this page's folder up to the site's root: empty, {@code ../}, {@code ../../}, …
   */
  public String root() {
    return "../".repeat(foldersFrom(0));
  }

  /** How many folders the path goes through from an index on. */
  private int foldersFrom(int index) {
    int folders = 0;
    for (int at = path.indexOf('/', index); at >= 0; at = path.indexOf('/', at + 1)) {
      folders++;
    }
    return folders;
  }

  /** The folder it lies in, relative to the site's root; empty for the root itself. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** A file in the same folder. */
  public Route sibling(String name) {
    return new Route(path.substring(0, path.lastIndexOf('/') + 1) + name);
  }

  @Override
  public int compareTo(Route other) {
    return path.compareTo(other.path);
  }
}
