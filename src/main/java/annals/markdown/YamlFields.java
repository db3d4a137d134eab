package annals.markdown;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The keys and values of a small YAML document, read one by one. A value of the wrong form is an
 * error in the diagnostics and counts as absent.
 */
public final class YamlFields {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(1 << 20).build();

  private final String path;
  private final String yaml;
  private final int firstLine;
  private final Optional<Position> parent;
  private final Map<?, ?> map;
  private final List<Diagnostic> diagnostics;

  private YamlFields(
      String path,
      String yaml,
      int firstLine,
      Optional<Position> parent,
      Map<?, ?> map,
      List<Diagnostic> diagnostics) {
    this.path = path;
    this.yaml = yaml;
    this.firstLine = firstLine;
    this.parent = parent;
    this.map = map;
    this.diagnostics = diagnostics;
  }

  /**
   * Loads a document; one that is not YAML, or not a list of keys and values, is an error and reads
   * as empty.
   *
   * @param firstLine the 1-based line of the file on which the YAML begins
   */
  public static YamlFields load(
      String path, String yaml, int firstLine, List<Diagnostic> diagnostics) {
    Map<?, ?> map = Map.of();
    try {
      Object loaded = new Load(SETTINGS).loadFromString(yaml);
      if (loaded instanceof Map<?, ?> fields) {
        map = fields;
      } else if (loaded != null) {
        diagnostics.add(
            Diagnostic.error(
                "yaml",
                new Position(path, firstLine, 1),
                "not a list of keys and values",
                "write lines such as title: …"));
      }
    } catch (YamlEngineException e) {
      diagnostics.add(
          Diagnostic.error("yaml", position(path, firstLine, e), "this is not YAML", reason(e)));
    }
    return new YamlFields(path, yaml, firstLine, Optional.empty(), map, diagnostics);
  }

  private static Position position(String path, int firstLine, YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      return new Position(path, mark.getLine() + firstLine, mark.getColumn() + 1);
    }
    return new Position(path, firstLine, 1);
  }

  private static String reason(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked && marked.getProblem() != null
        ? marked.getProblem()
        : String.valueOf(e.getMessage()).lines().findFirst().orElse("check the YAML");
  }

  /** Warns about every key that is none of these. */
  public void expectOnly(Set<String> known) {
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        diagnostics.add(
            Diagnostic.warning(
                "yaml-key",
                at(String.valueOf(key)),
                "unknown key " + key,
                "known are " + String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  /** The stripped text of a value; empty if absent or blank. */
  public Optional<String> text(String key) {
    Object value = map.get(key);
    if (value instanceof Map || value instanceof List) {
      wrong(key, "one line of text");
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(v -> String.valueOf(v).strip()).filter(s -> !s.isEmpty());
  }

  /** A text of a certain form. */
  public Optional<String> text(String key, String pattern, String expected) {
    return text(key, Pattern.compile(pattern), expected);
  }

  /** The same for a form that is asked for often. */
  public Optional<String> text(String key, Pattern pattern, String expected) {
    Optional<String> text = text(key);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      wrong(key, expected);
      return Optional.empty();
    }
    return text;
  }

  public Optional<Integer> integer(String key, String expected) {
    Object value = map.get(key);
    if (value == null || value instanceof Integer) {
      return Optional.ofNullable((Integer) value);
    }
    wrong(key, expected);
    return Optional.empty();
  }

  /**
   * A yes or no; what cannot be read counts as yes, for the keys that have it hold something back.
   */
  public boolean flag(String key) {
    Object value = map.get(key);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    wrong(key, "true or false");
    return true;
  }

  public List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  /** The entries of a list of maps. */
  public List<YamlFields> entries(String key) {
    List<YamlFields> entries = new ArrayList<>();
    int number = 0;
    for (Object entry : list(key)) {
      Position place = item(at(key), number++);
      if (entry instanceof Map<?, ?> inner) {
        entries.add(new YamlFields(path, yaml, firstLine, Optional.of(place), inner, diagnostics));
      } else {
        diagnostics.add(
            Diagnostic.error(
                "yaml-value", place, key + " cannot be read", "expected entries {key: value}"));
      }
    }
    return List.copyOf(entries);
  }

  /** Where an item of a list stands, if each begins a line of its own; else where the list does. */
  private Position item(Position list, int number) {
    String[] lines = yaml.split("\n", -1);
    int indent = -1;
    int found = 0;
    for (int i = list.line() - firstLine + 1; i < lines.length; i++) {
      int column = lines[i].length() - lines[i].stripLeading().length();
      if (lines[i].startsWith("-", column) && (indent < 0 || column == indent)) {
        indent = column;
        if (found++ == number) {
          return new Position(path, firstLine + i, column + 1);
        }
      } else if (!lines[i].isBlank() && column < list.column()) {
        break;
      }
    }
    return list;
  }

  /** A map inside this one; empty if absent. */
  public Optional<YamlFields> fields(String key) {
    Object value = map.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> inner) {
      return Optional.of(inside(key, inner));
    }
    wrong(key, "keys and values");
    return Optional.empty();
  }

  private YamlFields inside(String key, Map<?, ?> inner) {
    return new YamlFields(path, yaml, firstLine, Optional.of(at(key)), inner, diagnostics);
  }

  /** Reports something about a key's value that forms alone cannot tell. */
  public void error(String key, String code, String what, String hint) {
    diagnostics.add(Diagnostic.error(code, at(key), what, hint));
  }

  /** All keys, in the order of the document. */
  public List<String> keys() {
    return map.keySet().stream().map(String::valueOf).toList();
  }

  /** All values as text, by key. */
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    map.forEach((key, value) -> all.put(String.valueOf(key), String.valueOf(value)));
    return all;
  }

  private List<?> list(String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    wrong(key, "a list");
    return List.of();
  }

  /** Reports that a value has not the form it should have. */
  public void wrong(String key, String expected) {
    diagnostics.add(
        Diagnostic.error("yaml-value", at(key), key + " cannot be read", "expected " + expected));
  }

  /**
   * Where a key stands, found by its text; a key inside another is looked for below that one, and
   * if it is not found (as in a list or in braces) that one's place is given.
   */
  public Position at(String key) {
    int after = parent.map(Position::line).orElse(0);
    int line = firstLine;
    for (String yamlLine : yaml.split("\n", -1)) {
      int column = parent.isEmpty() ? 0 : yamlLine.length() - yamlLine.stripLeading().length();
      boolean isInside = parent.isEmpty() || column >= parent.get().column();
      if (line > after && !isInside && !yamlLine.isBlank()) {
        break;
      }
      if (line > after && yamlLine.startsWith(key + ":", column)) {
        return new Position(path, line, column + 1);
      }
      line++;
    }
    return parent.orElse(new Position(path, firstLine, 1));
  }
}
