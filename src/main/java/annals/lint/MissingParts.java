package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Role;
import annals.report.Kinds;
import java.util.List;
import java.util.function.Consumer;

/**
 * Parts that a report has not: summary, problems, plan. A government report tells of problems at
 * the end of its summary, without a heading, so none is asked of it.
 */
final class MissingParts implements Lint {
  @Override
  public List<String> names() {
    return List.of("part-missing");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    if (record.outline().sections().isEmpty()) {
      return;
    }
    for (Role role : List.of(Role.SUMMARY, Role.PROBLEMS, Role.PLAN)) {
      boolean asked = role != Role.PROBLEMS || !record.outline().kind().equals(Kinds.GOVERNMENT);
      if (asked && !record.outline().has(role)) {
        found.accept(
            Diagnostic.warning(
                "part-missing",
                Position.of(record.report().path()),
                "no " + role.word() + " section",
                "if there is one under another name, mark it {role=" + role.word() + "}"));
      }
    }
  }
}
