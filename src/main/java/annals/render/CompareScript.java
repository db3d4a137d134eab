package annals.render;

import annals.compare.FollowUps.Told;
import annals.compare.Mention;
import annals.compare.Threads.Placed;
import annals.outline.Passage;
import annals.outline.Section;
import annals.page.CompareData;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the texts and threads of a kind of a unit's reports as a script, for files loaded by
 * script elements work from {@code file://} too: {@code annals.compared = {reports: [{year, unit,
 * title, href, sections: [[anchor, level, number, heading, role, passages], …]}, …]}}. A passage is
 * a list of mentions, and a mention its text and the number of its thread, if it has one; the first
 * section, without anchor, is what stands before all others.
 */
final class CompareScript {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final List<Placed> mentions;
  private int next;

  private CompareScript(List<Placed> mentions) {
    this.mentions = mentions;
  }

  static byte[] bytes(CompareData data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128 * 1024);
    out.writeBytes(
        "(window.annals = window.annals || {}).compared = ".getBytes(StandardCharsets.UTF_8));
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeArrayFieldStart("reports");
      for (int r = 0; r < data.heads().size(); r++) {
        json.writeRaw('\n');
        new CompareScript(data.threads().mentions(r))
            .report(json, data.heads().get(r), data.threads().reports().get(r));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw(";\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void report(JsonGenerator json, CompareData.Head head, Told told) throws IOException {
    json.writeStartObject();
    json.writeNumberField("year", head.year());
    json.writeStringField("unit", head.unit());
    json.writeStringField("title", head.title());
    json.writeStringField("href", head.href());
    json.writeArrayFieldStart("sections");
    json.writeStartArray();
    json.writeString("");
    json.writeNumber(1);
    json.writeString("");
    json.writeString("");
    json.writeString("lead");
    passages(json, told.outline().lead());
    json.writeEndArray();
    for (Section section : told.outline().walk().toList()) {
      json.writeStartArray();
      json.writeString(section.anchor());
      json.writeNumber(section.level());
      json.writeString(section.number());
      json.writeString(section.heading());
      json.writeString(section.role().word());
      passages(json, section.body());
      json.writeEndArray();
      if (section.body().isEmpty()
          && next < mentions.size()
          && mentions.get(next).mention().passage().isEmpty()) {
        next++;
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void passages(JsonGenerator json, List<Passage> passages) throws IOException {
    json.writeStartArray();
    for (Passage passage : passages) {
      json.writeStartArray();
      while (next < mentions.size() && isOf(mentions.get(next).mention(), passage)) {
        Placed placed = mentions.get(next++);
        json.writeStartArray();
        json.writeString(placed.mention().text());
        if (placed.thread() >= 0) {
          json.writeNumber(placed.thread());
        }
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static boolean isOf(Mention mention, Passage passage) {
    return mention.passage().filter(p -> p == passage).isPresent();
  }
}
