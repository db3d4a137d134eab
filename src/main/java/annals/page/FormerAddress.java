package annals.page;

import annals.report.ReportId;
import java.util.Optional;

/**
 * A place at which a report was published and no longer stands.
 *
 * @param folder relative to the site's root, such as {@code units/office/2023}
 * @param unit the slug of the unit that wrote it
 * @param year the report year
 * @param now the report, if it is still in the archive
 */
public record FormerAddress(String folder, String unit, int year, Optional<ReportId> now) {
  Route route() {
    return new Route(folder + "/index.html");
  }
}
