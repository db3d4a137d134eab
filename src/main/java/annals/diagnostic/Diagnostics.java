package annals.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects the diagnostics of one run. Safe for use by several threads; what {@link #sorted()}
 * gives does not depend on the order in which they arrived.
 */
public final class Diagnostics {
  private final List<Diagnostic> collected = new ArrayList<>();

  public synchronized void add(Diagnostic diagnostic) {
    collected.add(diagnostic);
  }

  public synchronized void addAll(Collection<Diagnostic> diagnostics) {
    collected.addAll(diagnostics);
  }

  /** All of them, by path, line and column, without repetitions. */
  public synchronized List<Diagnostic> sorted() {
    return collected.stream().sorted().distinct().toList();
  }

  public synchronized boolean hasErrors() {
    return collected.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** How many distinct ones of this severity there are. */
  public long count(Severity severity) {
    return sorted().stream().filter(d -> d.severity() == severity).count();
  }
}
