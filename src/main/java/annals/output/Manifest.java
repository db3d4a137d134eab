package annals.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The list of every file of a built site but the manifest itself, in {@code manifest.json}:
 *
 * <pre>{"version":1,"files":[
 * {"path":"404.html","size":1234,"sha256":"9f86…"},
 * …
 * ]}</pre>
 *
 * @param files by path, without repetitions
 */
public record Manifest(List<Entry> files) {
  /** Where the manifest stands in the site. */
  public static final String PATH = "manifest.json";

  /** The version of the form that this class writes, and the only one it reads. */
  public static final int VERSION = 1;

  private static final JsonFactory JSON = new JsonFactory();

  public Manifest {
    files = isSorted(files) ? List.copyOf(files) : sorted(files);
  }

  private static boolean isSorted(List<Entry> files) {
    for (int i = 1; i < files.size(); i++) {
      if (files.get(i - 1).path().compareTo(files.get(i).path()) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Entry> sorted(List<Entry> files) {
    List<Entry> sorted = files.stream().sorted(Comparator.comparing(Entry::path)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
        throw new IllegalArgumentException("listed twice: " + sorted.get(i).path());
      }
    }
    return sorted;
  }

  /**
   * A file of the site.
   *
   * @param path relative to the site's root, with {@code /}
   * @param size in bytes
   * @param sha256 of its bytes, in 64 lower-case hexadecimal digits
   */
  public record Entry(String path, long size, String sha256) {
    public Entry {
      OutputFile.requireInside(path);
      if (size < 0 || !isHash(sha256)) {
        throw new IllegalArgumentException("no such size or hash: " + path);
      }
    }

    private static boolean isHash(String hash) {
      int digits = 0;
      while (digits < hash.length() && isHexDigit(hash.charAt(digits))) {
        digits++;
      }
      return digits == 64 && hash.length() == 64;
    }

    private static boolean isHexDigit(char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
  }

  /** Sets each file on a line of its own, for people and for tools that compare by line. */
  private static final class FileALine extends MinimalPrettyPrinter {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(",\n");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int count) throws IOException {
      json.writeRaw("\n]");
    }
  }

  /** The file of a path, if the site has it. */
  public Optional<Entry> entry(String path) {
    int from = 0;
    int to = files.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = files.get(middle).path().compareTo(path);
      if (order == 0) {
        return Optional.of(files.get(middle));
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return Optional.empty();
  }

  /** The sum of the files' sizes in bytes. */
  public long bytes() {
    return files.stream().mapToLong(Entry::size).sum();
  }

  /** Writes UTF-8; the same files give the same bytes. The stream is left open. */
  public void write(OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new FileALine());
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("files");
      for (Entry entry : files) {
        json.writeStartObject();
        json.writeStringField("path", entry.path());
        json.writeNumberField("size", entry.size());
        json.writeStringField("sha256", entry.sha256());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException also where this is not such a manifest; the message says what is wrong
   */
  public static Manifest read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      require(json.nextToken() == JsonToken.START_OBJECT, "an object");
      require("version".equals(json.nextFieldName()), "a version first");
      require(json.nextIntValue(-1) == VERSION, "version " + VERSION);
      require("files".equals(json.nextFieldName()), "the files after the version");
      require(json.nextToken() == JsonToken.START_ARRAY, "a list of files");
      List<Entry> files = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        files.add(readEntry(json));
      }
      require(json.currentToken() == JsonToken.END_ARRAY, "objects in the list of files");
      return new Manifest(files);
    } catch (IllegalArgumentException invalid) {
      throw new IOException("not a manifest of a site: " + invalid.getMessage(), invalid);
    }
  }

  private static Entry readEntry(JsonParser json) throws IOException {
    Optional<String> path = Optional.empty();
    Optional<String> sha256 = Optional.empty();
    long size = -1;
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      switch (field) {
        case "path" -> path = Optional.ofNullable(json.nextTextValue());
        case "sha256" -> sha256 = Optional.ofNullable(json.nextTextValue());
        case "size" -> size = json.nextLongValue(-1);
        default -> {
          json.nextToken();
          json.skipChildren();
        }
      }
    }
    require(path.isPresent() && sha256.isPresent(), "path, size and sha256 of each file");
    return new Entry(path.get(), size, sha256.get());
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + what);
    }
  }
}
