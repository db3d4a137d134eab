package annals.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A source folder with an output folder in it, and ways to build into it and look at it. */
record SiteOnDisk(Path source) {
  Path output() {
    return source.resolve("site");
  }

  SiteWriter open() {
    return SiteWriter.open(output(), source, List.of(source.resolve("content")));
  }

  WriteResult build(Map<String, String> site) {
    return build(site, new Disk());
  }

  WriteResult build(Map<String, String> site, Disk disk) {
    WriteResult result;
    try (SiteWriter writer =
        SiteWriter.open(output(), source, List.of(source.resolve("content")), disk)) {
      site.forEach((path, text) -> writer.stage(file(path, text), "content/" + path));
      result = writer.commit();
    }
    assertFalse(Files.exists(staging()), "the staging folder is left");
    return result;
  }

  private Path staging() {
    return output().resolve(".annals-staging");
  }

  static OutputFile file(String path, String text) {
    return new OutputFile(path, text.getBytes(UTF_8));
  }

  /**
   * All files and folders of the output but the staging folder, folders with a slash behind and no
   * text.
   */
  SortedMap<String, String> everything() throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(output())) {
      for (Path path : paths.filter(this::isOfTheSite).toList()) {
        String name = output().relativize(path).toString().replace('\\', '/');
        if (Files.isDirectory(path)) {
          found.put(name + "/", "");
        } else {
          found.put(name, Files.readString(path));
        }
      }
    }
    return found;
  }

  private boolean isOfTheSite(Path path) {
    return !path.equals(output()) && !path.startsWith(staging());
  }

  void put(String path, String text) throws IOException {
    Path place = output().resolve(path);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
  }
}
