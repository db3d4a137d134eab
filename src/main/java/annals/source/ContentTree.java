package annals.source;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Position;
import annals.diagnostic.Suppression;
import annals.markdown.FrontMatter;
import annals.markdown.MarkdownReader;
import annals.report.Kinds;
import annals.report.Report;
import annals.report.ReportId;
import annals.report.Source;
import annals.report.UnitInfo;
import annals.text.Decoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What lies in the content folder. Scanning reads {@code unit.yaml} and front matter alone; bodies
 * are read one by one when they are needed.
 */
public final class ContentTree {
  private static final Pattern REPORT_FILE =
      Pattern.compile("(\\d{4})(?:-([a-z][a-z0-9-]*))?\\.md");
  private static final String RULINGS_FILE = "follow-up.csv";
  private static final String ANCHORS_FILE = "anchors.lock";
  private static final Pattern NAMES_REPORT = Pattern.compile("# .*|title:\\s*[^\\s\"'#].*");

  /**
   * Front matter is shorter as a rule, and never as long as what is read where this is too short.
   */
  private static final int HEAD_BYTES = 1024;

  private static final int LONG_HEAD_BYTES = 8192;

  private final MarkdownReader markdown = new MarkdownReader();
  private final List<UnitSource> units;
  private final List<HeldBack> heldBack;

  private ContentTree(List<UnitSource> units, List<HeldBack> heldBack) {
    this.units = List.copyOf(units);
    this.heldBack = List.copyOf(heldBack);
  }

  /** The units in the order of all pages. */
  public List<UnitSource> units() {
    return units;
  }

  /** The reports that are left out, by path; nothing else of this tree knows of them. */
  public List<HeldBack> heldBack() {
    return heldBack;
  }

  /** Scans a content folder and leaves out drafts. */
  public static ContentTree scan(Path root, Path content, Diagnostics diagnostics) {
    return scan(root, content, Admission.ALL, diagnostics);
  }

  /**
   * Scans a content folder.
   *
   * @param admission decides which reports are left out besides drafts
   * @param root the source folder, to which paths in diagnostics are relative
   * @param content the folder with one folder a unit
   * @throws UncheckedIOException if a folder or file cannot be read
   */
  public static ContentTree scan(
      Path root, Path content, Admission admission, Diagnostics diagnostics) {
    if (!Files.isDirectory(content)) {
      diagnostics.add(
          Diagnostic.error(
              "content-missing",
              Position.of(relative(root, content)),
              "there is no content folder",
              "./annals import FILE… fills it, ./annals new DIR makes an example"));
      return new ContentTree(List.of(), List.of());
    }
    return scan(new Scan(root, content, admission, Set.of(), diagnostics));
  }

  /**
   * Scans a content folder without reading reports that are known by their files' names to be let
   * in: their headers say nothing but year and kind. What is wrong is not told.
   *
   * @throws UncheckedIOException if a folder or file cannot be read
   */
  public static ContentTree scanNames(Path root, Path content, Set<ReportId> known) {
    return Files.isDirectory(content)
        ? scan(new Scan(root, content, Admission.ALL, known, new Diagnostics()))
        : new ContentTree(List.of(), List.of());
  }

  private static ContentTree scan(Scan scan) {
    List<UnitSource> units =
        list(scan.content()).parallelStream().filter(Files::isDirectory).map(scan::unit).toList();
    scan.reportCollisions(units);
    return new ContentTree(
        UnitOrder.sorted(units),
        scan.heldBack().stream().sorted(Comparator.comparing(HeldBack::path)).toList());
  }

  /**
   * The same tree with one unit's folder scanned anew. What is wrong between units is not looked
   * for.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  public ContentTree rescan(Path root, Path folder, Admission admission, Diagnostics diagnostics) {
    Scan scan = new Scan(root, folder.getParent(), admission, Set.of(), diagnostics);
    UnitSource unit = scan.unit(folder);
    String name = unit.info().folder();
    List<HeldBack> held = new ArrayList<>(scan.heldBack());
    heldBack.stream()
        .filter(h -> !h.path().startsWith(relative(root, folder) + "/"))
        .forEach(held::add);
    return new ContentTree(
        units.stream().map(u -> u.info().folder().equals(name) ? unit : u).toList(),
        held.stream().sorted(Comparator.comparing(HeldBack::path)).toList());
  }

  /**
   * Reads one report whole. The header carries the year and kind of its id; the answers of its
   * front matter stand beside those in its text.
   */
  public MarkdownReader.Read read(UnitSource.ReportFile file) {
    Decoding.Decoded decoded = Decoding.decode(bytes(file.file()));
    MarkdownReader.Read read = markdown.read(file.path(), decoded.text(), file.header());
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    if (decoded.damaged() > 0 || !decoded.charset().equals(StandardCharsets.UTF_8)) {
      diagnostics.add(
          Diagnostic.warning(
              "not-utf-8",
              Position.of(file.path()),
              "read as " + decoded.charset() + ", " + decoded.damaged() + " characters damaged",
              "content files are UTF-8; ./annals import converts others"));
    }
    List<Suppression> suppressions = new ArrayList<>(read.suppressions());
    file.ignore().forEach((code, reason) -> suppressions.add(Suppression.ofFile(code, reason)));
    return new MarkdownReader.Read(read.report(), diagnostics, suppressions);
  }

  /** The Markdown of a report without its front matter, as it is written. */
  public String body(UnitSource.ReportFile file) {
    return FrontMatter.body(Decoding.decode(bytes(file.file())).text());
  }

  /** The bytes of a file beside the reports. */
  public byte[] read(UnitSource.SideFile file) {
    return bytes(file.file());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String relative(Path root, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = root.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }

  /** One scan: reads heads of files and reports whatever is wrong with them. */
  private record Scan(
      Path root,
      Path content,
      Admission admission,
      Set<ReportId> known,
      Diagnostics diagnostics,
      Collection<HeldBack> heldBack) {
    Scan(
        Path root,
        Path content,
        Admission admission,
        Set<ReportId> known,
        Diagnostics diagnostics) {
      this(root, content, admission, known, diagnostics, new ConcurrentLinkedQueue<>());
    }

    UnitSource unit(Path folder) {
      Path file = folder.resolve("unit.yaml");
      List<Diagnostic> found = new ArrayList<>();
      String yaml = Files.exists(file) ? Decoding.decode(bytes(file)).text() : "";
      UnitInfo info =
          UnitFile.read(folder.getFileName().toString(), relative(root, file), yaml, found);
      diagnostics.addAll(found);
      Map<ReportId, UnitSource.ReportFile> reports = new HashMap<>();
      for (Path entry : list(folder)) {
        if (Files.isRegularFile(entry) && entry.getFileName().toString().endsWith(".md")) {
          Optional<UnitSource.ReportFile> taken = report(info, entry);
          if (!known.isEmpty() && taken.filter(f -> reports.containsKey(f.id())).isPresent()) {
            return readingAll().unit(folder);
          }
          taken.ifPresent(
              report -> {
                UnitSource.ReportFile other = reports.putIfAbsent(report.id(), report);
                if (other != null) {
                  diagnostics.add(
                      Diagnostic.error(
                          "duplicate-report",
                          Position.of(report.path()),
                          "the same unit, year and kind as " + other.path(),
                          "state another kind: or remove one of the two"));
                }
              });
        }
      }
      return new UnitSource(
          info,
          reports.values().stream()
              .sorted(Comparator.comparing(UnitSource.ReportFile::id))
              .toList(),
          beside(folder, RULINGS_FILE).filter(this::isAdmitted),
          beside(folder, ANCHORS_FILE));
    }

    /** Where two files have the name of one report, front matter must tell which is which. */
    private Scan readingAll() {
      return new Scan(root, content, admission, Set.of(), diagnostics, heldBack);
    }

    private boolean isAdmitted(UnitSource.SideFile rulings) {
      return admission.admitsRulings(rulings.path(), Decoding.decode(bytes(rulings.file())).text());
    }

    private Optional<UnitSource.SideFile> beside(Path folder, String name) {
      return Optional.of(folder.resolve(name))
          .filter(Files::isRegularFile)
          .map(file -> new UnitSource.SideFile(file, relative(root, file)));
    }

    private Optional<UnitSource.ReportFile> report(UnitInfo unit, Path file) {
      String path = relative(root, file);
      Matcher name = REPORT_FILE.matcher(file.getFileName().toString());
      if (!name.matches()) {
        diagnostics.add(
            Diagnostic.warning(
                "file-name",
                Position.of(path),
                "not taken as a report",
                "reports are named <year>.md or <year>-<kind>.md"));
        return Optional.empty();
      }
      int year = Integer.parseInt(name.group(1));
      String kindOfName = name.group(2) == null ? Kinds.WORK : name.group(2);
      ReportId named = new ReportId(unit.slug(), year, kindOfName);
      if (known.contains(named)) {
        return Optional.of(known(file, path, named));
      }
      String head =
          admission == Admission.ALL ? headWithHeading(file) : Decoding.decode(bytes(file)).text();
      List<Diagnostic> found = new ArrayList<>();
      FrontMatter frontMatter = FrontMatter.read(path, head, found);
      Report.Header header = frontMatter.header();
      diagnostics.addAll(found);
      if (header.year().isPresent() && header.year().get() != year) {
        diagnostics.add(
            Diagnostic.error(
                "year-conflict",
                new Position(path, 1, 1),
                "the file is named " + year + ", its front matter says " + header.year().get(),
                "rename the file or correct year:"));
      }
      String kind = header.kind().orElse(kindOfName);
      ReportId id = new ReportId(unit.slug(), header.year().orElse(year), kind);
      Optional<UnitSource.Original> original = original(path, file, header);
      Optional<HeldBack.Reason> reason =
          header.draft()
              ? Optional.of(HeldBack.Reason.DRAFT)
              : admission.refuses(path, frontMatter, head, original);
      if (reason.isPresent()) {
        heldBack.add(new HeldBack(path, id, reason.get()));
        return Optional.empty();
      }
      return Optional.of(
          new UnitSource.ReportFile(
              file,
              path,
              id,
              new Report.Header(
                  title(header, head, frontMatter, unit.name() + id.year() + "年报告"),
                  header.unit(),
                  Optional.of(id.year()),
                  Optional.of(kind),
                  header.date(),
                  header.source(),
                  false),
              frontMatter.ignore(),
              original));
    }

    private static UnitSource.ReportFile known(Path file, String path, ReportId id) {
      Report.Header header =
          new Report.Header(
              "",
              Optional.empty(),
              Optional.of(id.year()),
              Optional.of(id.kind()),
              Optional.empty(),
              Optional.empty(),
              false);
      return new UnitSource.ReportFile(file, path, id, header, Map.of(), Optional.empty());
    }

    /** The document beside a report that is to be offered on its page. */
    private Optional<UnitSource.Original> original(String path, Path file, Report.Header header) {
      if (header.source().filter(Source::attached).isEmpty() || header.draft()) {
        return Optional.empty();
      }
      Source source = header.source().get();
      String name = file.getFileName().toString();
      String folder = name.substring(0, name.length() - ".md".length()) + UnitSource.FILES;
      Path original = file.resolveSibling(folder).resolve(source.file());
      if (!Files.isRegularFile(original)) {
        diagnostics.add(
            Diagnostic.error(
                "attachment-missing",
                new Position(path, 1, 1),
                "the original is to be offered, but there is no " + relative(root, original),
                "put it there, import it again with --attach, or take attach: away"));
        return Optional.empty();
      }
      return Optional.of(
          new UnitSource.Original(
              new UnitSource.SideFile(original, relative(root, original)), source.sha256()));
    }

    /** The title of the front matter, else the first heading of level 1, else a composed one. */
    private static String title(
        Report.Header header, String head, FrontMatter frontMatter, String composed) {
      if (!header.title().isEmpty()) {
        return header.title();
      }
      return head.substring(frontMatter.bodyStart())
          .lines()
          .filter(line -> line.startsWith("# "))
          .findFirst()
          .map(line -> line.substring(2).strip())
          .orElse(composed);
    }

    /** The first lines of a file, with the front matter and what may name the report. */
    private static String headWithHeading(Path file) {
      String head = head(file, HEAD_BYTES);
      return FrontMatter.isClosed(head) && head.lines().anyMatch(NAMES_REPORT.asMatchPredicate())
          ? head
          : head(file, LONG_HEAD_BYTES);
    }

    private static String head(Path file, int bytes) {
      try (var in = Files.newInputStream(file)) {
        byte[] head = in.readNBytes(bytes);
        int end = head.length;
        while (head.length == bytes && end > 1 && head[end - 1] != '\n') {
          end--;
        }
        return Decoding.decode(Arrays.copyOf(head, end)).text();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void reportCollisions(List<UnitSource> units) {
      Map<String, UnitInfo> bySlug = new HashMap<>();
      Map<String, UnitInfo> byFolder = new HashMap<>();
      for (UnitSource unit : units) {
        byFolder.put(unit.info().folder(), unit.info());
        UnitInfo other = bySlug.putIfAbsent(unit.info().slug(), unit.info());
        if (other != null) {
          diagnostics.add(
              Diagnostic.error(
                  "duplicate-slug",
                  Position.of(unitFile(unit.info())),
                  "slug " + unit.info().slug() + " is also that of " + other.folder(),
                  "state another slug: in one of the two"));
        }
      }
      for (UnitSource unit : units) {
        for (UnitInfo.Predecessor predecessor : unit.info().predecessors()) {
          if (!byFolder.containsKey(predecessor.folder())) {
            diagnostics.add(
                Diagnostic.error(
                    "predecessor-missing",
                    Position.of(unitFile(unit.info())),
                    "there is no unit " + predecessor.folder(),
                    "predecessors name folders below content/"));
          }
        }
      }
    }

    private String unitFile(UnitInfo unit) {
      return relative(root, content.resolve(unit.folder()).resolve("unit.yaml"));
    }
  }
}
