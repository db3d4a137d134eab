package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** Something to look for in a report. Without state, safe for several threads. */
interface Lint {
  /** The names of the codes it may give. */
  List<String> names();

  void check(ReportRecord record, Consumer<Diagnostic> found);
}
