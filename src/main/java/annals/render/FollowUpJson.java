package annals.render;

import annals.compare.FollowUp;
import annals.compare.Outcome;
import annals.compare.SentenceRef;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * A follow-up as JSON: {@code {"planYear", "items": [{"id", "text", "kind", "state", "outcomes":
 * [{"text", "score"}]}], "unplanned": [{"text"}]}}, in UTF-8. Scores have at most four decimals.
 */
public final class FollowUpJson {
  private FollowUpJson() {}

  public static byte[] bytes(FollowUp followUp) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
    try {
      write(followUp, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes the JSON and a final newline; leaves the stream open. */
  public static void write(FollowUp followUp, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("planYear", followUp.targetYear());
      json.writeArrayFieldStart("items");
      for (FollowUp.Item item : followUp.items()) {
        item(json, item);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("unplanned");
      for (SentenceRef ref : followUp.unplanned()) {
        json.writeStartObject();
        json.writeStringField("text", ref.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void item(JsonGenerator json, FollowUp.Item item) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", item.item().id());
    json.writeStringField("text", item.item().text());
    json.writeStringField("kind", item.item().kind().word());
    json.writeStringField("state", item.state().word());
    json.writeArrayFieldStart("outcomes");
    for (Outcome outcome : item.outcomes()) {
      json.writeStartObject();
      json.writeStringField("text", outcome.ref().text());
      json.writeNumberField(
          "score",
          BigDecimal.valueOf(Math.round(outcome.score() * 10_000), 4).stripTrailingZeros());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
