package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.Report;
import annals.report.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * The YAML between the two {@code ---} lines at the top of a report.
 *
 * @param header what it says; every field empty where there is no front matter
 * @param lines how many lines it takes, both fences included; 0 if there is none
 * @param bodyStart index of the first character behind it
 */
public record FrontMatter(Report.Header header, int lines, int bodyStart) {
  private static final Set<String> KEYS =
      Set.of("title", "unit", "year", "kind", "date", "source", "draft", "review");

  private static final Report.Header EMPTY =
      new Report.Header(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** Reads the front matter of a file; problems go to {@code diagnostics}. */
  public static FrontMatter read(String path, String text, List<Diagnostic> diagnostics) {
    if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
      return new FrontMatter(EMPTY, 0, 0);
    }
    int lineStart = text.indexOf('\n') + 1;
    int yamlStart = lineStart;
    int lines = 1;
    while (lineStart < text.length()) {
      int lineEnd = text.indexOf('\n', lineStart);
      int next = lineEnd < 0 ? text.length() : lineEnd + 1;
      lines++;
      if (text.substring(lineStart, next).strip().equals("---")) {
        String yaml = text.substring(yamlStart, lineStart);
        return new FrontMatter(header(path, yaml, diagnostics), lines, next);
      }
      lineStart = next;
    }
    diagnostics.add(
        Diagnostic.error(
            "front-matter-open",
            new Position(path, 1, 1),
            "front matter is not closed",
            "write a second line --- behind it"));
    return new FrontMatter(EMPTY, 0, 0);
  }

  private static Report.Header header(String path, String yaml, List<Diagnostic> diagnostics) {
    Object loaded;
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(path).setSchema(new JsonSchema()).build();
      loaded = new Load(settings).loadFromString(yaml);
    } catch (YamlEngineException e) {
      diagnostics.add(
          Diagnostic.error(
              "front-matter-yaml", position(path, e), "front matter is not YAML", reason(e)));
      return EMPTY;
    }
    if (loaded == null) {
      return EMPTY;
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      diagnostics.add(
          Diagnostic.error(
              "front-matter-yaml",
              new Position(path, 2, 1),
              "front matter is not a list of keys and values",
              "write lines such as title: …"));
      return EMPTY;
    }
    return new Fields(path, yaml, map, diagnostics).header();
  }

  private static Position position(String path, YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark();
      if (mark.isPresent()) {
        return new Position(path, mark.get().getLine() + 2, mark.get().getColumn() + 1);
      }
    }
    return new Position(path, 2, 1);
  }

  private static String reason(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked && marked.getProblem() != null
        ? marked.getProblem()
        : "check the YAML";
  }

  /** Reads the fields of one front matter, reporting every one that has the wrong form. */
  private record Fields(String path, String yaml, Map<?, ?> map, List<Diagnostic> diagnostics) {
    Report.Header header() {
      for (Object key : map.keySet()) {
        if (!KEYS.contains(String.valueOf(key))) {
          diagnostics.add(
              Diagnostic.warning(
                  "front-matter-key",
                  at(String.valueOf(key)),
                  "unknown key " + key,
                  "known are title, unit, year, kind, date, source, draft, review"));
        }
      }
      return new Report.Header(
          text("title").orElse(""),
          text("unit"),
          year(),
          text("kind").filter(this::isKind),
          text("date").filter(this::isDate),
          source(),
          draft());
    }

    private Optional<String> text(String key) {
      Object value = map.get(key);
      if (value == null) {
        return Optional.empty();
      }
      if (value instanceof Map || value instanceof List) {
        wrong(key, "one line of text");
        return Optional.empty();
      }
      return Optional.of(String.valueOf(value).strip()).filter(s -> !s.isEmpty());
    }

    private Optional<Integer> year() {
      Object value = map.get("year");
      if (value == null) {
        return Optional.empty();
      }
      if (value instanceof Integer year && year >= 1000 && year <= 9999) {
        return Optional.of(year);
      }
      wrong("year", "a year such as 2023");
      return Optional.empty();
    }

    private boolean isKind(String kind) {
      boolean fits = kind.matches("[a-z][a-z0-9-]*");
      if (!fits) {
        wrong("kind", "work, party, duty, government, or a lower-case word of your own");
      }
      return fits;
    }

    private boolean isDate(String date) {
      boolean fits = date.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
      if (!fits) {
        wrong("date", "a day such as 2023-12-28");
      }
      return fits;
    }

    private boolean draft() {
      Object value = map.get("draft");
      if (value == null || value instanceof Boolean) {
        return Boolean.TRUE.equals(value);
      }
      wrong("draft", "true or false");
      return true;
    }

    private Optional<Source> source() {
      Object value = map.get("source");
      if (value == null) {
        return Optional.empty();
      }
      if (value instanceof Map<?, ?> source
          && source.get("file") instanceof String file
          && source.get("sha256") instanceof String sha256
          && sha256.matches("[0-9a-f]{64}")) {
        return Optional.of(new Source(file, sha256));
      }
      wrong("source", "file and sha256 of the original");
      return Optional.empty();
    }

    private void wrong(String key, String expected) {
      diagnostics.add(
          Diagnostic.error(
              "front-matter-value", at(key), key + " cannot be read", "expected " + expected));
    }

    private Position at(String key) {
      int line = 2;
      for (String yamlLine : yaml.split("\n", -1)) {
        if (yamlLine.startsWith(key + ":")) {
          return new Position(path, line, 1);
        }
        line++;
      }
      return new Position(path, 2, 1);
    }
  }
}
