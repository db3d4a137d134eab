package annals.archive;

import annals.outline.Outline;
import annals.report.Report;
import annals.report.ReportId;

/** A report with its outline. */
public record ReportRecord(ReportId id, Report report, Outline outline) {}
