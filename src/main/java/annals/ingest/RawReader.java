package annals.ingest;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.outline.TitleGrammar;
import annals.reader.SourceDocument;
import annals.report.Block;
import annals.report.Kinds;
import annals.report.Report;
import annals.report.Source;
import annals.text.Masks;
import annals.text.Simplified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one source document: cleans it, repairs its layout, finds title and headings. Nothing is
 * written. Immutable and safe for several threads.
 */
final class RawReader {
  private static final Pattern GOVERNMENT =
      Pattern.compile("代表.{0,14}(?:国务院|政府|公署).{0,30}报告|政府工作报告");
  private static final int LEAD_PARAGRAPHS = 4;

  private final CleaningRules rules;

  RawReader(CleaningRules rules) {
    this.rules = rules;
  }

  /**
   * @param fileName the source's name, without folders
   * @param stated what the caller says of the document; it wins over the text
   * @param named what its name and folders say; the text wins over that
   */
  ReadReport read(RawText source, String fileName, SourceHints stated, SourceHints named) {
    ImportLog.Ledger ledger = new ImportLog.Ledger(source);
    List<Diagnostic> diagnostics = new ArrayList<>(FormatFindings.report(source, ledger));
    List<Line> lines = InlineCleaner.clean(source, rules, ledger);
    lines = LineSplitter.split(lines, rules, ledger);
    lines = LineCleaner.clean(lines, rules, ledger);
    lines = LineJoiner.join(lines, rules, ledger);
    List<TracedText> paragraphs =
        rules.allows(Repair.SINGLE_SPACES)
            ? singleSpaced(lines, ledger)
            : lines.stream().map(Line::text).toList();
    HeadReader.Head head = HeadReader.read(source, paragraphs, ledger);
    List<Block> blocks = HeadingFinder.find(source, head.rest(), ledger);
    diagnostics.addAll(Flags.raise(source, paragraphs, rules, ledger));
    diagnostics.addAll(ledger.replacements());

    Report report =
        new Report(source.path(), header(source, fileName, head, stated, named, blocks), blocks);
    Outliner.Outlined outlined = Outliner.outline(report);
    diagnostics.addAll(outlined.diagnostics());
    Outline outline = outlined.outline();
    if (head.title().isEmpty()) {
      outline = withComposedTitle(outline);
      ledger.added("composed-title", "原文没有标题，按单位、年份和文种拟定", outline.title());
      diagnostics.add(
          Diagnostic.warning(
              "title-missing",
              Position.of(source.path()),
              "no title; composed from unit, year and kind: " + outline.title(),
              "correct title: in the front matter"));
    }
    diagnostics.addAll(guesses(source, outline, stated, named));
    return new ReadReport(report, outline, ledger.close(fileName), diagnostics, pictures(source));
  }

  /** What neither the caller nor the title says. */
  private static List<Diagnostic> guesses(
      RawText source, Outline outline, SourceHints stated, SourceHints named) {
    TitleGrammar.Title said = TitleGrammar.parse(outline.title());
    List<Diagnostic> guesses = new ArrayList<>();
    Position at = Position.of(source.path());
    boolean unitSaid = stated.unit().or(said::unit).isPresent();
    if (!outline.unit().isEmpty() && !unitSaid) {
      String from =
          named.unit().filter(outline.unit()::equals).isPresent() ? "the file's name" : "the text";
      guesses.add(
          Diagnostic.notice(
              "unit-guessed", at, "unit from " + from + ": " + outline.unit(), "else --unit"));
    }
    if (outline.year() > 0 && stated.year().or(said::year).isEmpty()) {
      String from =
          named.year().filter(year -> year == outline.year()).isPresent()
              ? "the file's name"
              : "the text";
      guesses.add(
          Diagnostic.notice(
              "year-guessed", at, "year from " + from + ": " + outline.year(), "else --year"));
    }
    return guesses;
  }

  private static Map<String, byte[]> pictures(RawText source) {
    return source.structure().map(SourceDocument.Structured::pictures).orElse(Map.of());
  }

  private static List<TracedText> singleSpaced(List<Line> lines, ImportLog.Ledger ledger) {
    List<TracedText> paragraphs = new ArrayList<>(lines.size());
    for (Line line : lines) {
      TracedText single = line.text().withSingleSpaces();
      if (single != line.text()) {
        ledger.spaced(line.text());
      }
      paragraphs.add(single);
    }
    return paragraphs;
  }

  private static Report.Header header(
      RawText source,
      String fileName,
      HeadReader.Head head,
      SourceHints stated,
      SourceHints named,
      List<Block> blocks) {
    String title = head.title().map(TracedText::text).orElse("");
    TitleGrammar.Title said = TitleGrammar.parse(title);
    Optional<String> kind = stated.kind();
    if (kind.isEmpty() && said.kind().isEmpty() && isGovernment(blocks)) {
      kind = Optional.of(Kinds.GOVERNMENT);
    }
    boolean government = kind.or(said::kind).filter(Kinds.GOVERNMENT::equals).isPresent();
    Optional<Integer> year = stated.year();
    if (year.isEmpty() && said.year().isEmpty()) {
      year = named.year();
      if (year.isEmpty() && government) {
        year = head.date().map(LocalDate::getYear);
      }
    }
    return new Report.Header(
        title,
        unit(said, head, stated, named),
        year,
        kind,
        head.date().map(Object::toString),
        Optional.of(new Source(fileName, source.sha256())),
        false);
  }

  /** The unit where the title's own word for it does not stand. */
  private static Optional<String> unit(
      TitleGrammar.Title said, HeadReader.Head head, SourceHints stated, SourceHints named) {
    if (stated.unit().isPresent()) {
      return stated.unit();
    }
    boolean sameBody =
        said.unit().isPresent()
            && named.unit().isPresent()
            && UnitFolders.place(said.unit().get()).equals(UnitFolders.place(named.unit().get()));
    if (sameBody) {
      return named.unit();
    }
    boolean clear = said.unit().filter(unit -> Masks.find(unit).isEmpty()).isPresent();
    if (head.unit().isPresent() && said.unit().isPresent()) {
      return head.unit();
    }
    return clear
        ? Optional.empty()
        : named.unit().or(() -> said.unit().isPresent() ? Optional.empty() : head.unit());
  }

  private static boolean isGovernment(List<Block> blocks) {
    return blocks.stream()
        .limit(LEAD_PARAGRAPHS)
        .anyMatch(
            block ->
                block instanceof Block.Paragraph paragraph
                    && GOVERNMENT.matcher(Simplified.of(paragraph.prose().text())).find());
  }

  private static Outline withComposedTitle(Outline outline) {
    String label =
        switch (outline.kind()) {
          case Kinds.GOVERNMENT -> "政府工作报告";
          case Kinds.PARTY -> "党建工作总结";
          case Kinds.DUTY -> "述职报告";
          default -> "工作总结";
        };
    String year = outline.year() == 0 ? "" : outline.year() + "年";
    return new Outline(
        outline.unit() + year + label,
        outline.unit(),
        outline.year(),
        outline.kind(),
        outline.years(),
        outline.lead(),
        outline.sections(),
        outline.retired());
  }
}
