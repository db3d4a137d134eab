package annals.build;

import annals.archive.Catalog;
import annals.source.ContentTree;

/** The catalogue of a content folder: what front matter says of every report. */
final class SiteCatalog {
  private SiteCatalog() {}

  static Catalog of(ContentTree tree) {
    return new Catalog(
        tree.units().stream()
            .map(
                unit ->
                    new Catalog.Unit(
                        unit.info(),
                        unit.reports().stream()
                            .map(
                                report ->
                                    new Catalog.Entry(
                                        report.id(),
                                        report.header().title(),
                                        report.header().date(),
                                        report.header().source(),
                                        report.path()))
                            .toList()))
            .toList());
  }
}
