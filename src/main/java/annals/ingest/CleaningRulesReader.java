package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a file of cleaning rules, reporting every rule that has the wrong form. */
final class CleaningRulesReader {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final String path;
  private final String yaml;
  private final List<Diagnostic> diagnostics;

  private CleaningRulesReader(String path, String yaml, List<Diagnostic> diagnostics) {
    this.path = path;
    this.yaml = yaml;
    this.diagnostics = diagnostics;
  }

  /** The rules of one file, and the names of those it switches off. */
  record Read(List<CleaningRule> rules, List<Off> off, Map<String, String> exceptions) {
    static final Read NOTHING = new Read(List.of(), List.of(), Map.of());
  }

  record Off(String name, Position position) {}

  static Read read(String path, String yaml, List<Diagnostic> diagnostics) {
    return new CleaningRulesReader(path, yaml, diagnostics).read();
  }

  private Read read() {
    Object loaded;
    try {
      loaded = new Load(LoadSettings.builder().setLabel(path).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      Position at =
          e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()
              ? new Position(
                  path,
                  marked.getProblemMark().get().getLine() + 1,
                  marked.getProblemMark().get().getColumn() + 1)
              : Position.of(path);
      problem(at, "the file is not YAML", "no rule of it applies until that is corrected");
      return Read.NOTHING;
    }
    if (loaded == null) {
      return Read.NOTHING;
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      problem(Position.of(path), "the file has no keys", "write rules: and off:");
      return Read.NOTHING;
    }
    List<CleaningRule> rules = new ArrayList<>();
    if (map.get("rules") instanceof List<?> list) {
      list.forEach(item -> rule(item).ifPresent(rules::add));
    } else if (map.get("rules") != null) {
      problem(at("rules"), "rules is not a list", "begin each rule with - name:");
    }
    List<Off> off = new ArrayList<>();
    if (map.get("off") instanceof List<?> list) {
      list.forEach(name -> off.add(new Off(String.valueOf(name), at(String.valueOf(name)))));
    } else if (map.get("off") != null) {
      problem(at("off"), "off is not a list", "write off: [rule-name]");
    }
    Map<String, String> exceptions = new LinkedHashMap<>();
    if (map.get("restore-exceptions") instanceof Map<?, ?> phrases) {
      phrases.forEach((mask, word) -> exceptions.put(String.valueOf(mask), String.valueOf(word)));
    } else if (map.get("restore-exceptions") != null) {
      problem(at("restore-exceptions"), "restore-exceptions is not a map", "write {预备D: 预备党员}");
    }
    return new Read(List.copyOf(rules), List.copyOf(off), exceptions);
  }

  private Optional<CleaningRule> rule(Object item) {
    if (!(item instanceof Map<?, ?> map) || !(map.get("name") instanceof String name)) {
      problem(at("rules"), "a rule has no name", "begin each rule with - name:");
      return Optional.empty();
    }
    Position at = at(name);
    if (!name.matches("[a-z][a-z0-9-]*")) {
      problem(at, "not a rule name: " + name, "use lower-case letters, digits and -");
      return Optional.empty();
    }
    Optional<CleaningRule.Kind> kind = text(map, "kind").flatMap(CleaningRule.Kind::of);
    if (kind.isEmpty()) {
      problem(
          at,
          "rule " + name + " has no known kind",
          "kinds are marker, advert-line, noise-line, noise-tail, watermark, invisible, look-alike,"
              + " replace, repair");
      return Optional.empty();
    }
    if (kind.get() == CleaningRule.Kind.REPAIR && !Repair.isName(name)) {
      problem(at, "no repair is called " + name, "known are " + String.join(", ", Repair.names()));
      return Optional.empty();
    }
    boolean needsBy = kind.get() == CleaningRule.Kind.REPLACE;
    if (needsBy && text(map, "by").isEmpty()) {
      problem(at, "rule " + name + " does not say what to write instead", "give it by:");
      return Optional.empty();
    }
    Optional<CleaningRule.Where> where =
        text(map, "where")
            .map(CleaningRule.Where::of)
            .orElseGet(() -> Optional.of(usual(kind.get())));
    if (where.isEmpty()) {
      problem(
          at, "rule " + name + " has an unknown where", "it may be anywhere, edges, head or tail");
      return Optional.empty();
    }
    Optional<Pattern> found =
        kind.get() == CleaningRule.Kind.REPAIR ? Optional.of(NOTHING) : pattern(map, name, at);
    Optional<String> after = text(map, "after");
    if (after.isPresent() && kind.get() != CleaningRule.Kind.NOISE_LINE) {
      problem(at, "rule " + name + " says after:, and is no noise-line", "take after: away");
      return Optional.empty();
    }
    Optional<Pattern> before = after.flatMap(regex -> compiled(regex, name, at));
    if (after.isPresent() && before.isEmpty()) {
      return Optional.empty();
    }
    return found.map(
        pattern ->
            new CleaningRule(
                name,
                kind.get(),
                pattern,
                where.get(),
                before,
                text(map, "by").orElse(""),
                text(map, "reason").orElse("")));
  }

  private Optional<Pattern> pattern(Map<?, ?> map, String name, Position at) {
    Optional<String> literal = text(map, "text").filter(text -> !text.isEmpty());
    if (literal.isPresent()) {
      return literal.map(text -> Pattern.compile(text, Pattern.LITERAL));
    }
    Optional<String> regex = text(map, "pattern").filter(text -> !text.isEmpty());
    if (regex.isEmpty()) {
      problem(at, "rule " + name + " finds nothing", "give it text: or pattern:");
      return Optional.empty();
    }
    return compiled(regex.get(), name, at);
  }

  private Optional<Pattern> compiled(String regex, String name, Position at) {
    try {
      Pattern pattern = Pattern.compile(regex);
      if (pattern.matcher("").matches()) {
        problem(at, "rule " + name + " matches an empty line", "a pattern must need a character");
        return Optional.empty();
      }
      return Optional.of(pattern);
    } catch (PatternSyntaxException e) {
      problem(at, "the pattern of rule " + name + " is wrong", e.getDescription());
      return Optional.empty();
    }
  }

  private static CleaningRule.Where usual(CleaningRule.Kind kind) {
    return switch (kind) {
      case MARKER, ADVERT_LINE, WATERMARK, INVISIBLE, LOOK_ALIKE, REPLACE, REPAIR ->
          CleaningRule.Where.ANYWHERE;
      case NOISE_LINE -> CleaningRule.Where.EDGES;
      case NOISE_TAIL -> CleaningRule.Where.TAIL;
    };
  }

  private static Optional<String> text(Map<?, ?> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  private void problem(Position at, String what, String hint) {
    diagnostics.add(Diagnostic.error("cleaning-rule", at, what, hint));
  }

  /** The first line that holds a word. */
  private Position at(String word) {
    int line = 1;
    for (String text : yaml.split("\n", -1)) {
      int column = text.indexOf(word);
      if (column >= 0) {
        return new Position(path, line, column + 1);
      }
      line++;
    }
    return Position.of(path);
  }
}
