package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.diagnostic.Severity;
import annals.lint.Code;
import annals.lint.Codes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Writes diagnostics as a SARIF 2.1.0 log, which code hosts and editors show beside the files. */
final class SarifJson {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifJson() {}

  static String write(List<Diagnostic> diagnostics) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      json.writeObjectFieldStart("tool");
      json.writeObjectFieldStart("driver");
      json.writeStringField("name", "annals");
      rules(json);
      json.writeEndObject();
      json.writeEndObject();
      json.writeStringField("columnKind", "utf16CodeUnits");
      json.writeArrayFieldStart("results");
      for (Diagnostic diagnostic : diagnostics) {
        result(json, diagnostic);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void rules(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (Code code : Codes.all().list()) {
      json.writeStartObject();
      json.writeStringField("id", code.id());
      json.writeStringField("name", code.name());
      json.writeObjectFieldStart("fullDescription");
      json.writeStringField("text", code.explanation());
      json.writeEndObject();
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeBooleanField("enabled", code.severity().isPresent());
      json.writeStringField("level", code.severity().map(SarifJson::level).orElse("none"));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTICE -> "note";
    };
  }

  private static void result(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    List<Code> codes = Codes.all().list();
    int index = -1;
    for (int i = 0; i < codes.size(); i++) {
      index = codes.get(i).name().equals(diagnostic.code()) ? i : index;
    }
    json.writeStringField("ruleId", index < 0 ? diagnostic.code() : codes.get(index).id());
    if (index >= 0) {
      json.writeNumberField("ruleIndex", index);
    }
    json.writeStringField("level", level(diagnostic.severity()));
    json.writeObjectFieldStart("message");
    String hint = diagnostic.hint().isEmpty() ? "" : " (" + diagnostic.hint() + ")";
    json.writeStringField("text", diagnostic.what() + hint);
    json.writeEndObject();
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(diagnostic.position().path()));
    json.writeEndObject();
    region(json, diagnostic.position());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void region(JsonGenerator json, Position position) throws IOException {
    if (position.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", position.line());
      if (position.column() > 0) {
        json.writeNumberField("startColumn", position.column());
      }
      json.writeEndObject();
    }
  }

  /** The path as a relative URI: Chinese and spaces percent-encoded. */
  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
