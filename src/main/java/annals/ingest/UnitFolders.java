package annals.ingest;

import annals.report.UnitInfo;
import annals.source.Slugs;
import annals.text.Spaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which folder of the content a unit has, and what the {@code unit.yaml} of a new one says. */
final class UnitFolders {
  private static final int LONGEST = 60;
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]+");
  private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  private static final Pattern GOVERNMENT =
      Pattern.compile("(?<place>.{1,20}[省市区县州旗乡镇])(?:人民)?政府$");

  private final Path content;
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> governments = new HashMap<>();
  private final Map<String, String> slugs = new HashMap<>();

  /**
   * @param existing the units that the content folder holds
   */
  UnitFolders(Path content, List<UnitInfo> existing) {
    this.content = content;
    for (UnitInfo unit : existing) {
      slugs.put(unit.slug(), unit.folder());
      unit.aliases().forEach(alias -> byName.merge(alias, unit.folder(), (a, b) -> ""));
      unit.formerNames().forEach(f -> byName.merge(f.name(), unit.folder(), (a, b) -> ""));
    }
    for (UnitInfo unit : existing) {
      byName.put(unit.name(), unit.folder());
      byName.put(unit.folder(), unit.folder());
      governments.putIfAbsent(place(unit.name()), unit.folder());
    }
  }

  /**
   * The folder of a unit: that of the one unit which has this name or alias, or is the government
   * of the same place, else a new one named after it. Empty if nothing of the name can be a file
   * name.
   */
  String folder(String unit) {
    String known = byName.getOrDefault(unit, "");
    if (known.isEmpty()) {
      known = governments.getOrDefault(place(unit), "");
    }
    if (!known.isEmpty()) {
      return known;
    }
    String folder = EDGES.matcher(FORBIDDEN.matcher(unit).replaceAll("")).replaceAll("");
    folder = Spaces.strip(folder.substring(0, Math.min(LONGEST, folder.length())));
    String usable = RESERVED.matcher(folder).matches() ? folder + "_" : folder;
    governments.putIfAbsent(place(unit), usable);
    return usable;
  }

  /** 某省, 某省政府 and 某省人民政府 report as one body. */
  static String place(String unit) {
    return GOVERNMENT.matcher(unit).replaceFirst("${place}");
  }

  boolean hasUnitFile(String folder) {
    return Files.exists(content.resolve(folder).resolve("unit.yaml"));
  }

  /** The {@code unit.yaml} of a folder that has none yet; its slug is then taken. */
  String newUnitFile(String folder, String unit) {
    String base = Slugs.of(unit);
    String slug = base;
    for (int i = 2; !slugs.getOrDefault(slug, folder).equals(folder); i++) {
      slug = base + "-" + i;
    }
    slugs.put(slug, folder);
    return "name: " + MarkdownWriter.scalar(unit) + "\nslug: " + slug + "\naliases: []\n";
  }
}
