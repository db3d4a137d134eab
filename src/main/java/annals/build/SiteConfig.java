package annals.build;

import annals.compare.Similarity;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.ingest.CleaningRules;
import annals.lint.Lints;
import annals.lint.Severities;
import annals.markdown.YamlFields;
import annals.page.SiteSettings;
import annals.text.Decoding;
import annals.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What {@code annals.yaml} says; every key has a default, so that a folder with {@code content/}
 * alone builds.
 *
 * @param root the source folder
 * @param content the folder with one folder a unit
 * @param output where the site goes
 * @param theme the folder that overlays the default theme, if the site has one
 * @param kinds names of the site's own kinds of report, by kind
 * @param severities how much each kind of finding weighs
 * @param review the entries that every report's {@code review:} must have
 * @param xlsx whether a workbook lies beside each follow-up
 * @param similarity what plans and accounts are compared by, if the site says so
 * @param topics what units are compared by besides what their headings share
 * @param attach whether import copies originals beside the reports
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
    Severities severities,
    List<String> review,
    boolean xlsx,
    Optional<Similarity.Kind> similarity,
    List<Topics.Named> topics,
    boolean attach,
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
          "check",
          "review",
          "follow-up",
          "similarity",
          "topics",
          "import",
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
        fields.fields("check").map(SiteConfig::severities).orElse(Severities.USUAL),
        fields.fields("review").map(SiteConfig::review).orElse(List.of()),
        xlsx(fields),
        similarity(fields),
        fields.fields("topics").map(SiteConfig::topics).orElse(List.of()),
        attach(fields),
        PublishTarget.readAll(fields, root));
  }

  private static boolean attach(YamlFields fields) {
    Optional<YamlFields> ofImport = fields.fields("import");
    ofImport.ifPresent(of -> of.expectOnly(Set.of("attach")));
    return ofImport.map(of -> of.flag("attach")).orElse(false);
  }

  private static List<String> review(YamlFields review) {
    review.expectOnly(Set.of("required"));
    return review.texts("required");
  }

  private static Severities severities(YamlFields check) {
    check.expectOnly(Set.of("severity"));
    return Severities.read(check);
  }

  private static boolean xlsx(YamlFields fields) {
    Optional<YamlFields> followUp = fields.fields("follow-up");
    followUp.ifPresent(of -> of.expectOnly(Set.of("xlsx")));
    return followUp
        .filter(of -> of.keys().contains("xlsx"))
        .map(of -> of.flag("xlsx"))
        .orElse(true);
  }

  private static Optional<Similarity.Kind> similarity(YamlFields fields) {
    return fields
        .text("similarity", "lexical|semantic", "lexical or semantic")
        .map(word -> Similarity.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /** A topic without words is looked for by its name. */
  private static List<Topics.Named> topics(YamlFields topics) {
    List<Topics.Named> named = new ArrayList<>();
    for (String name : topics.keys()) {
      List<String> words = topics.texts(name).stream().map(String::strip).distinct().toList();
      if (words.stream().anyMatch(word -> word.length() < 2)) {
        topics.wrong(name, "words of two characters or more");
      } else if (words.isEmpty() && name.length() < 2) {
        topics.wrong(name, "a list of words, such as [乡村, 三农]");
      } else {
        named.add(new Topics.Named(name, words.isEmpty() ? List.of(name) : words));
      }
    }
    return named;
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
    return new SiteSettings(title, description, language, publisher, footer, baseUrl, kinds, xlsx);
  }

  /**
   * What is looked for in the reports.
   *
   * @param complete whether for everything, as a check does
   * @param diagnostics gets what is wrong with the site's cleaning rules
   */
  Lints lints(boolean complete, Diagnostics diagnostics) {
    Supplier<CleaningRules> rules =
        () -> {
          List<Diagnostic> found = new ArrayList<>();
          CleaningRules read = CleaningRules.ofSite(root, found);
          diagnostics.addAll(found);
          return read;
        };
    Predicate<String> exists = path -> Files.isRegularFile(root.resolve(path));
    return complete
        ? Lints.complete(severities, rules, exists)
        : Lints.ofBuild(severities, rules, exists);
  }

  /** The output folder as diagnostics name it. */
  public String outputName() {
    return (output.startsWith(root) ? root.relativize(output) : output)
        .toString()
        .replace('\\', '/');
  }

  /** The same site written elsewhere. */
  public SiteConfig withOutput(Path folder) {
    return with(folder, similarity);
  }

  /** The same site, its plans and accounts compared by something else. */
  public SiteConfig withSimilarity(Similarity.Kind kind) {
    return with(output, Optional.of(kind));
  }

  private SiteConfig with(Path folder, Optional<Similarity.Kind> kind) {
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
        severities,
        review,
        xlsx,
        kind,
        topics,
        attach,
        targets);
  }
}
