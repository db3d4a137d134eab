package annals.ingest;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How an import is to go.
 *
 * @param root the source folder, to which the paths in diagnostics are relative
 * @param into the content folder, made when it is missing
 * @param rules how documents are cleaned
 * @param stated unit, year and kind of all documents of this run, where the caller says so
 * @param attach whether each original is copied beside its report and offered on its page
 * @param force whether a report edited since its import, or one whose original has changed, is
 *     replaced
 * @param dryRun whether to find out everything and write nothing
 */
public record ImportSettings(
    Path root,
    Path into,
    CleaningRules rules,
    SourceHints stated,
    boolean attach,
    boolean force,
    boolean dryRun) {
  public ImportSettings {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(into, "into");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(stated, "stated");
  }
}
