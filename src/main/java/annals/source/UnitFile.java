package annals.source;

import annals.diagnostic.Diagnostic;
import annals.markdown.YamlFields;
import annals.report.NamedIndicator;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a {@code unit.yaml}; whatever is missing or wrong falls back to what the folder's name
 * gives.
 */
final class UnitFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "slug",
          "order",
          "group",
          "pinyin",
          "aliases",
          "names",
          "predecessors",
          "since",
          "until",
          "indicators");
  private static final Set<String> INDICATOR_KEYS =
      Set.of("name", "unit", "match", "change", "hidden");
  private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

  private UnitFile() {}

  /**
   * @param folder the unit's folder name
   * @param path the file's path for diagnostics
   * @param yaml its text; empty where there is no file
   */
  static UnitInfo read(String folder, String path, String yaml, List<Diagnostic> diagnostics) {
    YamlFields fields = YamlFields.load(path, yaml, 1, diagnostics);
    fields.expectOnly(KEYS);
    String name = fields.text("name").orElse(folder);
    return new UnitInfo(
        folder,
        name,
        fields
            .text("slug", SLUG, "lower-case ASCII letters, digits and single hyphens")
            .orElseGet(() -> Slugs.of(name)),
        fields.integer("order", "a whole number"),
        fields.text("group").orElse(""),
        fields.text("pinyin").orElse(""),
        fields.texts("aliases"),
        formerNames(fields),
        predecessors(fields),
        fields.integer("since", "a year"),
        fields.integer("until", "a year"),
        indicators(fields));
  }

  private static List<NamedIndicator> indicators(YamlFields fields) {
    List<NamedIndicator> indicators = new ArrayList<>();
    for (YamlFields entry : fields.entries("indicators")) {
      entry.expectOnly(INDICATOR_KEYS);
      Optional<String> name = entry.text("name");
      Optional<String> unit = entry.text("unit");
      List<String> match = entry.texts("match");
      if (name.isEmpty() || unit.isEmpty()) {
        entry.wrong(name.isEmpty() ? "name" : "unit", "{name: 发文, unit: 件, match: [印发文件]}");
      } else if (indicators.stream().anyMatch(other -> other.name().equals(name.get()))) {
        entry.wrong("name", "one that no other indicator has; put the words of both under match");
      } else {
        indicators.add(
            new NamedIndicator(
                name.get(),
                unit.get(),
                match.isEmpty() ? List.of(name.get()) : match,
                entry.flag("change"),
                entry.flag("hidden")));
      }
    }
    return indicators;
  }

  private static List<UnitInfo.FormerName> formerNames(YamlFields fields) {
    List<UnitInfo.FormerName> names = new ArrayList<>();
    for (YamlFields entry : fields.entries("names")) {
      Optional<String> name = entry.text("name");
      Optional<Integer> until = entry.integer("until", "a year");
      if (name.isPresent() && until.isPresent()) {
        names.add(new UnitInfo.FormerName(name.get(), until.get()));
      } else {
        fields.wrong("names", "entries {name: …, until: 2021}");
      }
    }
    return names;
  }

  private static List<UnitInfo.Predecessor> predecessors(YamlFields fields) {
    List<UnitInfo.Predecessor> predecessors = new ArrayList<>();
    for (YamlFields entry : fields.entries("predecessors")) {
      Optional<String> unit = entry.text("unit");
      Optional<Integer> year = entry.integer("year", "a year");
      if (unit.isPresent() && year.isPresent()) {
        predecessors.add(
            new UnitInfo.Predecessor(unit.get(), year.get(), entry.text("how").orElse("更名")));
      } else {
        fields.wrong("predecessors", "entries {unit: folder, year: 2022, how: 合并}");
      }
    }
    return predecessors;
  }
}
