package annals.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How all data files are written: UTF-8, each entry of a top list on a line of its own, LF on every
 * system.
 */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  /** The nesting of what stands in a list that is a field of the whole. */
  private static final int TOP_LIST = 2;

  private static final DefaultPrettyPrinter.Indenter LINES = new LineIndenter();

  private Json() {}

  static JsonGenerator generator(OutputStream out) throws IOException {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withRootSeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
    printer.indentArraysWith(LINES);
    JsonGenerator generator = FACTORY.createGenerator(out);
    generator.setPrettyPrinter(printer);
    return generator;
  }

  /** A line for each entry of a list, but not of the lists inside its entries. */
  private static final class LineIndenter implements DefaultPrettyPrinter.Indenter {
    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
      if (level <= TOP_LIST) {
        json.writeRaw('\n');
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }
}
