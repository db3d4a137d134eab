package annals.lint;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.markdown.YamlFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much each kind of finding weighs on this site: the catalogue's word unless {@code check:
 * severity:} in annals.yaml says otherwise. Immutable.
 */
public final class Severities {
  /** What the catalogue says. */
  public static final Severities USUAL = new Severities(Map.of());

  /** By name; empty for off. */
  private final Map<String, Optional<Severity>> changed;

  private Severities(Map<String, Optional<Severity>> changed) {
    this.changed = Map.copyOf(changed);
  }

  /**
   * Reads {@code severity:} of annals.yaml.
   *
   * @param check the value of {@code check:}; codes that are unknown or fixed, and words that are
   *     no severity, are reported there and left as they are
   */
  public static Severities read(YamlFields check) {
    Map<String, Optional<Severity>> changed = new HashMap<>();
    Map<String, String> stated = check.fields("severity").map(YamlFields::all).orElse(Map.of());
    stated.forEach(
        (word, severity) -> {
          Optional<Code> code = Codes.all().find(word);
          if (code.isEmpty()) {
            check.wrong("severity", "codes that ./annals check --list shows, not " + word);
          } else if (code.get().fixed()) {
            check.wrong("severity", "codes that can be changed; " + word + " is always an error");
          } else if (!severity.matches("error|warning|notice|off")) {
            check.wrong("severity", "error, warning, notice or off for " + word);
          } else {
            changed.put(code.get().name(), Codes.severity(severity));
          }
        });
    return new Severities(changed);
  }

  /** What a finding of this name weighs; empty if it is off. */
  public Optional<Severity> of(String name) {
    Optional<Severity> stated = changed.get(name);
    return stated != null ? stated : Codes.all().find(name).flatMap(Code::severity);
  }

  /** The finding with the severity that the site gives it; none if it is off. */
  Stream<Diagnostic> weighed(Diagnostic found) {
    Optional<Severity> stated = changed.get(found.code());
    if (stated == null || stated.equals(Optional.of(found.severity()))) {
      return Stream.of(found);
    }
    return stated.stream()
        .map(
            severity ->
                new Diagnostic(
                    severity, found.code(), found.position(), found.what(), found.hint()));
  }

  /** Whether all is as the catalogue says. */
  boolean isUsual() {
    return changed.isEmpty();
  }

  /** Whether the site made a finding of one of these names an error. */
  boolean stopsBuild(List<String> names) {
    return names.stream().anyMatch(name -> Optional.of(Severity.ERROR).equals(changed.get(name)));
  }
}
