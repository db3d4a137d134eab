package annals.report;

import java.util.List;
import java.util.Optional;

/**
 * One document of one unit, as read; its structure is found by {@code annals.outline}.
 *
 * @param path the Markdown (or raw) file, relative to the source folder, for diagnostics
 * @param header title, year, kind and provenance
 * @param blocks the body in order, without front matter
 */
public record Report(String path, Header header, List<Block> blocks) {
  public Report {
    blocks = List.copyOf(blocks);
  }

  /**
   * What the front matter (or, for a raw file, the importer) says of a report.
   *
   * @param title the title; empty if none was given
   * @param unit the unit's name as the front matter states it; usually absent, for the folder gives
   *     the unit
   * @param year the report year, if stated
   * @param kind the kind, if stated
   * @param date the day it was written, {@code yyyy-MM-dd}, if stated
   * @param draft whether it must stay out of the site
   */
  public record Header(
      String title,
      Optional<String> unit,
      Optional<Integer> year,
      Optional<String> kind,
      Optional<String> date,
      Optional<Source> source,
      boolean draft) {}
}
