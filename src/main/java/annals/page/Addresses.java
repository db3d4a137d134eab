package annals.page;

import annals.report.ReportLink;
import java.util.Optional;

/**
 * What the links that authors write lead to on one page. Others than these stay readable as text.
 */
interface Addresses {
  /** Only the web and mail can be followed. */
  Addresses WEB = target -> Optional.of(target).filter(Addresses::isOfTheWeb);

  /** The address for a target as written; empty if it cannot be followed. */
  Optional<String> of(String target);

  /**
   * The web, mail, and other reports by the paths of their files.
   *
   * @param file the report's own file, to which such paths are relative
   * @param route where the page stands
   */
  static Addresses ofReport(Site site, String file, Route route) {
    return target ->
        WEB.of(target)
            .or(
                () ->
                    ReportLink.of(file, target)
                        .flatMap(
                            link ->
                                site.reportAt(link.path())
                                    .map(site.plan()::report)
                                    .map(page -> address(route, page, link.anchor()))));
  }

  private static String address(Route route, Route page, String anchor) {
    return anchor.isEmpty() ? route.linkTo(page) : route.linkTo(page, anchor);
  }

  private static boolean isOfTheWeb(String target) {
    return target.startsWith("https://")
        || target.startsWith("http://")
        || target.startsWith("mailto:");
  }
}
