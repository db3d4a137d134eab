package annals.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.report.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals on report pages. */
class OriginalsTest {
  private static final String FOLDER = "content/水利站/2023-files/";
  private static final String PAGE = "units/shui-li-zhan/2023/";

  @TempDir Path root;
  private TestSite site;

  @BeforeEach
  void an_archive_of_another_report() {
    site = TestSite.in(root, "== annals.yaml\ntitle: 试验档案\n");
    site.write("content/水利站/2022.md", report("", "总.txt", new byte[0]).replace("2023", "2022"));
  }

  private static String report(String more, String file, byte[] original) {
    return """
        ---
        title: 县水利站2023年工作总结
        source:
          file: "%s"
          sha256: "%s"
        %s---

        ## 一、2023年工作总结

        清淤12公里。
        """
        .formatted(file, Source.sha256(original), more);
  }

  private void attached(String file, byte[] original) throws IOException {
    site.write("content/水利站/2023.md", report("attach: true\n", file, original));
    Path place = root.resolve(FOLDER + file);
    Files.createDirectories(place.getParent());
    Files.write(place, original);
  }

  private static byte[] word(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static String paragraph(String runs) {
    return "<w:document><w:body><w:p>" + runs + "</w:p></w:body></w:document>";
  }

  private static List<String> codes(BuildReport built) {
    return built.diagnostics().stream()
        .filter(d -> d.severity() != Severity.NOTICE)
        .map(Diagnostic::code)
        .filter(code -> !code.equals("part-missing"))
        .toList();
  }

  @Test
  void the_page_offers_the_original_as_it_is_with_its_name_and_hash() throws IOException {
    byte[] original = word(Map.of("word/document.xml", paragraph("<w:r><w:t>清淤</w:t></w:r>")));
    attached("县水利站 总结(定稿).docx", original);
    assertEquals(List.of(), codes(site.build()));
    assertArrayEquals(original, Files.readAllBytes(root.resolve("site/" + PAGE + "original.docx")));
    String page = site.page(PAGE + "index.html");
    assertTrue(page.contains("href=\"original.docx\" download=\"县水利站 总结(定稿).docx\""), page);
    assertTrue(page.contains("<code>" + Source.sha256(original) + "</code>"), page);
    assertTrue(site.page("data/reports.json").contains("\"" + PAGE + "original.docx\""));
    assertTrue(site.page("manifest.json").contains(Source.sha256(original)));
  }

  @Test
  void an_original_that_is_named_but_not_attached_stays_where_it_is() throws IOException {
    attached("甲.txt", "清淤".getBytes(StandardCharsets.UTF_8));
    site.build();
    assertTrue(site.has(PAGE + "original.txt"));
    site.write("content/水利站/2023.md", report("", "甲.txt", "清淤".getBytes(StandardCharsets.UTF_8)));
    site.build();
    assertFalse(site.has(PAGE + "original.txt"));
    assertFalse(site.page(PAGE + "index.html").contains("original.txt"));
  }

  @Test
  void a_web_page_is_offered_as_text_so_that_it_is_no_page_of_the_site() throws IOException {
    attached("甲.html", "<html><script>alert(1)</script>清淤</html>".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), codes(site.build()));
    assertTrue(site.has(PAGE + "original.html.txt"));
    assertFalse(site.has(PAGE + "original.html"));
  }

  @Test
  void the_original_of_a_draft_does_not_go_out() throws IOException {
    site.build();
    Map<String, String> without = TestSite.files(root.resolve("site"));
    byte[] original = "草稿独有之言".getBytes(StandardCharsets.UTF_8);
    attached("甲.txt", original);
    site.write("content/水利站/2023.md", report("attach: true\ndraft: true\n", "甲.txt", original));
    assertEquals(List.of(), codes(site.build()));
    assertEquals(without, TestSite.files(root.resolve("site")));
  }

  @Test
  void what_stands_in_a_comment_or_was_deleted_stops_the_report() throws IOException {
    attached(
        "甲.docx",
        word(
            Map.of(
                "word/document.xml",
                paragraph("<w:del><w:r><w:delText>机密★1年</w:delText></w:r></w:del>"),
                "word/comments.xml",
                "<w:comments><w:comment><w:p><w:r><w:rPr><w:u/></w:rPr><w:t>问张三138</w:t></w:r>"
                    + "<w:r><w:rPr><w:highlight/></w:rPr><w:t>00001234</w:t></w:r></w:p>"
                    + "</w:comment></w:comments>")));
    BuildReport built = site.build();
    assertEquals(
        List.of("attachment-hidden", "mobile-number", "secrecy-mark"),
        codes(built).stream().sorted().toList());
    assertTrue(built.written().isEmpty());
    assertTrue(
        built.diagnostics().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .allMatch(d -> d.position().path().equals(FOLDER + "甲.docx")),
        built.diagnostics()::toString);

    site.write(
        "allow.csv",
        "file,code,text,reason,office\n"
            + (FOLDER + "甲.docx,G202,,公用电话,县水利站办公室\n")
            + (FOLDER + "甲.docx,G101,,样张,县水利站办公室\n"));
    assertEquals(List.of("attachment-hidden"), codes(site.build()));
    assertTrue(site.has(PAGE + "original.docx"));
  }

  @Test
  void an_original_in_the_encoding_of_its_time_is_looked_through() throws IOException {
    attached("甲.txt", "县水利站2023年总结\n联系13800001234\n".getBytes(Charset.forName("GB18030")));
    assertEquals(List.of("mobile-number"), codes(site.build()));
    assertFalse(site.has(PAGE + "index.html"));
  }

  @Test
  void what_cannot_be_looked_into_is_said() throws IOException {
    attached("甲.docx", new byte[] {'P', 'K', 3, 4, 0, 0});
    assertEquals(List.of("attachment-unread"), codes(site.build()));
    assertTrue(site.has(PAGE + "original.docx"));
  }

  @Test
  void an_original_that_is_missing_or_another_one_is_an_error() throws IOException {
    attached("甲.txt", "清淤".getBytes(StandardCharsets.UTF_8));
    Files.writeString(root.resolve(FOLDER + "甲.txt"), "疏浚");
    assertEquals(List.of("attachment-changed"), codes(site.build()));
    site.delete(FOLDER + "甲.txt");
    assertEquals(List.of("attachment-missing"), codes(site.build()));
    site.write("content/水利站/2023.md", report("attach: true\n", "../../annals.yaml", new byte[0]));
    assertEquals(List.of("yaml-value"), codes(site.build()));
  }
}
