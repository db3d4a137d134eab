package annals.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** What cannot be read is said in one line; what would do harm does none. */
class RefusedFilesTest {
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  private static final String DOCUMENT =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s</w:body></w:document>";

  @Test
  void eachKindOfFileThatCannotBeReadHasItsOwnWords() throws IOException {
    assertEquals("document-empty", refusal("a.docx", new byte[0]).code());
    assertEquals("format-ofd", refusal("a.ofd", zip("OFD.xml", "<OFD/>")).code());
    assertEquals("format-rtf", refusal("a.doc", bytes("{\\rtf1 text}")).code());
    assertEquals("format-archive", refusal("a.docx", zip("a.txt", "x")).code());
    assertEquals("document-broken", refusal("a.docx", bytes("no zip at all")).code());
    assertEquals("document-broken", refusal("a.pdf", bytes("%PDF-1.7 and nothing else")).code());
    byte[] word = word("<w:p><w:r><w:t>工作总结</w:t></w:r></w:p>");
    assertEquals(
        "document-broken",
        refusal("a.docx", java.util.Arrays.copyOf(word, word.length / 2)).code());
  }

  @Test
  void aScanAndALockedPdfAreToldApart() throws IOException {
    assertEquals("document-scanned", refusal("a.pdf", pdf(false)).code());
    assertEquals("document-locked", refusal("a.pdf", pdf(true)).code());
  }

  @Test
  void aRefusalIsOneLineThatSaysWhatToDo() {
    UnreadableException refusal = refusal("a.docx", new byte[] {'P', 'K', 3, 4, 0, 0});
    assertFalse(refusal.getMessage().contains("\n"));
    assertFalse(refusal.hint().isEmpty());
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "[Content_Types].xml", bytes(TYPES));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(blanks);
      }
      zip.closeEntry();
    }
    assertTrue(out.size() < 1 << 20);
    refusal("a.docx", out.toByteArray());
  }

  @Test
  void entitiesAreNotExpandedAndNothingIsFetched() throws IOException {
    String bomb =
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    byte[] file =
        zip(
            "[Content_Types].xml",
            TYPES,
            "word/document.xml",
            bomb + DOCUMENT.formatted("<w:p><w:r><w:t>总结&b;&f;</w:t></w:r></w:p>"));
    String text = structured("a.docx", file).pieces().getFirst().text();
    assertFalse(text.contains("aaaaaaaaaa"), text);
    assertFalse(text.contains("root:"), text);
  }

  @Test
  void picturesGetNamesOfOurOwn() throws IOException {
    String types =
        TYPES.replace(
            "<Override", "<Default Extension=\"png\" ContentType=\"image/png\"/><Override");
    String rels =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://x/image\" Target=\"media/..evil.png\"/>"
            + "<Relationship Id=\"r2\" Type=\"http://x/image\" Target=\"http://127.0.0.1:1/a.png\" TargetMode=\"External\"/></Relationships>";
    String body =
        "<w:p><w:r><w:drawing><pic><a:blip r:embed=\"r1\"/></pic></w:drawing></w:r></w:p>"
            + "<w:p><w:r><w:drawing><pic><a:blip r:embed=\"r2\"/></pic></w:drawing></w:r></w:p>";
    byte[] file =
        zip(
            "[Content_Types].xml",
            types,
            "word/document.xml",
            DOCUMENT.formatted(body),
            "word/_rels/document.xml.rels",
            rels,
            "word/media/..evil.png",
            "png");
    SourceDocument.Structured read = structured("a.docx", file);
    assertEquals(java.util.Set.of("1.png"), read.pictures().keySet());
    assertTrue(read.findings().stream().anyMatch(f -> f.rule().equals("linked-picture")));
  }

  @Test
  void trackedChangesAreAcceptedAndSaid() throws IOException {
    SourceDocument.Structured read =
        structured(
            "a.docx",
            word(
                "<w:p><w:r><w:t>全年</w:t></w:r><w:del><w:r><w:delText>五</w:delText></w:r></w:del>"
                    + "<w:ins><w:r><w:t>六</w:t></w:r></w:ins><w:r><w:t>次</w:t></w:r></w:p>"));
    assertEquals("全年六次", read.pieces().getFirst().text());
    assertEquals(
        java.util.List.of("tracked-deletions", "tracked-changes"),
        read.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void aPageThatSaysBig5IsReadAsBig5() throws IOException {
    String page = "<html><head><meta charset=\"big5\"></head><body><p>施政報告，香港。</p></body></html>";
    byte[] bytes = page.getBytes(Charset.forName("Big5-HKSCS"));
    assertEquals("施政報告，香港。", structured("a.html", bytes).pieces().getFirst().text());
  }

  @Test
  void aSavedPortalPageGivesItsArticleAndLogsTheRest() throws IOException {
    String sentence = "全县供水保障能力提升，新增供水人口，完成管网改造，群众满意。".repeat(8);
    String page =
        "<html><body><div class=nav><a>首页</a><a>政务公开</a></div><h1>某县水务局2023年工作总结</h1>"
            + "<div class=tools>字号：大 中 小 打印</div><div id=x><p>"
            + sentence
            + "</p><p>一、工作</p><p>"
            + sentence
            + "</p></div><div class=foot>上一篇：别的</div></body></html>";
    SourceDocument.Structured read = structured("a.html", bytes(page));
    assertEquals(
        java.util.List.of("某县水务局2023年工作总结", sentence, "一、工作", sentence),
        read.pieces().stream().map(Piece::text).toList());
    String dropped = String.join(" ", read.findings().stream().map(Finding::text).toList());
    assertTrue(dropped.contains("打印") && dropped.contains("上一篇") && dropped.contains("政务公开"));
  }

  private static UnreadableException refusal(String name, byte[] bytes) {
    return assertThrows(UnreadableException.class, () -> DocumentReader.read(name, bytes));
  }

  private static SourceDocument.Structured structured(String name, byte[] bytes)
      throws IOException {
    return (SourceDocument.Structured) DocumentReader.read(name, bytes);
  }

  private static byte[] word(String body) throws IOException {
    return zip("[Content_Types].xml", TYPES, "word/document.xml", DOCUMENT.formatted(body));
  }

  private static byte[] pdf(boolean locked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        put(zip, namesAndTexts[i], bytes(namesAndTexts[i + 1]));
      }
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
