package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.outline.Outline;
import annals.outline.Section;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes an outline as the JSON that {@code annals outline} prints. */
final class OutlineJson {
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter()
          .withArrayIndenter(new DefaultIndenter("  ", "\n"))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private OutlineJson() {}

  static String write(Outline outline, List<Diagnostic> diagnostics) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(PRINTER.createInstance());
      json.writeStartObject();
      json.writeStringField("title", outline.title());
      json.writeStringField("unit", outline.unit());
      json.writeNumberField("year", outline.year());
      json.writeStringField("kind", outline.kind());
      json.writeArrayFieldStart("sections");
      for (Section section : outline.sections()) {
        section(section, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notes");
      for (Diagnostic diagnostic : diagnostics) {
        json.writeString(diagnostic.toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * {@code targetYear} is a number; a section on a span has {@code targetYears} [from, to] beside
   * it.
   */
  private static void section(Section section, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("level", section.level());
    json.writeStringField("number", section.number());
    json.writeStringField("heading", section.heading());
    json.writeStringField("role", section.role().word());
    json.writeNumberField("targetYear", section.target().from());
    if (section.target().isRange()) {
      json.writeArrayFieldStart("targetYears");
      json.writeNumber(section.target().from());
      json.writeNumber(section.target().to());
      json.writeEndArray();
    }
    json.writeStringField("anchor", section.anchor());
    json.writeArrayFieldStart("children");
    for (Section child : section.children()) {
      section(child, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
