package annals.search;

import annals.output.OutputFile;
import annals.search.IndexFormat.Gram;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the index back, written from docs/index-format.md and not from the writer. */
final class IndexReader {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final int reports;

  IndexReader(Collection<OutputFile> files, int reports) {
    files.forEach(file -> this.files.put(file.path(), file.bytes()));
    this.reports = reports;
  }

  /** By report number the fields that hold a gram. */
  Map<Integer, List<Integer>> postings(String gram) {
    Gram kind = gram.length() == 1 ? Gram.CHARACTER : Gram.BIGRAM;
    int key = IndexFormat.gram(gram.charAt(0), gram.length() == 1 ? '\0' : gram.charAt(1));
    int shard = IndexFormat.slot(key, kind.shardBits(reports));
    List<Object> data = data("search/index/" + kind.shardName(shard) + ".js");
    String grams = (String) data.get(0);
    Bits lengths = new Bits((String) data.get(1), 0);
    int start = 0;
    for (int i = 0; i < grams.length(); i += gram.length()) {
      int length = lengths.golomb(1) + 1;
      if (grams.startsWith(gram, i)) {
        return postings(new Bits((String) data.get(2), start));
      }
      start += length;
    }
    return Map.of();
  }

  private static Map<Integer, List<Integer>> postings(Bits bits) {
    Map<Integer, List<Integer>> postings = new TreeMap<>();
    int count = bits.golomb(0) + 1;
    int reportOrder = bits.read(5);
    int fieldOrder = bits.read(5);
    int report = -1;
    for (int i = 0; i < count; i++) {
      report += bits.golomb(reportOrder) + 1;
      List<Integer> fields = new ArrayList<>();
      int field = -1;
      for (int rest = bits.golomb(0) + 1; rest > 0; rest--) {
        field += bits.golomb(fieldOrder) + 1;
        fields.add(field);
      }
      postings.put(report, fields);
    }
    return postings;
  }

  /** A report's text with its separators. */
  String text(String path) {
    List<Object> data = data(path);
    String alphabet = (String) data.get(0);
    List<?> counts = (List<?>) data.get(1);
    Bits bits = new Bits((String) data.get(3), 0);
    StringBuilder text = new StringBuilder();
    while (text.length() < (Integer) data.get(2)) {
      int code = 0;
      int first = 0;
      int index = 0;
      for (Object count : counts) {
        code = code << 1 | bits.read(1);
        first <<= 1;
        if (code - first < (Integer) count) {
          text.append(alphabet.charAt(index + code - first));
          break;
        }
        index += (Integer) count;
        first += (Integer) count;
      }
    }
    return text.toString();
  }

  /** What a file hands over behind its name. */
  private List<Object> data(String path) {
    byte[] bytes = files.get(path);
    String script =
        bytes[0] == (byte) 0xff
            ? new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE)
            : new String(bytes, StandardCharsets.UTF_8);
    String arguments = script.substring(script.indexOf('(') + 1, script.lastIndexOf(')'));
    String json = "[" + arguments.replace("\\<", "<") + "]";
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      List<Object> values = array(parser);
      return values.subList(1, values.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        values.add(array(parser));
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        values.add(parser.getIntValue());
      } else {
        values.add(parser.getText());
      }
    }
    return values;
  }

  private static final class Bits {
    private final String units;
    private int position;

    Bits(String units, int start) {
      this.units = units;
      this.position = start * 15;
    }

    int read(int bits) {
      int value = 0;
      for (int i = 0; i < bits; i++, position++) {
        int unit = units.charAt(position / 15) - 0x3000;
        value = value << 1 | unit >> 14 - position % 15 & 1;
      }
      return value;
    }

    int golomb(int order) {
      int zeros = 0;
      while (read(1) == 0) {
        zeros++;
      }
      return ((1 << zeros | read(zeros)) - 1 << order) | read(order);
    }
  }
}
