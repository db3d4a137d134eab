package annals.source;

import annals.report.Report;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit's folder.
 *
 * @param reports its reports, drafts left out, by year and kind
 * @param rulings {@code follow-up.csv}, where there is one
 * @param anchors {@code anchors.lock}, where something was published
 */
public record UnitSource(
    UnitInfo info,
    List<ReportFile> reports,
    Optional<SideFile> rulings,
    Optional<SideFile> anchors) {
  /** What the folder of a report's pictures and original is called, behind the report's name. */
  public static final String FILES = "-files";

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
   * @param original the document it was imported from, where its page is to offer that
   */
  public record ReportFile(
      Path file,
      String path,
      ReportId id,
      Report.Header header,
      Map<String, String> ignore,
      Optional<Original> original) {}

  /**
   * The document that a report was imported from, as it lies beside it.
   *
   * @param sha256 the hash that the report states
   */
  public record Original(SideFile file, String sha256) {}

  /**
   * A file beside the reports.
   *
   * @param path the same, relative to the source folder, with {@code /}
   */
  public record SideFile(Path file, String path) {}
}
