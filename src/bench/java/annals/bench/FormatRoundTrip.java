package annals.bench;

import annals.export.OfficialDocument;
import annals.ingest.CleaningRules;
import annals.ingest.MarkdownWriter;
import annals.ingest.ReadReport;
import annals.ingest.ReportReader;
import annals.ingest.SourceHints;
import annals.markdown.MarkdownReader;
import annals.outline.Outline;
import annals.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reports through the files of other programs and back: each report of a content folder as a Word
 * file after GB/T 9704 ({@code official}) and as one whose numbers are automatic ({@code numbered}), both
 * converted by LibreOffice, and all read again. Of each format is said how many come back with the
 * same title, headings and text; what differs is shown. LibreOffice does not draw some of the marks that
 * hang over the margin: a PDF that lacks one is not compared, but shown. Automatic numbers of HTML are left out: LibreOffice
 * writes them as lists that say 1., 2., 3. at every level. Needs {@code soffice} on the path.
 */
public final class FormatRoundTrip {
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());
  private static final List<String> CONVERTED = List.of("doc", "odt", "html", "pdf");
  private static final int SHOWN = 60;
  private static final int AROUND = 4;

  private final Path room;
  private final Map<Path, Path> originals = new TreeMap<>();
  private final Map<String, int[]> tally = new TreeMap<>();

  private FormatRoundTrip(Path room) {
    this.room = room;
  }

  /** Arguments: a content folder, a folder to work in. Ends with 1 if a report comes back changed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FormatRoundTrip trip = new FormatRoundTrip(Files.createDirectories(Path.of(arguments[1])));
    trip.write(Path.of(arguments[0]));
    for (String format : CONVERTED) {
      trip.convert(format);
    }
    trip.compare();
    trip.tally.forEach(
        (format, counts) -> System.out.printf("%-16s %d of %d the same%n", format, counts[0], counts[1]));
    boolean same = trip.tally.values().stream().allMatch(counts -> counts[0] == counts[1]);
    System.exit(same ? 0 : 1);
  }

  private void write(Path content) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(content)) {
      files = walk.filter(f -> f.getFileName().toString().matches("[0-9]{4}.*\\.md")).sorted().toList();
    }
    for (Path file : files) {
      Report report = report(file);
      String name = content.relativize(file).toString().replace('/', '_').replace(".md", "");
      Path official = room.resolve(name + ".official.docx");
      Files.write(official, OfficialDocument.write(report, picture -> Optional.empty()));
      originals.put(official, file);
      Optional<byte[]> counted = NumberedDocument.write(report);
      if (counted.isPresent()) {
        Path numbered = room.resolve(name + ".numbered.docx");
        Files.write(numbered, counted.get());
        originals.put(numbered, file);
      }
    }
  }

  private void convert(String format) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + room.resolve("profile").toAbsolutePath().toUri(),
                "--convert-to",
                format.equals("html") ? "html:HTML (StarWriter):EmbedImages" : format,
                "--outdir",
                room.toString()));
    originals.keySet().forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("soffice --convert-to " + format + " failed");
    }
  }

  private void compare() throws IOException {
    for (Map.Entry<Path, Path> original : originals.entrySet()) {
      ReadReport expected = READER.read(original.getValue(), "expected", SourceHints.NONE);
      String docx = original.getKey().getFileName().toString();
      String stem = docx.substring(0, docx.length() - ".docx".length());
      String kind = stem.substring(stem.lastIndexOf('.') + 1);
      for (String format : Stream.concat(Stream.of("docx"), CONVERTED.stream()).toList()) {
        if (kind.equals("numbered") && format.equals("html")) {
          continue;
        }
        String name = stem + "." + format;
        if (format.equals("pdf")) {
          Optional<String> undrawn = undrawn(body(expected), room.resolve(name));
          if (undrawn.isPresent()) {
            System.out.println(name + ": no mark is drawn between " + undrawn.get());
            continue;
          }
        }
        Optional<String> difference = difference(expected, room.resolve(name), format);
        int[] counts = tally.computeIfAbsent(kind + " " + format, key -> new int[2]);
        counts[0] += difference.isEmpty() ? 1 : 0;
        counts[1]++;
        difference.ifPresent(d -> System.out.println(name + ": " + d));
      }
    }
  }

  /** What stands around the first mark that a PDF does not have; empty if it has them all. */
  private static Optional<String> undrawn(String body, Path pdf) throws IOException {
    String drawn;
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      drawn = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
    String expected = body.replaceAll("[\\s\\\\]+", "");
    for (int i = AROUND; i < expected.length() - AROUND; i++) {
      if ("，。；、：".indexOf(expected.charAt(i)) >= 0) {
        String before = expected.substring(i - AROUND, i);
        String after = expected.substring(i + 1, i + 1 + AROUND);
        if (drawn.contains(before + after)
            && !drawn.contains(before + expected.charAt(i) + after)) {
          return Optional.of(before + " and " + after);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(ReadReport expected, Path file, String format)
      throws IOException {
    ReadReport read = READER.read(file, file.toString(), SourceHints.NONE);
    String titles = between(expected.outline().title(), read.outline().title());
    if (!titles.isEmpty()) {
      return Optional.of("title: " + titles);
    }
    String headings = between(headings(expected.outline()), headings(read.outline()));
    if (!headings.isEmpty()) {
      return Optional.of("headings: " + headings);
    }
    String body = body(expected);
    boolean withoutSpaces = format.equals("pdf");
    boolean sorted = withoutSpaces && body.contains("\n|");
    String texts =
        between(text(body, withoutSpaces, sorted), text(body(read), withoutSpaces, sorted));
    return texts.isEmpty() ? Optional.empty() : Optional.of("text: " + texts);
  }

  private static String headings(Outline outline) {
    StringBuilder headings = new StringBuilder();
    outline
        .walk()
        .forEach(
            section ->
                headings
                    .append(section.level())
                    .append(' ')
                    .append(section.number())
                    .append(section.heading())
                    .append(' ')
                    .append(section.role().word())
                    .append(' ')
                    .append(section.target())
                    .append('\n'));
    return headings.toString();
  }

  /** Columns of a table may be aligned otherwise. */
  private static String body(ReadReport read) {
    String markdown = MarkdownWriter.write(read.asImported());
    return markdown.substring(markdown.indexOf("\n---\n")).replaceAll(":?-+:? \\|", "--- |");
  }

  /**
   * A body as it is compared. Tables of a PDF are read by rows, so what stands in their cells may change
   * places: of a report with a table the letters alone, sorted.
   */
  private static String text(String body, boolean withoutSpaces, boolean sorted) {
    if (!sorted) {
      return withoutSpaces ? body.replaceAll("\\s+", "") : body;
    }
    StringBuilder letters = new StringBuilder();
    body.chars().filter(Character::isLetterOrDigit).sorted().forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  /** Where two texts part, with a little of both; empty if they do not. */
  private static String between(String expected, String found) {
    if (expected.equals(found)) {
      return "";
    }
    int at = 0;
    while (at < Math.min(expected.length(), found.length())
        && expected.charAt(at) == found.charAt(at)) {
      at++;
    }
    return shown(expected, at) + " became " + shown(found, at);
  }

  private static String shown(String text, int at) {
    int from = Math.max(0, at - 12);
    String part = text.substring(from, Math.min(text.length(), at + SHOWN));
    return '"' + part.replace("\n", "⏎") + '"';
  }

  private static Report report(Path file) throws IOException {
    return new MarkdownReader().read(file.toString(), Files.readString(file)).report();
  }
}
