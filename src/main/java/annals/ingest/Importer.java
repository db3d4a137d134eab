package annals.ingest;

import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.ingest.ImportResult.Document;
import annals.ingest.ImportResult.Status;
import annals.markdown.FrontMatter;
import annals.markdown.MarkdownReader;
import annals.outline.Outline;
import annals.reader.UnreadableException;
import annals.report.Source;
import annals.source.ContentTree;
import annals.source.UnitSource;
import annals.text.Masks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Brings source documents into the content folder, one Markdown file each with its import log
 * beside it. One document that cannot be imported does not stop the others. Importing the same
 * documents again changes nothing. One object serves one run and is called by one thread; documents
 * are read ahead by several and written in order.
 */
public final class Importer {
  /** Names that many bodies bear; two reports of one year may well be by two of them. */
  private static final Pattern GENERIC_UNIT =
      Pattern.compile("办公室|(?:综合|秘书|人事|财务)[科处股]|(?:机关)?党(?:支部|总支|委|组)|工会|团委|机关|政府|委员会|社区|街道");

  private static final Set<String> DOUBTS =
      Set.of("title-missing", "unit-guessed", "year-guessed", "year-conflict", "year-missing");

  private final ImportSettings settings;
  private final ReportReader reader;
  private final ImportFindings findings;
  private final SourceDocuments documents;
  private final UnitFolders folders;
  private final Map<String, String> importedBefore = new HashMap<>();
  private final List<Imported> imported = new ArrayList<>();
  private final Map<Path, ImportLog> takenBy = new HashMap<>();
  private final Map<String, String> sameText = new HashMap<>();
  private final Map<String, TreeSet<String>> kindsOfYear = new HashMap<>();

  /** A document that has its place: the folder and year as {@code folder/year}. */
  private record Imported(Path file, String year, String unit) {}

  /**
   * @throws UncheckedIOException if the content folder is there and cannot be read
   */
  public Importer(ImportSettings settings) {
    this.settings = settings;
    this.reader = new ReportReader(settings.rules());
    this.findings = new ImportFindings(settings.root());
    this.documents = new SourceDocuments(settings.into(), findings);
    List<UnitSource> units =
        Files.isDirectory(settings.into())
            ? ContentTree.scan(settings.root(), settings.into(), new Diagnostics()).units()
            : List.of();
    this.folders = new UnitFolders(settings.into(), units.stream().map(UnitSource::info).toList());
    for (UnitSource unit : units) {
      for (UnitSource.ReportFile file : unit.reports()) {
        kindsOfYear(unit.info().folder(), file.id().year()).add(file.id().kind());
        file.header().source().ifPresent(s -> importedBefore.put(s.sha256(), file.path()));
      }
    }
  }

  /** Imports files, and all files of known formats below folders. */
  public ImportResult importAll(List<Path> paths) {
    return importAll(paths, count -> document -> {});
  }

  /**
   * The same, telling how many documents there are, then of each when it is done.
   *
   * @param begin gets their number, gives what is told of each
   */
  public ImportResult importAll(List<Path> paths, IntFunction<Consumer<Document>> begin) {
    List<Document> done = new ArrayList<>();
    List<Path> files = documents.files(paths).stream().distinct().toList();
    Consumer<Document> progress = begin.apply(files.size());
    try (ReadAhead<Reading> ahead = new ReadAhead<>(files, this::reading)) {
      for (Path file : files) {
        Document document = importFile(file, ahead.next());
        done.add(document);
        progress.accept(document);
      }
    }
    reportCollisions();
    return new ImportResult(done, findings.sorted());
  }

  /**
   * A document as read, or why it could not be.
   *
   * @param identity of its text, by {@link TextIdentity}
   */
  private record Reading(
      Optional<ReadReport> report, String identity, Optional<IOException> failure) {}

  private Reading reading(Path file) {
    try {
      SourceHints stated = documents.hints(file);
      ReadReport read = reader.read(file, findings.relative(file), stated.or(settings.stated()));
      return new Reading(Optional.of(read), TextIdentity.of(read.report()), Optional.empty());
    } catch (IOException e) {
      return new Reading(Optional.empty(), "", Optional.of(e));
    }
  }

  private Document importFile(Path file, Reading reading) {
    String twin = sameText.get(reading.identity());
    if (twin != null) {
      String what = "the same document as " + twin;
      findings.notice("duplicate-document", file, what, "");
      Optional<ImportResult.Facts> facts = reading.report().map(read -> facts(read, List.of(what)));
      return new Document(findings.relative(file), Optional.empty(), Status.UNCHANGED, facts);
    }
    if (reading.report().isEmpty()) {
      if (reading.failure().orElseThrow() instanceof UnreadableException e) {
        findings.error(e.code(), file, e.getMessage(), e.hint());
      } else {
        String why = String.valueOf(reading.failure().get().getMessage());
        findings.error("unreadable", file, "the file cannot be read", why);
      }
      return new Document(
          findings.relative(file), Optional.empty(), Status.REFUSED, Optional.empty());
    }
    ReadReport read = reading.report().get();
    findings.addAll(read.diagnostics());
    Outline outline = read.outline();
    Optional<ImportResult.Facts> facts = Optional.of(facts(read, doubts(read)));
    String folder = folders.folder(outline.unit());
    boolean refused = read.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    if (folder.isEmpty()) {
      findings.error("unit-missing", file, "no unit found in the title", "name it with --unit");
      refused = true;
    }
    if (refused) {
      return new Document(findings.relative(file), Optional.empty(), Status.REFUSED, facts);
    }
    checkUnit(file, outline.unit());
    Path target = settings.into().resolve(folder).resolve(read.fileStem() + ".md");
    sameText.put(reading.identity(), read.log().file());
    Status status = write(file, read, folder, target);
    return new Document(
        findings.relative(file), Optional.of(findings.relative(target)), status, facts);
  }

  private static ImportResult.Facts facts(ReadReport read, List<String> doubts) {
    Outline outline = read.outline();
    int removed = read.log().of(ImportLog.Action.REMOVED).size();
    return new ImportResult.Facts(
        outline.title(), outline.unit(), outline.year(), outline.kind(), removed, doubts);
  }

  private static List<String> doubts(ReadReport read) {
    List<String> doubts = new ArrayList<>();
    read.diagnostics().stream()
        .filter(diagnostic -> DOUBTS.contains(diagnostic.code()))
        .forEach(diagnostic -> doubts.add(diagnostic.what()));
    if (!Masks.find(read.outline().unit()).isEmpty()) {
      doubts.add("the unit's name is masked");
    }
    return doubts;
  }

  private Status write(Path file, ReadReport read, String folder, Path target) {
    Outline outline = read.outline();
    ImportLog other = takenBy.putIfAbsent(target, read.log());
    if (other != null) {
      return taken(file, target, other);
    }
    String elsewhere = importedBefore.get(read.log().sha256());
    if (elsewhere != null && !Files.exists(target) && settings.stated().equals(SourceHints.NONE)) {
      findings.notice("already-imported", file, "this document is already in " + elsewhere, "");
      return Status.UNCHANGED;
    }
    imported.add(new Imported(file, folder + "/" + outline.year(), outline.unit()));
    kindsOfYear(folder, outline.year()).add(outline.kind());
    boolean attached = settings.attach() || isAttached(target);
    String markdown = MarkdownWriter.write(read.asImported(attached));
    String log =
        ImportLogFile.write(
            read.log(), target.getFileName().toString(), Source.sha256(bytes(markdown)));
    Path logFile = target.resolveSibling(read.fileStem() + ".import.yaml");
    try {
      Optional<Status> kept = kept(file, target, logFile, markdown, read);
      if (kept.isPresent()) {
        return kept.get();
      }
      boolean existed = Files.exists(target);
      boolean same = existed && Files.readString(target).equals(markdown);
      if (!settings.dryRun()) {
        writeIfChanged(target, markdown);
        writeIfChanged(logFile, log);
        if (attached) {
          attach(file, read, target);
        }
        for (Map.Entry<String, byte[]> picture : read.pictures().entrySet()) {
          SafeFile.write(
              target.resolveSibling(read.filesFolder()).resolve(picture.getKey()),
              picture.getValue());
        }
        if (!folders.hasUnitFile(folder)) {
          writeIfChanged(
              target.resolveSibling("unit.yaml"), folders.newUnitFile(folder, outline.unit()));
        }
      }
      return same ? Status.UNCHANGED : existed ? Status.UPDATED : Status.CREATED;
    } catch (IOException e) {
      findings.error(
          "unwritable", target, "the report cannot be written", String.valueOf(e.getMessage()));
      return Status.REFUSED;
    }
  }

  /** Whether the report that is there offers its original. */
  private static boolean isAttached(Path target) {
    try {
      return Files.exists(target)
          && FrontMatter.read("", Files.readString(target), new ArrayList<>())
              .header()
              .source()
              .filter(Source::attached)
              .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a copy of the original, byte for byte, beside the report. */
  private static void attach(Path file, ReadReport read, Path target) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!Source.sha256(bytes).equals(read.log().sha256())) {
      throw new IOException("the original has changed while it was imported");
    }
    Path copy = target.resolveSibling(read.filesFolder()).resolve(file.getFileName().toString());
    if (!Files.exists(copy) || !Arrays.equals(Files.readAllBytes(copy), bytes)) {
      SafeFile.write(copy, bytes);
    }
  }

  /** What becomes of a document whose place another one of this run has taken. */
  private Status taken(Path file, Path target, ImportLog other) {
    findings.error(
        "report-collision",
        file,
        "the same unit, year and kind as " + other.file() + ": " + findings.relative(target),
        "import one of the two with --unit or --kind");
    return Status.REFUSED;
  }

  /** Why an existing report is not replaced, if it is not. */
  private Optional<Status> kept(
      Path file, Path target, Path logFile, String markdown, ReadReport read) throws IOException {
    ImportLog log = read.log();
    if (!Files.exists(target)) {
      return Optional.empty();
    }
    String existing = Files.readString(target);
    if (existing.equals(markdown)) {
      return Optional.empty();
    }
    Optional<Source> source =
        FrontMatter.read(findings.relative(target), existing, new ArrayList<>()).header().source();
    boolean sameFile = source.filter(s -> s.file().equals(log.file())).isPresent();
    boolean sameBytes = source.filter(s -> s.sha256().equals(log.sha256())).isPresent();
    if (!sameFile && !sameBytes && saysTheSame(existing, read)) {
      findings.notice(
          "already-imported", file, "this document is already in " + findings.relative(target), "");
      return Optional.of(Status.UNCHANGED);
    }
    if (!sameFile && !sameBytes) {
      findings.error(
          "report-collision",
          file,
          findings.relative(target)
              + " is "
              + source.map(s -> "imported from " + s.file()).orElse("written by hand"),
          "import this document with --unit or --kind, or move the other");
      return Optional.of(Status.REFUSED);
    }
    if (settings.force()) {
      return Optional.empty();
    }
    if (!sameBytes) {
      findings.warning(
          "source-changed",
          file,
          "the original of " + findings.relative(target) + " has changed",
          "--force replaces the report");
      return Optional.of(Status.KEPT);
    }
    Optional<String> written =
        Files.exists(logFile)
            ? ImportLogFile.markdownSha256(Files.readString(logFile))
            : Optional.empty();
    if (written.filter(sha256 -> sha256.equals(Source.sha256(bytes(existing)))).isPresent()) {
      return Optional.empty();
    }
    findings.warning(
        "edited", target, "edited since its import, not replaced", "--force replaces it");
    return Optional.of(Status.KEPT);
  }

  private static boolean saysTheSame(String existing, ReadReport read) {
    return TextIdentity.of(new MarkdownReader().read("", existing).report())
        .equals(TextIdentity.of(read.asImported()));
  }

  private void checkUnit(Path file, String unit) {
    if (!Masks.find(unit).isEmpty()) {
      findings.warning(
          "unit-masked", file, "the unit's name is masked: " + unit, "name it with --unit");
    }
  }

  /** Where bodies with a common name have several reports of a year, they may not be one body. */
  private void reportCollisions() {
    for (Imported document : imported) {
      TreeSet<String> kinds = kindsOfYear.get(document.year());
      if (kinds.size() > 1 && GENERIC_UNIT.matcher(document.unit()).matches()) {
        findings.warning(
            "unit-collision",
            document.file(),
            document.year() + " has reports of several kinds: " + String.join(", ", kinds),
            "kept apart by kind; if they are by different bodies, import one with --unit");
      }
    }
  }

  private TreeSet<String> kindsOfYear(String folder, int year) {
    return kindsOfYear.computeIfAbsent(folder + "/" + year, key -> new TreeSet<>());
  }

  private static void writeIfChanged(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      SafeFile.write(file, text);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
