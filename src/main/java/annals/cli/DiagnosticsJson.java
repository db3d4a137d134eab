package annals.cli;

import annals.diagnostic.Diagnostic;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes diagnostics as a JSON array, one object a line. */
final class DiagnosticsJson {
  private DiagnosticsJson() {}

  static String write(List<Diagnostic> diagnostics) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartArray();
      for (Diagnostic diagnostic : diagnostics) {
        json.writeStartObject();
        json.writeStringField("path", diagnostic.position().path());
        json.writeNumberField("line", diagnostic.position().line());
        json.writeNumberField("column", diagnostic.position().column());
        json.writeStringField("severity", diagnostic.severity().word());
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("what", diagnostic.what());
        json.writeStringField("hint", diagnostic.hint());
        json.writeEndObject();
        json.writeRaw('\n');
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
