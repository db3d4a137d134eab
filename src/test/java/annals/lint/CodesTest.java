package annals.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
  private static final Pattern RAISED =
      Pattern.compile("Diagnostic\\s*\\.\\s*(?:error|warning|notice)\\(\\s*\"([a-z0-9-]+)\"");

  /** Import has findings of its own about source documents; they never come from a check. */
  @Test
  void every_finding_of_a_check_or_build_stands_in_the_catalogue() throws IOException {
    Set<String> unknown = new TreeSet<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/annals"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (file.toString().replace('\\', '/').contains("/ingest/")) {
          continue;
        }
        Matcher raised = RAISED.matcher(Files.readString(file));
        while (raised.find()) {
          seen++;
          if (Codes.all().find(raised.group(1)).isEmpty()) {
            unknown.add(raised.group(1));
          }
        }
      }
    }
    assertTrue(seen > 40, "the sources were read");
    assertEquals(Set.of(), unknown);
  }

  @Test
  void a_code_is_found_by_number_in_either_case_and_by_name() {
    for (String word : List.of("A301", "a301", "mask")) {
      assertEquals("mask", Codes.all().find(word).orElseThrow().name());
    }
  }

  @Test
  void every_code_is_explained() {
    for (Code code : Codes.all().list()) {
      assertTrue(code.explanation().length() > 40, code.id());
      assertTrue(code.explanation().endsWith("."), code.id());
    }
  }
}
