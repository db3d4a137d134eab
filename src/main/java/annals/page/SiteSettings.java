package annals.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site says of itself.
 *
 * @param title its name, in the head of every page
 * @param description one sentence for the home page; may be empty
 * @param language the language of its pages and labels, such as {@code zh-CN}
 * @param publisher who answers for it; may be empty
 * @param footer a line for the foot of every page, such as an approval or a date; may be empty
 * @param baseUrl where the site's root will be, ending in {@code /}; the page for missing addresses
 *     needs it, for it is shown at any depth, and takes it for {@code /} if it is not said
 * @param kinds names of the site's own kinds of report, by kind
 * @param xlsx whether a workbook lies beside each follow-up
 */
public record SiteSettings(
    String title,
    String description,
    String language,
    String publisher,
    String footer,
    Optional<String> baseUrl,
    Map<String, String> kinds,
    boolean xlsx) {
  /** A site without workbooks. */
  public SiteSettings(
      String title,
      String description,
      String language,
      String publisher,
      String footer,
      Optional<String> baseUrl,
      Map<String, String> kinds) {
    this(title, description, language, publisher, footer, baseUrl, kinds, false);
  }

  public SiteSettings {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a site needs a title");
    }
    if (baseUrl.isPresent() && !baseUrl.get().endsWith("/")) {
      throw new IllegalArgumentException("a base URL ends in /: " + baseUrl.get());
    }
    kinds = java.util.Collections.unmodifiableMap(new TreeMap<>(kinds));
  }

  /** A site in Chinese with nothing but a title. */
  public static SiteSettings titled(String title) {
    return new SiteSettings(title, "", "zh-CN", "", "", Optional.empty(), Map.of());
  }
}
