package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.outline.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of {@code spec/import.md}: raw texts and what import makes of them. */
class ImportSpecTest {
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "## (?<name>[^\n]+)\n(?:(?!```)[^\n]*\n)*?```(?<file>[^\n]*)\n(?<in>.*?)====\n(?<out>.*?)```\n",
          Pattern.DOTALL);

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(read("/spec/import.md"));
    while (matcher.find()) {
      String file = matcher.group("file").isBlank() ? "a.txt" : matcher.group("file").strip();
      String input = matcher.group("in");
      String expected = matcher.group("out");
      tests.add(
          DynamicTest.dynamicTest(
              matcher.group("name"), () -> assertEquals(expected, outline(file, input))));
    }
    assertEquals(20, tests.size(), "examples in the specification");
    return tests;
  }

  private static String outline(String file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadReport read = Documents.read(READER, file, bytes);
    Accounts.assertAddUp(bytes, read);
    Outline outline = read.outline();
    StringBuilder out = new StringBuilder();
    out.append(outline.title()).append(" | ").append(outline.unit()).append(" | ");
    out.append(outline.year()).append(" | ").append(outline.kind()).append('\n');
    outline
        .walk()
        .forEach(
            section ->
                out.append("  ".repeat(section.level() - 1))
                    .append(section.role().word())
                    .append(' ')
                    .append(section.target())
                    .append(' ')
                    .append(section.number())
                    .append(section.number().isEmpty() ? "" : "|")
                    .append(section.heading())
                    .append('\n'));
    return out.toString();
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = ImportSpecTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
