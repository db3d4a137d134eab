package annals.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.export.OfficialDocument;
import annals.export.Picture;
import annals.golden.Golden;
import annals.markdown.MarkdownReader;
import annals.report.Report;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A report of the demonstration archive as other programs write it. The files were made from it by
 * {@code annals export} and LibreOffice ({@code official}), or from HTML with heading styles
 * ({@code styled}).
 */
class FormatRoundTripTest {
  private static final ReportReader READER = new ReportReader(CleaningRules.builtIn());
  private static final Path FOLDER = Golden.folder("formats");
  private static final int MUTATIONS = 300;

  /** Reading a PDF, with its fonts, takes many times as long. */
  private static final int MUTATIONS_OF_PDF = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "official.docx",
        "official.doc",
        "official.odt",
        "official.html",
        "styled.docx",
        "styled.doc",
        "styled.odt"
      })
  void everyFormatGivesTheReportItWasMadeFrom(String file) throws IOException {
    assertEquals(
        withoutAlignment(MarkdownWriter.write(original())),
        withoutAlignment(MarkdownWriter.write(read(file).asImported())));
  }

  /** Tables of a PDF are read by rows, so the lines inside their cells may change places. */
  @Test
  void aPdfGivesTheSameHeadingsAndLosesNoCharacter() throws IOException {
    ReadReport read = read("official.pdf");
    ReadReport expected =
        Documents.read(READER, "2023.md", Files.readAllBytes(FOLDER.resolve("original.md")));
    assertEquals(
        expected.outline().sections().stream().map(s -> s.number() + s.heading()).toList(),
        read.outline().sections().stream().map(s -> s.number() + s.heading()).toList());
    assertEquals(letters(expected.report()), letters(read.report()));
  }

  @Test
  void whatIsExportedComesBackTheSame() throws IOException {
    byte[] docx = OfficialDocument.write(original(), picture -> Optional.empty());
    assertEquals(
        withoutAlignment(MarkdownWriter.write(original())),
        withoutAlignment(
            MarkdownWriter.write(Documents.read(READER, "a.docx", docx).asImported())));
  }

  @Test
  void aPictureThatIsExportedComesBackWithItsText() throws IOException {
    byte[] png = png(1200, 300);
    Report report =
        new MarkdownReader()
            .read(
                "content/局/2023.md",
                "---\ntitle: 某局2023年工作总结\n---\n## 一、供水\n建成泵站。\n\n![泵站外景](2023-files/泵站.png)\n")
            .report();
    byte[] docx =
        OfficialDocument.write(
            report, name -> name.equals("2023-files/泵站.png") ? Picture.of(png) : Optional.empty());
    ReadReport read = Documents.read(READER, "a.docx", docx);
    String name = read.pictures().keySet().iterator().next();
    assertArrayEquals(png, read.pictures().get(name));
    assertTrue(
        MarkdownWriter.write(read.asImported()).contains("![泵站外景](2023-files/" + name + ")"),
        MarkdownWriter.write(read.asImported()));
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      XWPFPicture picture =
          document.getParagraphs().stream()
              .flatMap(paragraph -> paragraph.getRuns().stream())
              .flatMap(run -> run.getEmbeddedPictures().stream())
              .findFirst()
              .orElseThrow();
      assertEquals(442.2, picture.getWidth(), 0.1, "no wider than the text");
      assertEquals(picture.getWidth() / 4, picture.getDepth(), 0.1, "in its own proportions");
    }
  }

  @Test
  void whatIsNoPictureIsItsTextInTheWordFile() throws IOException {
    Report report = new MarkdownReader().read("content/局/2023.md", "![泵站外景](x.svg)\n").report();
    byte[] docx = OfficialDocument.write(report, name -> Picture.of("<svg/>".getBytes(UTF_8)));
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      assertEquals("［图：泵站外景］", document.getParagraphs().getLast().getText());
    }
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"official.docx", "official.doc", "official.odt", "official.html", "official.pdf"})
  void damagedFilesAreReadOrRefused(String file) throws IOException {
    byte[] whole = Files.readAllBytes(FOLDER.resolve(file));
    Random random = new Random(file.hashCode());
    for (int i = 0; i < (file.endsWith(".pdf") ? MUTATIONS_OF_PDF : MUTATIONS); i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j <= random.nextInt(30); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        damaged = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      try {
        READER.read(file, damaged, file, SourceHints.NONE);
      } catch (annals.reader.UnreadableException refused) {
        assertEquals(List.of(refused.getMessage()), refused.getMessage().lines().toList());
      }
    }
  }

  private static List<Integer> letters(Report report) {
    String markdown = MarkdownWriter.write(report);
    return markdown
        .substring(markdown.indexOf("\n---\n"))
        .chars()
        .filter(Character::isLetterOrDigit)
        .sorted()
        .boxed()
        .toList();
  }

  private static ReadReport read(String file) throws IOException {
    return Documents.read(READER, file, Files.readAllBytes(FOLDER.resolve(file)));
  }

  private static Report original() throws IOException {
    return new MarkdownReader()
        .read("original.md", Files.readString(FOLDER.resolve("original.md")))
        .report();
  }

  /** Front matter, and the alignment of columns that the formats do not all carry. */
  private static String withoutAlignment(String markdown) {
    return markdown.substring(markdown.indexOf("\n---\n")).replaceAll(":?-+:? \\|", "--- |");
  }
}
