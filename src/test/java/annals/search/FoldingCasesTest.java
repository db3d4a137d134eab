package annals.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases that {@code search.js} is held against too. */
class FoldingCasesTest {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  @TestFactory
  List<DynamicTest> foldingFollowsTheSharedCases() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/search/cases.tsv")).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(
            columns ->
                DynamicTest.dynamicTest(
                    columns[0],
                    () ->
                        assertEquals(
                            unescape(columns[1]), Folding.fold(unescape(columns[0])).text())))
        .toList();
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(m.group(1), 16))))
        .replace("\\t", "\t")
        .replace("\\\\", "\\");
  }
}
