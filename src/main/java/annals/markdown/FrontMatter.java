package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.Report;
import annals.report.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The YAML between the two {@code ---} lines at the top of a report.
 *
 * @param header what it says; every field empty where there is no front matter
 * @param review who read the report before publication, by the step as the site calls it
 * @param ignore reasons why findings of a code are in order in this file, by code
 * @param lines how many lines it takes, both fences included; 0 if there is none
 * @param bodyStart index of the first character behind it
 */
public record FrontMatter(
    Report.Header header,
    Map<String, String> review,
    Map<String, String> ignore,
    int lines,
    int bodyStart) {
  private static final Set<String> KEYS =
      Set.of(
          "title", "unit", "year", "kind", "date", "source", "attach", "draft", "review", "ignore");
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern PLAIN_NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]+");
  private static final Pattern DAY =
      Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Where front matter stands: its lines with both fences, the YAML between them, the body behind.
   */
  record Fence(int lines, int yamlStart, int yamlEnd, int bodyStart) {
    private static final Fence NONE = new Fence(0, 0, 0, 0);

    /** The fence at the top of a text; no lines if there is none; empty if it is not closed. */
    static Optional<Fence> of(String text) {
      if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
        return Optional.of(NONE);
      }
      int yamlStart = text.indexOf('\n') + 1;
      int lineStart = yamlStart;
      int lines = 1;
      while (lineStart < text.length()) {
        int lineEnd = text.indexOf('\n', lineStart);
        int next = lineEnd < 0 ? text.length() : lineEnd + 1;
        lines++;
        if (text.substring(lineStart, next).strip().equals("---")) {
          return Optional.of(new Fence(lines, yamlStart, lineStart, next));
        }
        lineStart = next;
      }
      return Optional.empty();
    }
  }

  /** Reads the front matter of a file; problems go to {@code diagnostics}. */
  public static FrontMatter read(String path, String text, List<Diagnostic> diagnostics) {
    Optional<Fence> closed = Fence.of(text);
    if (closed.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
              "front-matter-open",
              new Position(path, 1, 1),
              "front matter is not closed",
              "write a second line --- behind it"));
    }
    Fence fence = closed.orElse(Fence.NONE);
    String yaml = text.substring(fence.yamlStart(), fence.yamlEnd());
    YamlFields fields = YamlFields.load(path, yaml, 2, diagnostics);
    return new FrontMatter(
        header(fields),
        texts(fields, "review"),
        texts(fields, "ignore"),
        fence.lines(),
        fence.bodyStart());
  }

  /** What stands behind the front matter; the whole text if that is missing or not closed. */
  public static String body(String text) {
    return text.substring(Fence.of(text).orElse(Fence.NONE).bodyStart());
  }

  /** Whether a text begins with front matter that ends in it. */
  public static boolean isClosed(String text) {
    return Fence.of(text).filter(fence -> fence.lines() > 0).isPresent();
  }

  private static Report.Header header(YamlFields fields) {
    fields.expectOnly(KEYS);
    return new Report.Header(
        fields.text("title").orElse(""),
        fields.text("unit"),
        fields.integer("year", "a year such as 2023").filter(y -> isYear(fields, y)),
        fields.text(
            "kind", KIND, "work, party, duty, government, or a lower-case word of your own"),
        fields.text("date", DAY, "a day such as 2023-12-28"),
        source(fields),
        fields.flag("draft"));
  }

  /** The values by key; empty where a key says nothing. */
  private static Map<String, String> texts(YamlFields fields, String key) {
    Map<String, String> texts = new TreeMap<>();
    fields
        .fields(key)
        .ifPresent(
            inner -> inner.all().keySet().forEach(k -> texts.put(k, inner.text(k).orElse(""))));
    return Map.copyOf(texts);
  }

  private static boolean isYear(YamlFields fields, int year) {
    boolean fits = year >= 1000 && year <= 9999;
    if (!fits) {
      fields.wrong("year", "a year such as 2023");
    }
    return fits;
  }

  private static Optional<Source> source(YamlFields fields) {
    Optional<Source> source = fields.fields("source").flatMap(FrontMatter::sourceFile);
    if (!fields.flag("attach")) {
      return source;
    }
    if (source.isEmpty() || !PLAIN_NAME.matcher(source.get().file()).matches()) {
      fields.wrong("attach", "a source: with file (its name without folders) and sha256 beside it");
      return source;
    }
    return Optional.of(new Source(source.get().file(), source.get().sha256(), true));
  }

  private static Optional<Source> sourceFile(YamlFields fields) {
    Optional<String> file = fields.text("file");
    Optional<String> sha256 = fields.text("sha256", SHA256, "64 lower-case hexadecimal digits");
    if (file.isEmpty() || sha256.isEmpty()) {
      fields.wrong("source", "file and sha256 of the original");
      return Optional.empty();
    }
    return Optional.of(new Source(file.get(), sha256.get()));
  }
}
