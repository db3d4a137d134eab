package annals.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * One finding about the input or the built site.
 *
 * @param code a stable kebab-case name of the kind of finding, such as {@code year-conflict}
 * @param what one clause that says what is the matter, without a full stop
 * @param hint what to do about it; empty when there is nothing to add
 */
public record Diagnostic(
    Severity severity, String code, Position position, String what, String hint)
    implements Comparable<Diagnostic> {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::position)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::what);

  public Diagnostic {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(hint, "hint");
    if (!code.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a diagnostic code: " + code);
    }
  }

  public static Diagnostic error(String code, Position position, String what, String hint) {
    return new Diagnostic(Severity.ERROR, code, position, what, hint);
  }

  public static Diagnostic warning(String code, Position position, String what, String hint) {
    return new Diagnostic(Severity.WARNING, code, position, what, hint);
  }

  public static Diagnostic notice(String code, Position position, String what, String hint) {
    return new Diagnostic(Severity.NOTICE, code, position, what, hint);
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line:column: warning: what (hint) [code]}. */
  @Override
  public String toString() {
    return position
        + ": "
        + severity.word()
        + ": "
        + what
        + (hint.isEmpty() ? "" : " (" + hint + ")")
        + " ["
        + code
        + "]";
  }
}
