package annals.search;

import annals.archive.Catalog;
import annals.output.OutputFile;
import annals.report.ReportId;
import annals.report.UnitInfo;
import annals.search.IndexFormat.Gram;
import annals.text.Pinyin;
import java.util.List;

/**
 * The files about the index as a whole: {@code main}, which is read first, and {@code roles}, read
 * when a reader asks for plans or problems alone.
 */
final class Directory {
  private Directory() {}

  /**
   * Format, units and reports in catalogue order, and how common each character is.
   *
   * @param stamp changes with any file of the index
   * @param heavy at j the bigrams, one behind the other, whose lists are files of their own of more
   *     than 2<sup>j</sup> times the least length
   * @param common at j the characters that stand in more than one report in 2<sup>j+1</sup>
   */
  static OutputFile main(Catalog catalog, String stamp, List<String> common, List<String> heavy) {
    int reports = (int) catalog.reports().count();
    List<String> kinds = catalog.reports().map(e -> e.id().kind()).distinct().sorted().toList();
    StringBuilder json = new StringBuilder();
    json.append("{\"format\":").append(IndexFormat.VERSION);
    json.append(",\"stamp\":\"").append(stamp).append('"');
    json.append(",\"bigramBits\":").append(Gram.BIGRAM.shardBits(reports));
    json.append(",\"characterBits\":").append(Gram.CHARACTER.shardBits(reports));
    json.append(",\n\"common\":");
    appendStrings(common, json);
    json.append(",\n\"heavy\":");
    appendStrings(heavy, json);
    json.append(",\n\"kinds\":");
    appendStrings(kinds, json);
    json.append(",\n\"units\":[");
    String separator = "\n";
    for (Catalog.Unit unit : catalog.units()) {
      json.append(separator).append('[');
      Script.appendString(unit.info().slug(), json);
      json.append(',');
      Script.appendString(VisibleText.clean(unit.info().name()), json);
      json.append(",[");
      for (int i = 0; i < unit.reports().size(); i++) {
        ReportId id = unit.reports().get(i).id();
        json.append(i == 0 ? "" : ",").append(id.year());
        json.append(',').append(kinds.indexOf(id.kind()));
      }
      json.append("],");
      Script.appendString(spelling(unit.info()), json);
      json.append(']');
      separator = ",\n";
    }
    json.append("\n]}");
    return Script.ofLiteral("main", json);
  }

  /**
   * The stamp alone: read after other files it tells whether all of them are of one release.
   *
   * @param stamp as in {@link #main}
   */
  static OutputFile stamp(String stamp) {
    StringBuilder json = new StringBuilder();
    Script.appendString(stamp, json);
    return Script.ofLiteral("stamp", json);
  }

  /** The name's own reading, and the one its unit gives, which need not be cut into syllables. */
  private static String spelling(UnitInfo unit) {
    String own = Pinyin.of(unit.name());
    String given = Pinyin.of(unit.pinyin());
    return given.isEmpty() || own.contains(given) ? own : own + " " + given;
  }

  /** By report the roles of its sections, as {@link ReportText#roles} writes them. */
  static OutputFile roles(List<String> roles) {
    StringBuilder json = new StringBuilder();
    appendStrings(roles, json);
    return Script.ofLiteral("roles", json);
  }

  private static void appendStrings(List<String> strings, StringBuilder json) {
    json.append('[');
    String separator = "";
    for (String string : strings) {
      json.append(separator);
      Script.appendString(string, json);
      separator = ",";
    }
    json.append(']');
  }
}
