package annals.reader;

import annals.text.Decoding;
import annals.text.Legibility;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;

/** Reads the bytes of a document of any known format. What they are decides, not their name. */
public final class DocumentReader {
  private static final Set<String> ENDINGS =
      Set.of(
          "txt", "text", "html", "htm", "docx", "docm", "dotx", "doc", "wps", "odt", "pdf", "ofd",
          "rtf");

  /** How many pieces are enough to tell. */
  private static final int SAMPLE = 2000;

  private DocumentReader() {}

  /** Whether a file of this name is worth reading. */
  public static boolean reads(String fileName) {
    return ENDINGS.contains(ending(fileName));
  }

  /** The known formats, for messages. */
  public static String formats() {
    return ".docx, .doc, .wps, .odt, .pdf, .html, .txt";
  }

  /**
   * @param fileName for formats that do not show in the bytes
   * @throws UnreadableException if it is broken, locked or of another format
   */
  public static SourceDocument read(String fileName, byte[] bytes) throws UnreadableException {
    return guarded(() -> legible(document(fileName, bytes)));
  }

  /** What reads a file that may be damaged in any way. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException, OpenXML4JException;
  }

  static <T> T guarded(Reading<T> reading) throws UnreadableException {
    try {
      return reading.read();
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | OpenXML4JException | RuntimeException | StackOverflowError e) {
      throw new UnreadableException(
          "document-broken",
          "the file is damaged or not what its name says" + reason(e),
          "open it in Word or WPS and save it again as .docx");
    }
  }

  private static SourceDocument document(String fileName, byte[] bytes)
      throws IOException, OpenXML4JException {
    return switch (FileFormat.of(fileName, bytes)) {
      case TEXT -> new SourceDocument.PlainText(Decoding.decode(bytes));
      case HTML -> HtmlReader.read(bytes);
      case WORD -> WordReader.read(bytes);
      case OLD_WORD -> OldWordReader.read(bytes);
      case ODT -> OdtReader.read(bytes);
      case PDF -> PdfReader.read(bytes);
    };
  }

  /** Characters that no one can read come of an unknown encoding, or of a PDF's own. */
  private static SourceDocument legible(SourceDocument document) throws UnreadableException {
    String text =
        switch (document) {
          case SourceDocument.PlainText plain -> plain.decoded().text();
          case SourceDocument.Structured structure ->
              structure.pieces().stream()
                  .limit(SAMPLE)
                  .map(Piece::text)
                  .collect(Collectors.joining("\n"));
        };
    if (!Legibility.isLegible(text)) {
      throw undecodable();
    }
    return document;
  }

  static UnreadableException undecodable() {
    return new UnreadableException(
        "text-undecodable",
        "its characters cannot be made out: an unknown encoding, or fonts that do not tell",
        "open it where it can be read, and save its text as UTF-8 .txt or as .docx");
  }

  static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.length() > 160
        ? ""
        : " (" + message.lines().findFirst().orElse("").strip() + ")";
  }
}
