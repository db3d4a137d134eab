package annals.ingest;

import annals.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules by which source documents are cleaned: those of the product, and over them those of a
 * site. Immutable and safe for several threads.
 */
public final class CleaningRules {
  private static final String SITE_FILE = "cleaning.yaml";
  private static final String BUILT_IN = "/annals/ingest/cleaning.yaml";

  private final List<CleaningRule> rules;

  private final Restoring restoring;

  private CleaningRules(List<CleaningRule> rules, Restoring restoring) {
    this.rules = List.copyOf(rules);
    this.restoring = restoring;
  }

  /**
   * Masked words to write in full.
   *
   * @param words what each mask stands for: 党 for D
   * @param exceptions phrases in which it stands for something else: 预备党员 for 预备D
   */
  record Restoring(Map<String, String> words, Map<String, String> exceptions) {
    Restoring {
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
      exceptions = Collections.unmodifiableMap(new LinkedHashMap<>(exceptions));
    }
  }

  /**
   * These rules, which also write masked words in full.
   *
   * @param words what each mask stands for; D and A are restored only where they stand for a word
   */
  public CleaningRules restoring(Map<String, String> words) {
    return new CleaningRules(rules, new Restoring(words, restoring.exceptions()));
  }

  Restoring restoring() {
    return restoring;
  }

  /** Whether a repair of layout is switched on. */
  boolean allows(Repair repair) {
    return rules.stream()
        .anyMatch(r -> r.kind() == CleaningRule.Kind.REPAIR && r.name().equals(repair.rule()));
  }

  /** The rules that come with the product. */
  public static CleaningRules builtIn() {
    try (InputStream in = CleaningRules.class.getResourceAsStream(BUILT_IN)) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Diagnostic> problems = new ArrayList<>();
      CleaningRulesReader.Read read = CleaningRulesReader.read("cleaning.yaml", yaml, problems);
      if (!problems.isEmpty()) {
        throw new IllegalStateException("built-in cleaning rules: " + problems);
      }
      return new CleaningRules(read.rules(), new Restoring(Map.of(), read.exceptions()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * These rules overlaid with a site's own: a rule of the same name replaces, others follow, and
   * {@code off} takes rules out.
   *
   * @param path the site's file, for diagnostics
   * @param yaml its text
   * @param diagnostics gets what is wrong with the file; the rules that can be read still count
   */
  public CleaningRules extendedBy(String path, String yaml, List<Diagnostic> diagnostics) {
    CleaningRulesReader.Read read = CleaningRulesReader.read(path, yaml, diagnostics);
    Map<String, CleaningRule> byName = new LinkedHashMap<>();
    rules.forEach(rule -> byName.put(rule.name(), rule));
    read.rules().forEach(rule -> byName.put(rule.name(), rule));
    Set<String> known = Set.copyOf(byName.keySet());
    for (CleaningRulesReader.Off off : read.off()) {
      if (known.contains(off.name())) {
        byName.remove(off.name());
      } else {
        diagnostics.add(
            Diagnostic.warning(
                "cleaning-rule-unknown",
                off.position(),
                "no cleaning rule is called " + off.name(),
                "known are " + String.join(", ", known.stream().sorted().toList())));
      }
    }
    Map<String, String> exceptions = new LinkedHashMap<>(restoring.exceptions());
    exceptions.putAll(read.exceptions());
    return new CleaningRules(
        List.copyOf(byName.values()), new Restoring(restoring.words(), exceptions));
  }

  /**
   * The rules of a site: the product's, and over them those in its file beside annals.yaml.
   *
   * @param root the source folder
   */
  public static CleaningRules ofSite(Path root, List<Diagnostic> diagnostics) {
    Path file = root.resolve(SITE_FILE);
    try {
      return Files.exists(file)
          ? builtIn().extendedBy(SITE_FILE, Files.readString(file), diagnostics)
          : builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Something that import would have taken out or flagged.
   *
   * @param wholeLine whether the pattern must match a whole line, else it finds parts of lines
   */
  public record Leftover(String rule, Pattern pattern, boolean wholeLine, String reason) {}

  /** What these rules look for in a line of text, whatever stands before it. */
  public List<Leftover> leftovers() {
    return rules.stream()
        .filter(rule -> rule.kind() != CleaningRule.Kind.REPAIR && rule.after().isEmpty())
        .map(
            rule ->
                new Leftover(
                    rule.name(),
                    rule.pattern(),
                    switch (rule.kind()) {
                      case MARKER, WATERMARK, INVISIBLE, LOOK_ALIKE, REPLACE, REPAIR -> false;
                      case ADVERT_LINE, NOISE_LINE, NOISE_TAIL -> true;
                    },
                    rule.reason()))
        .toList();
  }

  List<CleaningRule> of(CleaningRule.Kind kind) {
    return rules.stream().filter(rule -> rule.kind() == kind).toList();
  }
}
