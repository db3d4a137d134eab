package annals.diary;

import annals.anchor.PublishedPage;

/**
 * A report as a release had it.
 *
 * @param folder where it stands in the site, such as {@code units/office/2023}
 */
public record ReportRef(String title, String folder) {
  static ReportRef of(PublishedPage page) {
    return new ReportRef(page.title(), page.address());
  }
}
