package annals.output;

import static annals.output.SiteOnDisk.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path source;
  private SiteOnDisk site;

  @BeforeEach
  void setUp() {
    site = new SiteOnDisk(source);
  }

  @Test
  void a_first_build_writes_all_files_and_lists_them_in_the_manifest() throws Exception {
    WriteResult result = site.build(Map.of("index.html", "首页", "units/a/index.html", "甲"));

    assertEquals(new WriteResult(2, 0, 0, 0, 9, 9), result);
    assertEquals(
        """
        {"version":1,"files":[
        {"path":"index.html","size":6,"sha256":"INDEX"},
        {"path":"units/a/index.html","size":3,"sha256":"UNIT"}
        ]}
        """
            .replace("INDEX", sha256("首页"))
            .replace("UNIT", sha256("甲")),
        site.everything().get("manifest.json"));
    assertEquals(
        List.of("index.html", "manifest.json", "units/", "units/a/", "units/a/index.html"),
        List.copyOf(site.everything().keySet()));
  }

  @Test
  void the_same_site_again_touches_nothing() throws IOException {
    Map<String, String> pages = Map.of("index.html", "首页", "units/a/index.html", "甲");
    site.build(pages);
    age("index.html", "units/a/index.html", "manifest.json");

    WriteResult again = site.build(pages);

    assertEquals(new WriteResult(0, 2, 0, 0, 0, 9), again);
    for (String path : List.of("index.html", "units/a/index.html", "manifest.json")) {
      assertEquals(LONG_AGO, Files.getLastModifiedTime(site.output().resolve(path)), path);
    }
  }

  @Test
  void only_changed_files_are_written_and_those_of_the_same_length_too() throws IOException {
    site.build(Map.of("a.html", "甲", "b.html", "乙", "c.html", "丙"));
    age("a.html", "b.html", "c.html");

    WriteResult result = site.build(Map.of("a.html", "甲", "b.html", "丁", "c.html", "丙丙"));

    assertEquals(new WriteResult(2, 1, 0, 0, 9, 12), result);
    assertEquals(LONG_AGO, Files.getLastModifiedTime(site.output().resolve("a.html")));
    assertEquals("丁", site.everything().get("b.html"));
    assertEquals("丙丙", site.everything().get("c.html"));
  }

  @Test
  void a_page_edited_by_hand_is_made_right_again() throws IOException {
    site.build(Map.of("a.html", "甲"));
    site.put("a.html", "乙");

    assertEquals(1, site.build(Map.of("a.html", "甲")).written());
    assertEquals("甲", site.everything().get("a.html"));
  }

  @Test
  void files_of_an_earlier_build_go_with_the_folders_they_leave_empty() throws IOException {
    site.build(
        Map.of("index.html", "x", "units/a/2023/index.html", "x", "units/b/index.html", "x"));
    site.put("units/b/notes.txt", "mine");

    WriteResult result = site.build(Map.of("index.html", "x"));

    assertEquals(2, result.deleted());
    assertEquals(
        List.of("index.html", "manifest.json", "units/", "units/b/", "units/b/notes.txt"),
        List.copyOf(site.everything().keySet()));
  }

  @Test
  void files_that_no_build_made_are_kept_and_told_of() throws IOException {
    for (String path : List.of(".gitkeep", "d.txt", "x/c.txt", "x/e.txt")) {
      site.put(path, "mine");
    }
    try (SiteWriter writer = site.open()) {
      writer.stage(file("index.html", "x"), "home");

      List<Diagnostic> problems = writer.problems();

      assertEquals(1, problems.size());
      assertEquals(Severity.NOTICE, problems.getFirst().severity());
      assertTrue(
          problems
              .getFirst()
              .what()
              .endsWith("4 files that no build made: .gitkeep, d.txt, x/c.txt, …"),
          problems.getFirst().what());
      assertEquals(4, writer.commit().kept());
    }
    assertEquals("mine", site.everything().get("x/e.txt"));
  }

  @Test
  void a_foreign_file_where_a_page_must_go_is_an_error_and_nothing_changes() throws IOException {
    site.put("index.html", "mine");
    site.put("units", "a file, not a folder");
    site.put("years/index.html/note.txt", "a folder, not a file");
    var before = site.everything();
    try (SiteWriter writer = site.open()) {
      for (String path : List.of("index.html", "units/a/index.html", "years/index.html")) {
        writer.stage(file(path, "ours"), "home");
      }
      assertEquals(
          List.of("index.html", "units", "years/index.html/note.txt"),
          writer.problems().stream()
              .filter(d -> d.severity() == Severity.ERROR)
              .map(d -> d.position().path().replaceFirst(".*/site/", ""))
              .toList());
      assertThrows(IllegalStateException.class, writer::commit);
    }
    assertEquals(before, site.everything());
  }

  @Test
  void a_lost_manifest_is_no_matter_where_the_bytes_are_the_same() throws IOException {
    site.build(Map.of("a.html", "甲"));
    Files.delete(site.output().resolve("manifest.json"));

    assertEquals(1, site.build(Map.of("a.html", "甲")).unchanged());
  }

  @Test
  void a_manifest_of_something_else_is_left_alone() throws IOException {
    site.put("manifest.json", "{\"name\":\"an app\"}");

    var refused = assertThrows(OutputException.class, () -> site.build(Map.of("a.html", "甲")));

    assertTrue(refused.getMessage().contains("site/manifest.json"), refused.getMessage());
    assertEquals(Map.of("manifest.json", "{\"name\":\"an app\"}"), site.everything());
  }

  @Test
  void two_contents_for_one_path_are_an_error_that_names_both_origins() {
    try (SiteWriter writer = site.open()) {
      writer.stage(file("a.html", "甲"), "content/x/2023.md");
      writer.stage(file("a.html", "乙"), "content/y/2023.md");
      writer.stage(file("same.html", "甲"), "content/x/2023.md");
      writer.stage(file("same.html", "甲"), "content/y/2023.md");

      List<Diagnostic> problems = writer.problems();

      assertEquals(1, problems.size());
      assertTrue(
          problems.getFirst().what().contains("content/x/2023.md and content/y/2023.md"),
          problems.getFirst().toString());
      assertThrows(IllegalStateException.class, writer::commit);
    }
  }

  @Test
  void paths_that_a_usb_stick_could_not_tell_apart_are_an_error() {
    try (SiteWriter writer = site.open()) {
      writer.stage(file("units/ABC/index.html", "甲"), "content/ABC");
      writer.stage(file("units/abc/index.html", "乙"), "content/abc");

      assertEquals("output-collision", writer.problems().getFirst().code());
    }
  }

  @Test
  void a_file_where_other_files_need_a_folder_is_an_error() {
    try (SiteWriter writer = site.open()) {
      writer.stage(file("units/a", "甲"), "one");
      writer.stage(file("units/a/index.html", "乙"), "two");

      assertEquals("output-collision", writer.problems().getFirst().code());
    }
  }

  @Test
  void a_folder_may_become_a_file_and_a_file_a_folder() throws IOException {
    site.build(Map.of("a/x.html", "1", "a/y/z.html", "2", "b", "3"));

    WriteResult result = site.build(Map.of("a", "4", "b/c.html", "5"));

    assertEquals(new WriteResult(2, 0, 3, 0, 2, 2), result);
    assertEquals(
        List.of("a", "b/", "b/c.html", "manifest.json"), List.copyOf(site.everything().keySet()));
  }

  @Test
  void closing_without_commit_leaves_the_site_as_it_was() throws IOException {
    site.build(Map.of("a.html", "甲"));
    var before = site.everything();
    try (SiteWriter writer = site.open()) {
      writer.stage(file("a.html", "乙"), "a");
      writer.stage(file("b.html", "丙"), "b");
    }
    assertEquals(before, site.everything());
  }

  @Test
  void staged_bytes_can_be_read_again_whether_changed_or_not() {
    site.build(Map.of("a.html", "甲", "b.html", "乙"));
    try (SiteWriter writer = site.open()) {
      writer.stage(file("a.html", "甲"), "a");
      writer.stage(file("b.html", "丙"), "b");

      assertEquals("甲", new String(writer.read("a.html"), UTF_8));
      assertEquals("丙", new String(writer.read("b.html"), UTF_8));
    }
  }

  @Test
  void a_second_build_at_the_same_time_is_refused_and_the_next_one_is_not() {
    try (SiteWriter first = site.open()) {
      first.stage(file("a.html", "甲"), "a");
      var refused = assertThrows(OutputException.class, site::open);
      assertTrue(refused.getMessage().contains("another build"), refused.getMessage());
      first.commit();
    }
    assertEquals(1, site.build(Map.of("a.html", "甲")).unchanged());
  }

  @Test
  void links_in_the_output_are_not_followed() throws IOException {
    Path outside = Files.createDirectories(source.resolve("outside/2023"));
    Files.writeString(outside.resolve("index.html"), "precious");
    site.build(Map.of("units/2023/index.html", "x", "index.html", "x"));
    Files.delete(site.output().resolve("units/2023/index.html"));
    Files.delete(site.output().resolve("units/2023"));
    Files.delete(site.output().resolve("units"));
    Files.createSymbolicLink(site.output().resolve("units"), source.resolve("outside"));

    site.build(Map.of("index.html", "x"));
    assertEquals("precious", Files.readString(outside.resolve("index.html")));

    try (SiteWriter writer = site.open()) {
      writer.stage(file("units/2023/index.html", "y"), "a");
      assertEquals(
          List.of("foreign-file-in-the-way"),
          writer.problems().stream().map(Diagnostic::code).toList());
    }
    assertEquals("precious", Files.readString(outside.resolve("index.html")));
  }

  @Test
  void reserved_names_cannot_be_staged() {
    try (SiteWriter writer = site.open()) {
      for (String path : List.of("manifest.json", ".annals-pending", ".annals-staging/1")) {
        assertThrows(
            IllegalArgumentException.class, () -> writer.stage(file(path, "x"), "a"), path);
      }
    }
  }

  @Test
  void folders_that_hold_what_the_build_reads_are_refused() throws IOException {
    Path content = Files.createDirectories(source.resolve("content"));
    Path link = Files.createSymbolicLink(source.resolve("link"), content);
    Path home = Path.of(System.getProperty("user.home"));
    for (Path output :
        List.of(
            source,
            source.resolve("site/.."),
            source.getParent(),
            content,
            content.resolve("a/site"),
            link,
            link.resolve("site"),
            home,
            Path.of("/"))) {
      assertThrows(
          OutputException.class,
          () -> SiteWriter.open(output, source, List.of(content)),
          output.toString());
    }
    assertFalse(Files.exists(content.resolve("a")));
  }

  @Test
  void an_output_path_that_is_a_file_is_one_clear_line() throws IOException {
    Files.writeString(source.resolve("site"), "a file");

    var refused = assertThrows(OutputException.class, site::open);

    assertEquals(site.output() + ": is a file, not a folder", refused.getMessage());
  }

  @Test
  void many_threads_give_the_same_bytes_as_one() throws Exception {
    Path otherSource = Files.createDirectories(source.resolve("other"));
    SiteOnDisk other = new SiteOnDisk(otherSource);
    List<OutputFile> files =
        IntStream.range(0, 500)
            .mapToObj(i -> file("units/" + i % 37 + "/" + i + ".html", "第" + i + "页"))
            .toList();
    try (SiteWriter one = site.open()) {
      files.forEach(file -> one.stage(file, "x"));
      one.commit();
    }
    try (SiteWriter many = other.open();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> tasks =
          files.reversed().stream()
              .map(
                  file ->
                      (Callable<Boolean>)
                          () -> {
                            many.stage(file, "x");
                            return true;
                          })
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        assertTrue(done.get());
      }
      many.commit();
    }
    assertEquals(site.everything(), other.everything());
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  private void age(String... paths) throws IOException {
    for (String path : paths) {
      Files.setLastModifiedTime(site.output().resolve(path), LONG_AGO);
    }
  }
}
