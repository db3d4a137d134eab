package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.golden.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Raw documents and the Markdown and log that import makes of them. */
class ImportGoldenTest {
  private static final Path FOLDER = Golden.folder("import");
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());

  static List<Path> documents() throws IOException {
    try (Stream<Path> own = Files.list(FOLDER);
        Stream<Path> seeds = Files.list(Path.of("seeds"))) {
      return Stream.concat(own, seeds)
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void importsAsExpected(Path document) {
    String name = document.getFileName().toString().replace(".txt", "");
    ReadReport read = read(document, text(document).getBytes(StandardCharsets.UTF_8));
    Golden.assertMatches(FOLDER.resolve(name + ".md"), MarkdownWriter.write(read.asImported()));
    Golden.assertMatches(FOLDER.resolve(name + ".log"), changes(read));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void encodingAndLineEndsMakeNoDifference(Path document) {
    String text = text(document);
    String expected = markdown(document, text.getBytes(StandardCharsets.UTF_8));
    String crlf = text.replace("\n", "\r\n");
    Charset gb18030 = Charset.forName("GB18030");
    assertEquals(expected, markdown(document, crlf.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        expected, markdown(document, text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8)));
    assertEquals(expected, markdown(document, text.getBytes(gb18030)));
    assertEquals(expected, markdown(document, crlf.getBytes(gb18030)));
    assertEquals(expected, markdown(document, ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        expected, markdown(document, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void importingWhatImportWroteChangesNothing(Path document) {
    ReadReport first = read(document, text(document).getBytes(StandardCharsets.UTF_8));
    String markdown = MarkdownWriter.write(first.asImported());
    ReadReport again =
        Documents.read(READER, "again.md", markdown.getBytes(StandardCharsets.UTF_8));
    assertEquals(withoutSource(markdown), withoutSource(MarkdownWriter.write(again.asImported())));
  }

  @Test
  void everyExpectationHasItsDocument() throws IOException {
    List<String> names =
        documents().stream()
            .map(file -> file.getFileName().toString().replace(".txt", ""))
            .toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .map(file -> file.getFileName().toString().replaceAll("\\.(txt|md|log)$", ""))
          .forEach(name -> assertTrue(names.contains(name), name));
    }
  }

  private static String markdown(Path document, byte[] bytes) {
    return withoutSource(MarkdownWriter.write(read(document, bytes).asImported()));
  }

  private static ReadReport read(Path document, byte[] bytes) {
    String name = document.getFileName().toString();
    return Documents.read(READER, name, bytes);
  }

  /** Another encoding has other bytes and so another hash. */
  private static String withoutSource(String markdown) {
    return markdown.replaceFirst("source:\n  file: .*\n  sha256: .*\n", "");
  }

  private static String changes(ReadReport read) {
    StringBuilder text = new StringBuilder();
    for (ImportLog.Entry entry : read.log().entries()) {
      text.append(entry.line())
          .append(':')
          .append(entry.column())
          .append(' ')
          .append(entry.action().word())
          .append(' ')
          .append(entry.rule())
          .append(' ')
          .append(MarkdownWriter.quoted(entry.text()))
          .append('\n');
    }
    read.diagnostics().forEach(diagnostic -> text.append(diagnostic).append('\n'));
    return text.toString();
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
