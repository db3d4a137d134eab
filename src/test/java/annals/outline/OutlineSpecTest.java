package annals.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.markdown.MarkdownReader;
import annals.report.Report;
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

/** Runs the examples of {@code spec/outline.md}: the prose there is the specification. */
class OutlineSpecTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "## (?<name>[^\n]+)\n(?:(?!```)[^\n]*\n)*?```\n(?<in>.*?)====\n(?<out>.*?)```\n",
          Pattern.DOTALL);

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(read("/spec/outline.md"));
    while (matcher.find()) {
      String input = matcher.group("in");
      String expected = matcher.group("out");
      tests.add(
          DynamicTest.dynamicTest(
              matcher.group("name"), () -> assertEquals(expected, outline(input))));
    }
    assertEquals(12, tests.size(), "examples in the specification");
    return tests;
  }

  private static String outline(String markdown) {
    Report report = new MarkdownReader().read("report.md", markdown).report();
    Outliner.Outlined outlined = Outliner.outline(report);
    Outline outline = outlined.outline();
    StringBuilder out = new StringBuilder();
    out.append(outline.year()).append(' ').append(outline.kind()).append(' ');
    out.append(outline.years().summary()).append('\n');
    outline
        .walk()
        .forEach(
            section ->
                out.append("  ".repeat(section.level() - 1))
                    .append(section.anchor())
                    .append(' ')
                    .append(section.role().word())
                    .append(' ')
                    .append(section.target())
                    .append(' ')
                    .append(section.label())
                    .append('\n'));
    outlined.diagnostics().stream()
        .sorted()
        .forEach(
            d ->
                out.append("! ")
                    .append(d.code())
                    .append(' ')
                    .append(d.position().line())
                    .append('\n'));
    return out.toString();
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = OutlineSpecTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
