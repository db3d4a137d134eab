package annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What publishing remembers and tells: anchors.lock beside the reports, changes in each release.
 */
class ReleaseDiaryTest {
  private static final String ADDED = "又做了一件从前没有说过的事。";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String command, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> arguments =
        Stream.concat(Stream.of(command, "--source", archive().toString()), Stream.of(more))
            .toList();
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private Path content(String path) {
    return archive().resolve("content").resolve(path);
  }

  private Path web(String path) {
    return folder.resolve("web/current").resolve(path);
  }

  private Path lock() {
    return content("综合科/anchors.lock");
  }

  private void edit(String path, String from, String to) throws IOException {
    String text = Files.readString(content(path));
    String edited = text.replaceFirst(from, to);
    assertFalse(edited.equals(text), path);
    Files.writeString(content(path), edited);
  }

  private void buildAndPublish() {
    assertEquals(0, run("build"), err::toString);
    assertEquals(0, run("publish"), err::toString);
  }

  /** The page of the newest release. */
  private String newest() throws IOException {
    String list = Files.readString(web("changes/index.html"));
    int from = list.indexOf("<ol class=\"releases\">");
    int link = list.indexOf("href=\"", from) + "href=\"".length();
    return Files.readString(web("changes/" + list.substring(link, list.indexOf('"', link))));
  }

  @BeforeEach
  void publishAnArchive() throws IOException {
    Main.run(new PrintWriter(out), new PrintWriter(err), "new", archive().toString());
    Path yaml = archive().resolve("annals.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            + "publish:\n  targets:\n    web:\n      kind: dir\n      path: "
            + folder.resolve("web")
            + "\n");
    run("build");
    assertFalse(Files.exists(lock()));
    assertEquals(0, run("publish"), err::toString);
  }

  @Test
  void what_was_published_is_remembered_and_a_build_from_then_on_is_the_same() throws IOException {
    assertTrue(Files.readString(lock()).startsWith("annals-anchors 1\n"));
    assertEquals(0, run("publish"), err::toString);
    assertTrue(err.toString().contains("nothing has changed"), err::toString);
    run("build");
    assertTrue(err.toString().contains(" 0 files written"), err::toString);
  }

  @Test
  void a_changed_report_is_told_with_its_section_in_page_feed_and_data() throws IOException {
    edit("综合科/2023.md", "(?s)(## 一、[^\n]*\n\n)", "$1" + ADDED + "\n\n");
    run("build");
    run("publish", "--dry-run");
    assertTrue(out.toString().startsWith("report changed: "), out::toString);
    buildAndPublish();
    String page = newest();
    assertTrue(page.contains("../units/zongheke/2023/index.html#s-1\""), page);
    assertFalse(page.contains(ADDED));
    String feed = Files.readString(web("changes/feed.atom"));
    assertEquals(3, feed.split("<entry>", -1).length, feed);
    assertTrue(Files.readString(web("changes/changes.json")).contains("\"anchor\":\"s-1\""));
    assertTrue(Files.readString(web("index.html")).contains("href=\"changes/index.html\""));
    try (Stream<Path> pages = Files.list(web("changes"))) {
      assertEquals(3, pages.filter(file -> file.toString().endsWith(".html")).count());
    }
  }

  @Test
  void a_paragraph_put_in_before_a_cited_sentence_leaves_the_citation_true() throws IOException {
    String before = Files.readString(web("units/zongheke/2023/index.html"));
    int at = before.indexOf("<span id=\"s-1-1-p1-1\">");
    String cited = before.substring(at, before.indexOf("</span>", at));
    edit("综合科/2023.md", "(?s)(### （一）[^\n]*\n\n)", "$1" + ADDED + "\n\n");
    buildAndPublish();
    assertTrue(Files.readString(web("units/zongheke/2023/index.html")).contains(cited));
  }

  @Test
  void a_withdrawn_report_leaves_a_page_that_says_so_and_a_line_in_the_diary() throws IOException {
    String title = title("综合科/2022.md");
    Files.delete(content("综合科/2022.md"));
    run("build");
    assertTrue(err.toString().contains("page-retired"), err::toString);
    buildAndPublish();
    String former = Files.readString(web("units/zongheke/2022/index.html"));
    assertTrue(former.contains("这份报告已不在档案中"), former);
    assertTrue(newest().contains(title));
    run("build");
    assertFalse(err.toString().contains("page-retired"), err::toString);
    assertTrue(err.toString().contains(" 0 files written"), err::toString);
  }

  private String title(String path) throws IOException {
    return Files.readString(content(path))
        .lines()
        .filter(line -> line.startsWith("title: "))
        .findFirst()
        .orElseThrow()
        .substring("title: ".length());
  }

  @Test
  void a_report_that_became_a_draft_again_leaves_no_trace() throws IOException {
    String title = title("综合科/2022.md");
    edit("综合科/2022.md", "title:", "draft: true\ntitle:");
    buildAndPublish();
    assertFalse(Files.exists(web("units/zongheke/2022")));
    assertFalse(newest().contains(title));
    assertFalse(Files.readString(web("changes/feed.atom")).contains(title));
    assertFalse(Files.readString(web("units/zongheke/anchors.txt")).contains("2022"));
    assertTrue(Files.readString(lock()).contains("\nreport 2022 "));
  }

  @Test
  void a_second_report_of_the_year_moves_the_first_and_its_links_follow() throws IOException {
    Files.writeString(
        content("综合科/2023-party.md"),
        "---\ntitle: 综合科2023年党建工作总结\nyear: 2023\nkind: party\n---\n\n## 一、情况\n\n开了会。\n");
    buildAndPublish();
    String choice = Files.readString(web("units/zongheke/2023/index.html"));
    assertTrue(choice.contains("../2023-work/index.html\" data-forward=\"cited\""), choice);
    assertTrue(Files.exists(web("units/zongheke/2023-work/index.html")));
    Files.delete(content("综合科/2023-party.md"));
    buildAndPublish();
    String moved = Files.readString(web("units/zongheke/2023-work/index.html"));
    assertTrue(moved.contains("../2023/index.html\" data-forward=\"always\""), moved);
  }

  @Test
  void a_lost_lock_is_completed_from_the_target_before_anything_breaks() throws IOException {
    Files.delete(lock());
    Files.delete(content("综合科/2022.md"));
    run("build");
    assertEquals(1, run("publish"));
    assertTrue(
        err.toString().contains("content/综合科/anchors.lock now knows what the target has"),
        err::toString);
    assertTrue(Files.readString(web("units/zongheke/2022/index.html")).contains("<h1>"));
    buildAndPublish();
    assertTrue(Files.readString(web("units/zongheke/2022/index.html")).contains("已不在档案中"));
  }

  @Test
  void a_report_stopped_at_the_gate_stops_the_release() throws IOException {
    edit("综合科/2023.md", "(?s)(## 一、[^\n]*\n\n)", "$1联系人身份证号11010519491231002X。\n\n");
    run("build");
    String before = Files.readString(web("manifest.json"));
    assertEquals(1, run("publish"));
    assertTrue(err.toString().contains("[identity-number]"), err::toString);
    assertTrue(err.toString().contains("nothing was published"), err::toString);
    assertEquals(before, Files.readString(web("manifest.json")));
  }

  @Test
  void a_bundle_is_compared_with_the_one_it_replaces() throws IOException {
    String stick = folder.resolve("stick.zip").toString();
    assertEquals(0, run("publish", "--bundle", stick), err::toString);
    assertEquals(0, run("publish", "--bundle", stick), err::toString);
    assertTrue(err.toString().contains("nothing has changed"), err::toString);
    edit("综合科/2023.md", "(?s)(## 一、[^\n]*\n\n)", "$1" + ADDED + "\n\n");
    run("build");
    assertEquals(0, run("publish", "--bundle", stick), err::toString);
    try (ZipFile zip = new ZipFile(stick)) {
      assertEquals(
          2,
          zip.stream()
              .filter(e -> e.getName().matches("site/changes/\\d{8}T\\d{6}Z-.*\\.html"))
              .count());
      assertTrue(zip.getEntry("SHA256SUMS") != null);
    }
  }
}
