package annals.source;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a {@code unit.yaml}; whatever is missing or wrong falls back to what the folder's name gives. */
final class UnitFile {
  private static final Set<String> KEYS =
      Set.of(
          "name", "slug", "order", "group", "pinyin", "aliases", "names", "predecessors", "since",
          "until");

  private final String folder;
  private final String path;
  private final Map<?, ?> map;
  private final List<Diagnostic> diagnostics;

  private UnitFile(String folder, String path, Map<?, ?> map, List<Diagnostic> diagnostics) {
    this.folder = folder;
    this.path = path;
    this.map = map;
    this.diagnostics = diagnostics;
  }

  /**
   * @param folder the unit's folder name
   * @param path the file's path for diagnostics
   * @param yaml its text; empty where there is no file
   */
  static UnitInfo read(String folder, String path, String yaml, List<Diagnostic> diagnostics) {
    Map<?, ?> map = Map.of();
    try {
      Object loaded =
          new Load(LoadSettings.builder().setLabel(path).build()).loadFromString(yaml);
      if (loaded instanceof Map<?, ?> loadedMap) {
        map = loadedMap;
      } else if (loaded != null) {
        diagnostics.add(
            Diagnostic.error(
                "unit-yaml", Position.of(path), "not a list of keys and values", "name: …"));
      }
    } catch (YamlEngineException e) {
      diagnostics.add(
          Diagnostic.error("unit-yaml", Position.of(path), "not YAML", firstLine(e.getMessage())));
    }
    return new UnitFile(folder, path, map, diagnostics).info();
  }

  private UnitInfo info() {
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        diagnostics.add(
            Diagnostic.warning(
                "unit-yaml-key",
                Position.of(path),
                "unknown key " + key,
                "known are " + String.join(", ", KEYS.stream().sorted().toList())));
      }
    }
    String name = text("name").orElse(folder);
    return new UnitInfo(
        folder,
        name,
        slug(name),
        number("order"),
        text("group").orElse(""),
        text("pinyin").orElse(""),
        texts("aliases"),
        formerNames(),
        predecessors(),
        number("since"),
        number("until"));
  }

  private String slug(String name) {
    Optional<String> stated = text("slug");
    if (stated.isEmpty()) {
      return Slugs.of(name);
    }
    if (stated.get().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      return stated.get();
    }
    wrong("slug", "lower-case ASCII letters, digits and single hyphens");
    return Slugs.of(stated.get());
  }

  private List<UnitInfo.FormerName> formerNames() {
    List<UnitInfo.FormerName> names = new ArrayList<>();
    for (Object entry : list("names")) {
      if (entry instanceof Map<?, ?> former
          && former.get("name") instanceof String name
          && former.get("until") instanceof Integer until) {
        names.add(new UnitInfo.FormerName(name, until));
      } else {
        wrong("names", "entries {name: …, until: 2021}");
      }
    }
    return names;
  }

  private List<UnitInfo.Predecessor> predecessors() {
    List<UnitInfo.Predecessor> predecessors = new ArrayList<>();
    for (Object entry : list("predecessors")) {
      if (entry instanceof Map<?, ?> predecessor
          && predecessor.get("unit") instanceof String unit
          && predecessor.get("year") instanceof Integer year) {
        Object how = predecessor.get("how");
        predecessors.add(
            new UnitInfo.Predecessor(unit, year, how == null ? "更名" : String.valueOf(how)));
      } else {
        wrong("predecessors", "entries {unit: folder, year: 2022, how: 合并}");
      }
    }
    return predecessors;
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

  private List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(map.get(key))
        .map(String::valueOf)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private Optional<Integer> number(String key) {
    Object value = map.get(key);
    if (value == null || value instanceof Integer) {
      return Optional.ofNullable((Integer) value);
    }
    wrong(key, "a whole number");
    return Optional.empty();
  }

  private void wrong(String key, String expected) {
    diagnostics.add(
        Diagnostic.error(
            "unit-yaml-value",
            Position.of(path),
            key + " cannot be read",
            "expected " + expected));
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
