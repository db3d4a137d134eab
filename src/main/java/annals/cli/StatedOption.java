package annals.cli;

import annals.ingest.SourceHints;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options by which a person says what a document is; they win over its text. */
final class StatedOption {
  @Option(names = "--unit", paramLabel = "NAME", description = "the unit the documents are of")
  private String unit;

  @Option(names = "--year", paramLabel = "Y", description = "the report year")
  private Integer year;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description = "work, party, duty, government, or the site's own")
  private String kind;

  SourceHints hints() {
    return new SourceHints(
        Optional.ofNullable(unit), Optional.ofNullable(year), Optional.ofNullable(kind));
  }
}
