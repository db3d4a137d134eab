package annals.render;

import annals.archive.Catalog;
import annals.page.Site;
import annals.report.ReportId;
import annals.report.Source;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * The list of all reports as JSON, for other programs: {@code {"site", "reports": [{"unit", "slug",
 * "year", "kind", "title", "date"?, "source"?: {"file", "sha256", "url"?}, "url"}]}}, in catalogue
 * order. Addresses are relative to the site's root. It is written report by report, so that its
 * size does not matter.
 */
public final class ReportsJson {
  private ReportsJson() {}

  /** Writes the JSON and a final newline; leaves the stream open. */
  public static void write(Site site, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("site", site.settings().title());
      json.writeArrayFieldStart("reports");
      for (Catalog.Unit unit : site.catalog().units()) {
        for (Catalog.Entry entry : unit.reports()) {
          report(json, site, unit, entry);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /**
   * The reports of a site.
   *
   * @param json what {@link #write} wrote
   */
  public static Set<ReportId> ids(byte[] json) throws IOException {
    Set<ReportId> ids = new HashSet<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      String slug = "";
      int year = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          switch (parser.currentName()) {
            case "slug" -> slug = parser.nextTextValue();
            case "year" -> year = parser.nextIntValue(0);
            case "kind" -> ids.add(new ReportId(slug, year, parser.nextTextValue()));
            default -> {}
          }
        }
      }
    }
    return ids;
  }

  private static void report(JsonGenerator json, Site site, Catalog.Unit unit, Catalog.Entry entry)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("unit", unit.info().name());
    json.writeStringField("slug", unit.info().slug());
    json.writeNumberField("year", entry.id().year());
    json.writeStringField("kind", entry.id().kind());
    json.writeStringField("title", entry.title());
    if (entry.date().isPresent()) {
      json.writeStringField("date", entry.date().get());
    }
    if (entry.source().isPresent()) {
      json.writeObjectFieldStart("source");
      Source source = entry.source().get();
      json.writeStringField("file", source.file());
      json.writeStringField("sha256", source.sha256());
      if (source.attached()) {
        json.writeStringField("url", site.plan().original(entry.id(), source.file()).path());
      }
      json.writeEndObject();
    }
    json.writeStringField("url", site.plan().report(entry.id()).path());
    json.writeEndObject();
  }
}
