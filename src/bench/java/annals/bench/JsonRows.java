package annals.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The data files of a site that hold a list of flat objects. */
final class JsonRows {
  private JsonRows() {}

  /** The objects of the list with this name, each as its fields; numbers as they are written. */
  static List<Map<String, String>> read(Path file, String list) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      while (!(parser.nextToken() == JsonToken.START_ARRAY && list.equals(parser.currentName()))) {
        if (!parser.hasCurrentToken()) {
          throw new IOException(file + " has no list " + list);
        }
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        Map<String, String> row = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          if (parser.currentToken().isScalarValue()) {
            row.put(parser.currentName(), parser.getText());
          } else if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
          }
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
