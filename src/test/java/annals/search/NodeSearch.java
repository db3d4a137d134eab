package annals.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import annals.archive.UnitArchive;
import annals.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The theme's search scripts under Node, on the index of an archive. */
final class NodeSearch {
  static final Path SCRIPTS = Path.of("themes/default/js");
  private static final Path RESOURCES = Path.of("src/test/resources/search");

  private final Path site;

  /** Skips the test where there is no Node. */
  NodeSearch(Path site) {
    assumeTrue(nodeIsThere(), "node is not on the PATH: the scripts are not tried out here");
    this.site = site;
  }

  private static boolean nodeIsThere() {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Makes the index of an archive. */
  void index(SampleArchive sample, List<UnitArchive> units) throws IOException {
    try (SearchIndexBuilder builder =
        new SearchIndexBuilder(sample.catalog(), sample.plan(), site.resolve("tmp"))) {
      for (UnitArchive unit : units) {
        builder.add(unit).forEach(this::write);
      }
      builder.finish(this::write);
    }
  }

  private void write(OutputFile file) {
    try {
      Path path = site.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A line to ask: a query and its options in JSON. */
  static String line(String query, String options) {
    return "[" + literal(query) + "," + options + "]\n";
  }

  /** A line to ask for something else than hits, see {@code run-search.cjs}. */
  static String line(String query, String options, String what) {
    return "[" + literal(query) + "," + options + ",\"" + what + "\"]\n";
  }

  private static String literal(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
    return json.append('"').toString();
  }

  /** Asks one engine line after line, and gives what it prints, a line for each. */
  List<String> ask(List<String> lines) throws IOException, InterruptedException {
    Path file = Files.writeString(site.resolve("queries.txt"), String.join("", lines));
    String script = RESOURCES.resolve("run-search.cjs").toString();
    return run(script, SCRIPTS.toString(), site.toString(), file.toString()).lines().toList();
  }

  /** The same, but that after so many files were read another site stands in this one's place. */
  List<String> ask(List<String> lines, NodeSearch other, int files)
      throws IOException, InterruptedException {
    Path file = Files.writeString(site.resolve("queries.txt"), String.join("", lines));
    return run(
            RESOURCES.resolve("run-search.cjs").toString(),
            SCRIPTS.toString(),
            site.toString(),
            file.toString(),
            other.site.toString(),
            Integer.toString(files))
        .lines()
        .toList();
  }

  /** What the folding of the script makes of the cases otherwise than they say. */
  static String foldingDifferences() throws IOException, InterruptedException {
    return run(
        RESOURCES.resolve("run-folding.cjs").toString(),
        SCRIPTS.resolve("search.js").toString(),
        RESOURCES.resolve("cases.tsv").toString());
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(Arrays.asList(arguments));
    Path output = Files.createTempFile("node", ".txt");
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      String text = Files.readString(output);
      assertEquals(0, code, text);
      return text;
    } finally {
      Files.delete(output);
    }
  }
}
