package annals.source;

import annals.report.Report;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A unit's folder.
 *
 * @param reports its reports, drafts left out, by year and kind
 */
public record UnitSource(UnitInfo info, List<ReportFile> reports) {
  public UnitSource {
    reports = List.copyOf(reports);
  }

  /**
   * A report's file.
   *
   * @param file where it lies
   * @param path the same, relative to the source folder, with {@code /}
   * @param header its front matter, with year and kind as the id has them
   * @param ignore the front matter's answers to findings: reasons by code
   */
  public record ReportFile(
      Path file, String path, ReportId id, Report.Header header, Map<String, String> ignore) {}
}
