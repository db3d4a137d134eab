package annals.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads .pdf that holds text. For one document. */
final class PdfReader {
  private static final int MOST_PAGES = 2000;

  /** A page of text has hundreds of characters; a scan has none, or a stamp's. */
  private static final int SCAN = 30;

  private PdfReader() {}

  static SourceDocument.Structured read(byte[] bytes) throws IOException, UnreadableException {
    try (PDDocument document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      if (pages > MOST_PAGES) {
        throw new UnreadableException(
            "document-too-large", pages + " pages", "cut the report out of it");
      }
      Glyphs glyphs = new Glyphs();
      glyphs.getText(document);
      int pictures = pictures(document);
      int characters = glyphs.pages.stream().mapToInt(page -> page.glyphs().size()).sum();
      boolean little = characters + glyphs.unmapped < (long) SCAN * pages;
      if (pages == 0 || little && (pictures > 0 || characters == 0)) {
        throw new UnreadableException(
            "document-scanned",
            "a scan: pictures of pages, without text",
            "have its text recognised (OCR) and import that as .docx or .txt");
      }
      if (glyphs.unmapped * 3L > glyphs.unmapped + characters) {
        throw DocumentReader.undecodable();
      }
      PieceCollector pieces = new PieceCollector();
      if (glyphs.unmapped > 0) {
        pieces.found(
            Finding.What.DOUBTED,
            "characters-without-code",
            "PDF的字体没有说明是什么字，缺" + glyphs.unmapped + "字，请对照原件",
            "字符");
      }
      new PdfParagraphs(pieces).read(glyphs.pages);
      if (pictures > 0) {
        pieces.dropped("pictures-in-pdf", "PDF中的图片，未取", "图片 " + pictures);
      }
      return pieces.close("pdf");
    } catch (InvalidPasswordException e) {
      throw FileFormat.locked();
    }
  }

  private static int pictures(PDDocument document) {
    int pictures = 0;
    for (PDPage page : document.getPages()) {
      try {
        PDResources resources = page.getResources();
        if (resources != null) {
          for (COSName name : resources.getXObjectNames()) {
            pictures += resources.getXObject(name) instanceof PDImageXObject ? 1 : 0;
          }
        }
      } catch (IOException damaged) {
        pictures++;
      }
    }
    return pictures;
  }

  /** Collects what is drawn, page by page. */
  private static final class Glyphs extends PDFTextStripper {
    private final List<PdfPage> pages = new ArrayList<>();
    private List<PdfPage.Glyph> current = new ArrayList<>();
    private int unmapped;

    Glyphs() {
      setSuppressDuplicateOverlappingText(true);
    }

    /** Fonts for Chinese may have glyphs that no character is named for; they are passed over. */
    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      unmapped += font instanceof PDType0Font && font.toUnicode(code) == null ? 1 : 0;
      super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void startPage(PDPage page) {
      current = new ArrayList<>();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      positions.forEach(this::collect);
    }

    private void collect(TextPosition position) {
      String characters = position.getUnicode();
      if (characters != null && !characters.isBlank()) {
        String font = position.getFont() == null ? "" : position.getFont().getName();
        String name = font == null ? "" : font;
        boolean bold = name.matches("(?i).*(?:bold|heavy|-b\\b).*");
        current.add(
            new PdfPage.Glyph(
                characters,
                position.getXDirAdj(),
                position.getYDirAdj(),
                Math.max(0.1f, position.getWidthDirAdj()),
                Math.max(1f, position.getFontSizeInPt()),
                TypeLevels.level(name, bold),
                TypeLevels.isTitle(name)));
      }
    }

    @Override
    protected void endPage(PDPage page) {
      pages.add(
          new PdfPage(
              page.getCropBox().getWidth(), page.getCropBox().getHeight(), List.copyOf(current)));
    }
  }
}
