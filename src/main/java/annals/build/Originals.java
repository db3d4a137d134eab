package annals.build;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Position;
import annals.output.OutputFile;
import annals.page.SitePlan;
import annals.reader.UnreadableException;
import annals.reader.WholeText;
import annals.report.Source;
import annals.source.UnitSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The originals that report pages offer, looked at before they go out. Safe for several threads.
 */
final class Originals {
  private final Diagnostics diagnostics;

  Originals(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The originals of reports as files of the site.
   *
   * @throws UncheckedIOException if one cannot be read
   */
  Stream<OutputFile> files(List<UnitSource.ReportFile> reports, SitePlan plan) {
    return reports.stream()
        .filter(report -> report.original().isPresent())
        .map(
            report ->
                new OutputFile(
                    plan.original(report.id(), report.header().source().orElseThrow().file())
                        .path(),
                    bytes(report.original().get())));
  }

  /**
   * The bytes of an original; that they are not those its report names is an error.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  private byte[] bytes(UnitSource.Original original) {
    try {
      byte[] bytes = Files.readAllBytes(original.file().file());
      String sha256 = Source.sha256(bytes);
      if (!sha256.equals(original.sha256())) {
        diagnostics.add(
            Diagnostic.error(
                "attachment-changed",
                Position.of(original.file().path()),
                "not the file that its report was imported from; its SHA-256 is " + sha256,
                "put the original back, or import this one with --force"));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All words in an original; told are those that no reader of its pages sees. */
  List<String> words(UnitSource.Original original) {
    Position at = Position.of(original.file().path());
    try {
      WholeText text =
          WholeText.of(original.file().file().getFileName().toString(), bytes(original));
      if (!text.hidden().isEmpty()) {
        diagnostics.add(
            Diagnostic.warning(
                "attachment-hidden",
                at,
                "whoever takes a copy can read in it: "
                    + text.hidden().stream()
                        .sorted()
                        .map(what -> what.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")),
                "take attach: away, or import a copy in which they are accepted and removed"));
      }
      return text.parts();
    } catch (UnreadableException e) {
      diagnostics.add(
          Diagnostic.warning(
              "attachment-unread",
              at,
              "the gate cannot look into it: " + e.getMessage(),
              "a person has to read it before it goes out"));
      return List.of();
    }
  }
}
