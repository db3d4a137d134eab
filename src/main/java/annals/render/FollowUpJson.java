package annals.render;

import annals.compare.FollowUp;
import annals.compare.Ledger;
import annals.compare.Outcome;
import annals.compare.Ruling;
import annals.compare.SentenceRef;
import annals.figures.Indicator;
import annals.figures.Mention;
import annals.figures.Sense;
import annals.outline.Role;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

/**
 * A follow-up as JSON: {@code {"planYear", "items": [{"id", "text", "kind", "state", "outcomes":
 * [{"text", "score"}]}], "unplanned": [{"text"}]}}, in UTF-8. Scores have at most four decimals.
 *
 * <p>Where there is more to say an item also has {@code "figures"} (planned beside reached; the
 * value of a masked one is null) and {@code "ruling"}; its {@code "state"} is then the ruling's,
 * and {@code "textState"} what the texts alone show. An outcome from the problems section has
 * {@code "admitted"}, one that people named {@code "added"}. Rulings whose item is gone are {@code
 * "homeless"}.
 */
public final class FollowUpJson {
  private FollowUpJson() {}

  public static byte[] bytes(Ledger ledger) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
    try {
      write(ledger, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Ledger ledger, OutputStream out) throws IOException {
    FollowUp followUp = ledger.followUp();
    Iterator<Ledger.Row> rows = ledger.rows().iterator();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("planYear", followUp.targetYear());
      json.writeArrayFieldStart("items");
      for (FollowUp.Item item : followUp.items()) {
        item(json, item, item.isCommitment() ? rows.next().figures() : List.of());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("unplanned");
      for (SentenceRef ref : followUp.unplanned()) {
        json.writeStartObject();
        json.writeStringField("text", ref.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!followUp.homeless().isEmpty()) {
        json.writeArrayFieldStart("homeless");
        for (Ruling ruling : followUp.homeless()) {
          json.writeStartObject();
          json.writeStringField("id", ruling.id());
          json.writeStringField("text", ruling.text());
          ruling(json, ruling);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void item(JsonGenerator json, FollowUp.Item item, List<Ledger.Figure> figures)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", item.item().id());
    json.writeStringField("text", item.item().text());
    json.writeStringField("kind", item.item().kind().word());
    json.writeStringField("state", item.standing().word());
    json.writeArrayFieldStart("outcomes");
    for (Outcome outcome : item.outcomes()) {
      outcome(json, outcome);
    }
    json.writeEndArray();
    if (!figures.isEmpty()) {
      json.writeArrayFieldStart("figures");
      for (Ledger.Figure figure : figures) {
        json.writeStartObject();
        indicator(json, "planned", figure.planned(), item.item().text());
        if (figure.reached().isPresent()) {
          Ledger.Reached reached = figure.reached().get();
          indicator(json, "reached", reached.mention(), reached.outcome().ref().text());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (item.ruled().isPresent()) {
      FollowUp.Ruled ruled = item.ruled().get();
      json.writeStringField("textState", ruled.machine().word());
      json.writeObjectFieldStart("ruling");
      ruling(json, ruled.ruling());
      json.writeBooleanField("stale", ruled.stale());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", outcome.ref().text());
    json.writeNumberField(
        "score", BigDecimal.valueOf(Math.round(outcome.score() * 10_000), 4).stripTrailingZeros());
    if (outcome.ref().section().role() == Role.PROBLEMS) {
      json.writeBooleanField("admitted", true);
    }
    if (outcome.added().isPresent()) {
      json.writeBooleanField("added", true);
    }
    json.writeEndObject();
  }

  private static void indicator(JsonGenerator json, String name, Mention mention, String text)
      throws IOException {
    Indicator indicator = mention.indicator();
    json.writeObjectFieldStart(name);
    json.writeStringField("text", indicator.span().of(text));
    if (indicator.value().isPresent()) {
      json.writeNumberField("value", indicator.value().get());
    } else {
      json.writeNullField("value");
    }
    json.writeStringField("measure", indicator.measure());
    if (mention.sense().isChange()) {
      json.writeStringField("change", mention.sense() == Sense.RISE ? "rise" : "fall");
    }
    json.writeEndObject();
  }

  private static void ruling(JsonGenerator json, Ruling ruling) throws IOException {
    if (ruling.state().isPresent()) {
      json.writeStringField("word", ruling.state().get().written());
    }
    json.writeStringField("by", ruling.by());
    json.writeStringField("date", ruling.date());
    json.writeStringField("remark", ruling.remark());
  }
}
