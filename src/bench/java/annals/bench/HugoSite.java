package annals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The same reports as a site for Hugo, with the smallest theme that makes a page for each report,
 * each unit and each year, and no index.
 */
final class HugoSite {
  private static final Map<String, String> THEME =
      Map.of(
          "hugo.toml",
          """
          baseURL = "/"
          title = "年度报告档案"
          languageCode = "zh-CN"
          relativeURLs = true
          disableKinds = ["RSS", "sitemap", "robotsTXT", "404", "taxonomy"]
          ignoreErrors = ["error-disable-taxonomy"]
          [taxonomies]
          year = "years"
          """,
          "layouts/_default/baseof.html",
          """
          <!DOCTYPE html>
          <html lang="zh-CN">
          <head><meta charset="utf-8"><title>{{ .Title }}</title></head>
          <body>
          <main>
          <h1>{{ .Title }}</h1>
          {{ block "main" . }}{{ end }}
          </main>
          </body>
          </html>
          """,
          "layouts/_default/single.html",
          """
          {{ define "main" }}<nav>{{ .TableOfContents }}</nav>
          {{ .Content }}{{ end }}
          """,
          "layouts/_default/list.html",
          """
          {{ define "main" }}<ul>
          {{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
          {{ end }}</ul>{{ end }}
          """);

  private static final String BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, summary";

  private HugoSite() {}

  /** Makes the site from the {@code content/} of an archive of Annals. */
  static void write(Path archive, Path site) throws IOException {
    for (var file : THEME.entrySet()) {
      put(site.resolve(file.getKey()), file.getValue());
    }
    try (Stream<Path> units = Files.list(archive.resolve("content"))) {
      for (Path unit : units.sorted().toList()) {
        writeUnit(unit, site.resolve("content/units").resolve(unit.getFileName().toString()));
      }
    }
  }

  /**
   * Makes the site from a built site of Annals: a page for every page there, with the same visible text as Markdown, so
   * that Hugo makes the same pages.
   */
  static void writeSamePages(Path built, Path site) throws IOException {
    for (var file : THEME.entrySet()) {
      put(
          site.resolve(file.getKey()),
          file.getValue().replace("\"taxonomy\"", "\"taxonomy\", \"term\", \"section\", \"home\""));
    }
    try (Stream<Path> walk = Files.walk(built)) {
      for (Path page : walk.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        String name = built.relativize(page).toString().replaceFirst("(/?index)?\\.html$", "");
        put(site.resolve("content/" + (name.isEmpty() ? "home" : name) + ".md"), asMarkdown(page));
      }
    }
  }

  private static String asMarkdown(Path page) throws IOException {
    Document document = Jsoup.parse(page);
    StringBuilder text = new StringBuilder("---\ntitle: '");
    text.append(document.title().replace("'", "")).append("'\n---\n");
    for (Element block : document.select("main").select(BLOCKS)) {
      String line = block.text();
      if (block.select(BLOCKS).size() == 1 && !line.isBlank()) {
        boolean heading = block.normalName().matches("h[1-6]");
        text.append(heading ? "\n## " : "\n").append(line).append('\n');
      }
    }
    return text.toString();
  }

  private static void writeUnit(Path unit, Path folder) throws IOException {
    String name =
        Files.readAllLines(unit.resolve("unit.yaml")).getFirst().replaceFirst("^name: ", "");
    put(folder.resolve("_index.md"), "---\ntitle: " + name + "\n---\n");
    try (Stream<Path> reports = Files.list(unit)) {
      List<Path> files = reports.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      for (Path report : files) {
        put(
            folder.resolve(report.getFileName().toString()),
            Files.readString(report).replaceFirst("\nyear: (\\d+)\nkind: work\n", "\nyears: [\"$1\"]\n"));
      }
    }
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
