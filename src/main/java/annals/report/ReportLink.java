package annals.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A link from one report to another, as authors write it: the relative path of the other's Markdown
 * file, with the anchor of a section or sentence if need be.
 *
 * @param path the other file, relative to the source folder, with {@code /}
 * @param anchor the id on its page; empty for the page as a whole
 */
public record ReportLink(String path, String anchor) {
  /**
   * Reads a link's target.
   *
   * @param from the file in which it stands, relative to the source folder
   * @return empty for a link that leaves the archive: {@code https:}, {@code mailto:}
   */
  public static Optional<ReportLink> of(String from, String target) {
    if (target.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") || target.startsWith("//")) {
      return Optional.empty();
    }
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    String anchor = hash < 0 ? "" : target.substring(hash + 1);
    return Optional.of(new ReportLink(path.isEmpty() ? from : resolve(from, path), anchor));
  }

  private static String resolve(String from, String path) {
    try {
      URI base = new URI(null, null, "/" + from, null);
      String resolved =
          base.resolve(new URI(null, null, decoded(path), null)).normalize().getPath();
      return resolved.startsWith("/") ? resolved.substring(1) : resolved;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return path;
    }
  }

  private static String decoded(String path) {
    return java.net.URLDecoder.decode(
        path.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
  }
}
