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
   * The relative link from the page at this route to another file, as it also works from {@code
   * file://}.
   */
  public String linkTo(Route target) {
    return root() + target.path();
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
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
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
