package annals.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import annals.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source text = report + log. */
class NothingIsLostTest {
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());

  static List<Path> documents() throws IOException {
    try (Stream<Path> own = Files.list(Golden.folder("import"));
        Stream<Path> seeds = Files.list(Path.of("seeds"))) {
      return Stream.concat(own, seeds)
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void addsUpForEveryDocumentOfTheProject(Path document) throws IOException {
    check(document);
  }

  @Test
  void addsUpForRealReportsWhereTheyAreAtHand() throws IOException {
    String folder = System.getProperty("annals.reports", "../shared/reports");
    assumeTrue(Files.isDirectory(Path.of(folder)), "no folder of real reports");
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        check(file);
      }
    }
  }

  private static void check(Path document) throws IOException {
    byte[] bytes = Files.readAllBytes(document);
    String name = document.getFileName().toString();
    Accounts.assertAddUp(bytes, READER.read(name, bytes, name, SourceHints.NONE));
  }
}
