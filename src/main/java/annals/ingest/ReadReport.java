package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.outline.Outline;
import annals.outline.TitleGrammar;
import annals.report.Block;
import annals.report.Kinds;
import annals.report.Mark;
import annals.report.Prose;
import annals.report.Report;
import annals.report.Source;
import annals.source.UnitSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A source document as read, before anything is written.
 *
 * @param report title, blocks and what is known of unit, year and kind
 * @param outline what was found in it
 * @param log what was done to the source
 * @param diagnostics what was odd about it, by place
 * @param pictures bytes by file name
 */
public record ReadReport(
    Report report,
    Outline outline,
    ImportLog log,
    List<Diagnostic> diagnostics,
    Map<String, byte[]> pictures) {
  public ReadReport {
    diagnostics = diagnostics.stream().sorted().distinct().toList();
    pictures = Map.copyOf(pictures);
  }

  /**
   * The report as its Markdown file states it: with what was settled about it, its source, and the
   * unit where the title does not give it.
   */
  public Report asImported() {
    return asImported(false);
  }

  /**
   * The same.
   *
   * @param attached whether its source is to be offered on its page
   */
  Report asImported(boolean attached) {
    Report.Header header = report.header();
    Optional<String> unit =
        Optional.of(outline.unit())
            .filter(name -> !name.isEmpty())
            .filter(name -> !TitleGrammar.parse(outline.title()).unit().equals(Optional.of(name)));
    return new Report(
        report.path(),
        new Report.Header(
            outline.title(),
            unit,
            Optional.of(outline.year()).filter(year -> year > 0),
            Optional.of(outline.kind()),
            header.date(),
            Optional.of(new Source(log.file(), log.sha256(), attached)),
            header.draft()),
        report.blocks().stream().map(this::withPicturePath).toList());
  }

  /** The name of its Markdown file, without ending. */
  String fileStem() {
    boolean plain = outline.kind().equals(Kinds.WORK) || outline.kind().equals(Kinds.GOVERNMENT);
    return outline.year() + (plain ? "" : "-" + outline.kind());
  }

  /** The folder beside its Markdown file in which its pictures and its original lie. */
  String filesFolder() {
    return fileStem() + UnitSource.FILES;
  }

  private Block withPicturePath(Block block) {
    return block instanceof Block.Paragraph paragraph
            && paragraph.prose().marks().size() == 1
            && paragraph.prose().marks().getFirst() instanceof Mark.Image image
            && pictures.containsKey(image.target())
        ? new Block.Paragraph(
            new Prose(
                paragraph.prose().text(),
                List.of(new Mark.Image(image.span(), filesFolder() + "/" + image.target()))),
            paragraph.line())
        : block;
  }
}
