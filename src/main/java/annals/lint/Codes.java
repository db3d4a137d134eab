package annals.lint;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.markdown.YamlFields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue of all kinds of finding. Immutable. */
public final class Codes {
  private static final String BUILT_IN = "/annals/lint/codes.yaml";
  private static final Set<String> KEYS = Set.of("id", "name", "severity", "fixed", "text");
  private static final Codes ALL = read();

  private final List<Code> codes;
  private final Map<String, Code> byWord = new HashMap<>();

  private Codes(List<Code> codes) {
    this.codes = List.copyOf(codes);
    for (Code code : codes) {
      if (byWord.put(code.id(), code) != null || byWord.put(code.name(), code) != null) {
        throw new IllegalStateException("twice in the catalogue: " + code);
      }
    }
  }

  /** The catalogue of this version. */
  public static Codes all() {
    return ALL;
  }

  /** In the order of their short codes. */
  public List<Code> list() {
    return codes;
  }

  /**
   * Looks up a code.
   *
   * @param word a short code in either case, or a name
   */
  public Optional<Code> find(String word) {
    return Optional.ofNullable(byWord.get(word))
        .or(() -> Optional.ofNullable(byWord.get(word.toUpperCase(Locale.ROOT))));
  }

  /** The severity that a word stands for; {@code off} is no severity. */
  static Optional<Severity> severity(String word) {
    return switch (word) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      case "notice" -> Optional.of(Severity.NOTICE);
      default -> Optional.empty();
    };
  }

  private static Codes read() {
    List<Diagnostic> problems = new ArrayList<>();
    List<Code> codes = new ArrayList<>();
    try (InputStream in = Codes.class.getResourceAsStream(BUILT_IN)) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (YamlFields entry : YamlFields.load("codes.yaml", yaml, 1, problems).entries("codes")) {
        entry.expectOnly(KEYS);
        codes.add(
            new Code(
                entry.text("id", "[AGF]\\d{3}", "a short code").orElseThrow(),
                entry.text("name", "[a-z][a-z0-9-]*", "a name").orElseThrow(),
                entry
                    .text("severity", "error|warning|notice|off", "a severity")
                    .flatMap(Codes::severity),
                entry.flag("fixed"),
                entry.text("text").orElseThrow()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the catalogue of codes: " + problems);
    }
    return new Codes(codes);
  }
}
