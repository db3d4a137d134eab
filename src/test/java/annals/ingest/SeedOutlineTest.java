package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.golden.Golden;
import annals.outline.Outline;
import annals.outline.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trees of the seed documents, as they are read raw and from the Markdown made of them. */
class SeedOutlineTest {
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());

  static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTreeIsAsExpectedRawAndImported(Path seed) throws IOException {
    String name = seed.getFileName().toString();
    ReadReport raw = READER.read(seed, name, SourceHints.NONE);
    String expected = text(raw.outline());
    Golden.assertMatches(
        Golden.folder("spec").resolve("seeds").resolve(name.substring(0, 3) + ".outline"),
        expected);

    byte[] markdown = MarkdownWriter.write(raw.asImported()).getBytes(StandardCharsets.UTF_8);
    ReadReport imported = READER.read("2023.md", markdown, "2023.md", SourceHints.NONE);
    assertEquals(expected, text(imported.outline()));
  }

  private static String text(Outline outline) {
    StringBuilder text = new StringBuilder();
    text.append(outline.title()).append('\n');
    text.append(outline.unit()).append(' ').append(outline.year()).append(' ');
    text.append(outline.kind()).append('\n');
    outline.sections().forEach(section -> add(section, text));
    return text.toString();
  }

  private static void add(Section section, StringBuilder text) {
    text.append("  ".repeat(section.level()))
        .append(section.role().word())
        .append(' ')
        .append(section.target())
        .append(' ')
        .append(section.number())
        .append('|')
        .append(section.heading())
        .append('\n');
    section.children().forEach(child -> add(child, text));
  }
}
