package annals.build;

import annals.diagnostic.Diagnostic;
import annals.markdown.YamlFields;
import annals.page.SiteSettings;
import annals.text.Decoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code annals.yaml} says; every key has a default, so that a folder with {@code content/}
 * alone builds.
 *
 * @param root the source folder
 * @param content the folder with one folder a unit
 * @param output where the site goes
 * @param theme the folder that overlays the default theme, if the site has one
 * @param kinds names of the site's own kinds of report, by kind
 * @param targets where the site is published
 */
public record SiteConfig(
    Path root,
    String title,
    String description,
    String language,
    String publisher,
    String footer,
    Optional<String> baseUrl,
    Map<String, String> kinds,
    Path content,
    Path output,
    Optional<Path> theme,
    List<PublishTarget> targets) {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "description",
          "language",
          "publisher",
          "footer",
          "base-url",
          "kinds",
          "content",
          "output",
          "theme",
          "publish");

  /** The name of the file in the source folder. */
  public static final String FILE = "annals.yaml";

  /**
   * Reads the configuration of a source folder.
   *
   * @throws UncheckedIOException if the file is there and cannot be read
   */
  public static SiteConfig read(Path root, List<Diagnostic> diagnostics) {
    YamlFields fields = YamlFields.load(FILE, text(root.resolve(FILE)), 1, diagnostics);
    fields.expectOnly(KEYS);
    String theme = fields.text("theme").orElse("default");
    return new SiteConfig(
        root,
        fields.text("title").orElse("年度报告档案"),
        fields.text("description").orElse(""),
        fields.text("language", "zh-CN|en", "zh-CN or en").orElse("zh-CN"),
        fields.text("publisher").orElse(""),
        fields.text("footer").orElse(""),
        fields.text("base-url", "https?://.*/|/.*/|/", "an address that ends in /"),
        fields.fields("kinds").map(YamlFields::all).orElse(Map.of()),
        root.resolve(fields.text("content").orElse("content")),
        root.resolve(fields.text("output").orElse("site")),
        Optional.of(root.resolve("themes").resolve(theme))
            .filter(folder -> isTheme(folder, theme, fields)),
        PublishTarget.readAll(fields, root));
  }

  private static boolean isTheme(Path folder, String theme, YamlFields fields) {
    if (Files.isDirectory(folder)) {
      return true;
    }
    if (!theme.equals("default")) {
      fields.wrong("theme", "the name of a folder in themes/");
    }
    return false;
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Decoding.decode(Files.readAllBytes(file)).text() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the pages need to know of the site. */
  SiteSettings settings() {
    return new SiteSettings(title, description, language, publisher, footer, baseUrl, kinds);
  }

  /** The output folder as diagnostics name it. */
  public String outputName() {
    return (output.startsWith(root) ? root.relativize(output) : output)
        .toString()
        .replace('\\', '/');
  }

  /** The same site written elsewhere. */
  public SiteConfig withOutput(Path folder) {
    return new SiteConfig(
        root,
        title,
        description,
        language,
        publisher,
        footer,
        baseUrl,
        kinds,
        content,
        folder,
        theme,
        targets);
  }
}
