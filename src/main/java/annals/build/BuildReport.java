package annals.build;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.output.WriteResult;
import annals.source.HeldBack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a build did.
 *
 * @param diagnostics everything found, by place
 * @param written what was written; absent if errors kept the site as it was
 * @param units how many units have reports
 * @param reports how many reports were built
 * @param heldBack the reports that were left out, by path
 * @param stages how long each stage took, in the order they ran
 */
public record BuildReport(
    List<Diagnostic> diagnostics,
    Optional<WriteResult> written,
    int units,
    int reports,
    List<HeldBack> heldBack,
    List<Stage> stages) {
  public BuildReport {
    diagnostics = List.copyOf(diagnostics);
    heldBack = List.copyOf(heldBack);
    stages = List.copyOf(stages);
  }

  /** A stage and the time it took. */
  public record Stage(String name, Duration time) {}

  public long count(Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).count();
  }

  public long count(HeldBack.Reason reason) {
    return heldBack.stream().filter(held -> held.reason() == reason).count();
  }
}
