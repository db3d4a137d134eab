package annals.gate;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stops what must not be public: secrecy marks, marks of internal use, personal numbers, home
 * addresses, lists of private persons; in sources as they are written and in pages as they are
 * read. What {@code allow.csv} answers for may pass. Safe for several threads.
 */
public final class Gate {
  private static final Map<String, String> WHAT =
      Map.of(
          "secrecy-mark", "a secrecy mark",
          "internal-mark", "a mark of internal use",
          "identity-number", "an identity number",
          "mobile-number", "a mobile phone number",
          "bank-card", "a bank card number",
          "home-address", "a home address",
          "private-names", "a list of private persons");
  private final AllowList allowed;

  private Gate(AllowList allowed) {
    this.allowed = allowed;
  }

  /**
   * The gate of a site.
   *
   * @param root the source folder, where {@code allow.csv} may lie
   * @param diagnostics gets what is wrong with that file
   */
  public static Gate of(Path root, List<Diagnostic> diagnostics) {
    return new Gate(AllowList.of(root, WHAT.keySet(), diagnostics));
  }

  /**
   * What stops a source file.
   *
   * @param path the file, relative to the source folder
   * @param text all of it, front matter and comments too
   * @return errors, by place; none if it may pass
   */
  public List<Diagnostic> source(String path, String text) {
    List<Diagnostic> found = new ArrayList<>();
    for (Hit hit : Scanner.scan(text)) {
      if (!allowed.passes(path, hit)) {
        found.add(
            told(
                hit,
                place(path, text, hit.span().start()),
                "take it out, or answer for it in allow.csv"));
      }
    }
    return found;
  }

  /**
   * What stops the original of a report, of which a reader may take a copy.
   *
   * @param path the file, relative to the source folder
   * @param parts all words in it, in parts that each have a head of their own
   */
  public List<Diagnostic> original(String path, List<String> parts) {
    return parts.stream()
        .flatMap(part -> Scanner.scan(part).stream())
        .filter(hit -> !allowed.passes(path, hit))
        .map(
            hit ->
                told(
                    hit,
                    Position.of(path),
                    "take attach: out of the report, clean the original, or answer for it in"
                        + " allow.csv"))
        .distinct()
        .toList();
  }

  /**
   * What a built page shows and must not. Sources must have been looked at before: what passed
   * there passes here.
   *
   * @param shown the page's path as diagnostics name it
   */
  public List<Diagnostic> page(String shown, byte[] html) {
    return text(shown, PageText.of(html));
  }

  private List<Diagnostic> text(String shown, String text) {
    return Scanner.scan(text).stream()
        .filter(hit -> !allowed.hasPassed(hit))
        .map(
            hit ->
                told(
                    hit,
                    Position.of(shown),
                    "look for it in the sources, annals.yaml and the theme"))
        .toList();
  }

  /**
   * What a built site shows and must not: in all pages and data files.
   *
   * @param shownFolder the folder as diagnostics name it
   * @throws IOException when it cannot be read
   */
  public List<Diagnostic> folder(Path site, String shownFolder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(site)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    return files.parallelStream()
        .flatMap(
            file ->
                file(file, shownFolder + "/" + site.relativize(file).toString().replace('\\', '/')))
        .sorted()
        .toList();
  }

  private Stream<Diagnostic> file(Path file, String shown) {
    try {
      if (shown.endsWith(".html")) {
        return page(shown, Files.readAllBytes(file)).stream();
      }
      if (shown.matches(".*\\.(?:csv|json|xml|txt)") && !shown.endsWith("manifest.json")) {
        return text(shown, Files.readString(file)).stream();
      }
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notices about entries of {@code allow.csv} that nothing needs any more. */
  public List<Diagnostic> unused() {
    return allowed.unused();
  }

  private static Diagnostic told(Hit hit, Position at, String hint) {
    return Diagnostic.error(hit.code(), at, WHAT.get(hit.code()) + ": " + hit.shown(), hint);
  }

  private static Position place(String path, String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Position(path, line, index - lineStart + 1);
  }
}
