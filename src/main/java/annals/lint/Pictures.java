package annals.lint;

import annals.archive.ReportRecord;
import annals.diagnostic.Diagnostic;
import annals.report.Mark;
import annals.report.PlacedProse;
import annals.report.ReportLink;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Pictures whose file is not there, and pictures that say nothing to those who cannot see them. */
final class Pictures implements Lint {
  private final Predicate<String> exists;

  /**
   * @param exists whether there is a file at a path relative to the source folder
   */
  Pictures(Predicate<String> exists) {
    this.exists = exists;
  }

  @Override
  public List<String> names() {
    return List.of("picture-missing", "picture-without-text");
  }

  @Override
  public void check(ReportRecord record, Consumer<Diagnostic> found) {
    Texts.of(record)
        .forEach(
            placed ->
                placed.prose().marks().stream()
                    .filter(Mark.Image.class::isInstance)
                    .map(Mark.Image.class::cast)
                    .forEach(image -> look(record, placed, image, found)));
  }

  private void look(
      ReportRecord record, PlacedProse placed, Mark.Image image, Consumer<Diagnostic> found) {
    int start = image.span().start();
    ReportLink.of(record.report().path(), image.target())
        .filter(link -> !exists.test(link.path()))
        .ifPresent(
            link ->
                found.accept(
                    Diagnostic.warning(
                        "picture-missing",
                        Texts.at(record, placed, start),
                        "there is no picture " + image.target(),
                        "put it beside the report, or correct the path")));
    if (image.span().length() == 0) {
      found.accept(
          Diagnostic.warning(
              "picture-without-text",
              Texts.at(record, placed, start),
              "picture " + image.target() + " has no alternative text",
              "write ![what it shows](" + image.target() + ")"));
    }
  }
}
