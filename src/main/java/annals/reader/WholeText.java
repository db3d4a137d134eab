package annals.reader;

import annals.text.Decoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.jsoup.Jsoup;

/**
 * All words that a file holds, those too which no page of it shows: headers, comments, deleted
 * text, names in its properties. For looking through, not for reading: parts stand in no order, and
 * words in pictures are not among them.
 *
 * @param parts texts that belong together, each with its lines; rows of tables as {@code |a|b|}
 * @param hidden what of this a reader of the printed document does not see
 */
public record WholeText(List<String> parts, Set<Hidden> hidden) {
  private static final int LARGEST_PART = 32 << 20;
  private static final int LARGEST = 128 << 20;
  private static final int MOST_ENTRIES = 10_000;
  private static final int DEEPEST = 2;

  public WholeText {
    parts = List.copyOf(parts);
    hidden = Set.copyOf(hidden);
  }

  /** What a file gives away besides its text. */
  public enum Hidden {
    COMMENTS,
    DELETED_TEXT
  }

  /**
   * @param fileName for formats that do not show in the bytes
   * @throws UnreadableException if the words cannot be taken out: a scan, a password, damage
   */
  public static WholeText of(String fileName, byte[] bytes) throws UnreadableException {
    if (List.of("md", "markdown").contains(DocumentReader.ending(fileName))) {
      return plain(Decoding.decode(bytes).text());
    }
    WholeText text = DocumentReader.guarded(() -> read(fileName, bytes));
    if (text.parts().stream().allMatch(String::isBlank)) {
      throw new UnreadableException(
          "document-scanned", "no words in it, only pictures", "look at it before it goes out");
    }
    return text;
  }

  private static WholeText read(String fileName, byte[] bytes) throws IOException {
    return switch (FileFormat.of(fileName, bytes)) {
      case TEXT -> plain(Decoding.decode(bytes).text());
      case HTML -> plain(MarkupWords.of(Jsoup.parse(HtmlReader.decode(bytes))).text());
      case WORD, ODT -> ofPackage(bytes);
      case OLD_WORD -> ofOldWord(bytes);
      case PDF -> ofPdf(bytes);
    };
  }

  private static WholeText plain(String text) {
    return new WholeText(List.of(text), Set.of());
  }

  private static WholeText ofPackage(byte[] bytes) throws IOException {
    List<String> parts = new ArrayList<>();
    Set<Hidden> hidden = EnumSet.noneOf(Hidden.class);
    add(bytes, 0, parts, hidden);
    return new WholeText(parts, hidden);
  }

  private static void add(byte[] bytes, int depth, List<String> parts, Set<Hidden> hidden)
      throws IOException {
    long room = LARGEST;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean packed = depth < DEEPEST && name.matches(".*\\.(?:docx|docm|xlsx|xlsm|pptx|odt)");
        byte[] part = zip.readNBytes(LARGEST_PART + 1);
        room -= part.length;
        if (part.length > LARGEST_PART || room < 0 || ++entries > MOST_ENTRIES) {
          throw new UnreadableException(
              "document-too-large", "unpacked it is too large to be looked through", "");
        }
        if (packed) {
          add(part, depth + 1, parts, hidden);
        } else if (name.endsWith(".xml")) {
          MarkupWords words = MarkupWords.of(Xml.parse(part));
          parts.add(words.text());
          hidden.addAll(words.hidden());
        }
      }
    }
  }

  private static WholeText ofOldWord(byte[] bytes) throws IOException {
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
      List<String> parts = new ArrayList<>();
      Set<Hidden> hidden = EnumSet.noneOf(Hidden.class);
      Range all = document.getOverallRange();
      parts.add(all.text().replace('\u0007', '|').replaceAll("[\r\u000b\f]", "\n"));
      if (!document.getCommentsRange().text().isBlank()) {
        hidden.add(Hidden.COMMENTS);
      }
      for (int i = 0; i < all.numCharacterRuns(); i++) {
        if (all.getCharacterRun(i).isMarkedDeleted()) {
          hidden.add(Hidden.DELETED_TEXT);
        }
      }
      SummaryInformation about = document.getSummaryInformation();
      if (about != null) {
        parts.add(
            lines(
                about.getTitle(),
                about.getSubject(),
                about.getAuthor(),
                about.getLastAuthor(),
                about.getKeywords(),
                about.getComments()));
      }
      return new WholeText(parts, hidden);
    } catch (EncryptedDocumentException e) {
      throw FileFormat.locked();
    }
  }

  private static WholeText ofPdf(byte[] bytes) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      List<String> parts = new ArrayList<>();
      Set<Hidden> hidden = EnumSet.noneOf(Hidden.class);
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        parts.add(stripper.getText(document));
      }
      boolean scanned = parts.stream().allMatch(String::isBlank);
      for (PDPage page : document.getPages()) {
        for (PDAnnotation annotation : page.getAnnotations()) {
          String words = Optional.ofNullable(annotation.getContents()).orElse("");
          if (!words.isBlank()) {
            parts.add(words);
            hidden.add(Hidden.COMMENTS);
          }
        }
      }
      var about = document.getDocumentInformation();
      if (!scanned) {
        parts.add(
            lines(about.getTitle(), about.getSubject(), about.getAuthor(), about.getKeywords()));
      }
      return new WholeText(parts, hidden);
    } catch (InvalidPasswordException e) {
      throw FileFormat.locked();
    }
  }

  private static String lines(String... texts) {
    StringBuilder lines = new StringBuilder();
    for (String text : texts) {
      lines.append(text == null ? "" : text).append('\n');
    }
    return lines.toString();
  }
}
