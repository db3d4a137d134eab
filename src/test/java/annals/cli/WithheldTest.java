package annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import annals.report.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A report that is withheld, in an archive that has pages and files of every kind. The site is byte
 * for byte the one without the report, so nothing of it can be read out of any of its files, the
 * index included; and none of its words stands in a file because something else tells of it.
 */
class WithheldTest {
  private static final String REPORT = "综合科/2023.md";
  private static final int LONG_ENOUGH = 6;

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void an_archive_with_everything() throws IOException {
    Main.run(new PrintWriter(err), new PrintWriter(err), "new", archive().toString());
    Path yaml = archive().resolve("annals.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            + "follow-up: {xlsx: true}\n"
            + "topics: {督办: [督办, 办结], 档案: [档案]}\n"
            + "publish: {targets: {web: {kind: dir, path: \""
            + folder.resolve("web")
            + "\"}}}\n");
    byte[] original = "原件独有之言：屋面渗水勘验记录。".getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(content("综合科/2023-files"));
    Files.write(content("综合科/2023-files/渗水勘验定稿.txt"), original);
    Files.writeString(content("综合科/2023-files/屋面渗水照片.png"), "png");
    edit(
        "title: ",
        "source: {file: 渗水勘验定稿.txt, sha256: %s}\nattach: true\ntitle: "
            .formatted(Source.sha256(original)));
    edit("## 二、", "![三楼屋面渗水照片](2023-files/屋面渗水照片.png)\n\n## 二、");
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private Path content(String path) {
    return archive().resolve("content").resolve(path);
  }

  private Path site() {
    return archive().resolve("site");
  }

  private Path followUp() {
    return site().resolve("units/zongheke/follow-up/2024/index.html");
  }

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--source", archive().toString()));
    return Main.run(
        new PrintWriter(err, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(content(REPORT));
    assertTrue(text.contains(from), text);
    Files.writeString(content(REPORT), text.replaceFirst(from, to));
  }

  private void withhold(String why) throws IOException {
    switch (why) {
      case "draft" -> edit("title: ", "draft: true\ntitle: ");
      case "review" -> {
        try (Stream<Path> files = Files.walk(archive().resolve("content"))) {
          for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
            if (!file.equals(content(REPORT))) {
              Files.writeString(
                  file,
                  Files.readString(file).replaceFirst("title: ", "review: {审核: 甲某}\ntitle: "));
            }
          }
        }
        Path yaml = archive().resolve("annals.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "review: {required: [审核]}\n");
      }
      case "gate" -> edit("## 二、", "机密★1年\n\n## 二、");
      default -> throw new IllegalArgumentException(why);
    }
  }

  /** What only the withheld report says: its clauses that no other source has. */
  private Set<String> ownWords() throws IOException {
    StringBuilder others = new StringBuilder();
    try (Stream<Path> files = Files.walk(archive().resolve("content"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        if (!file.equals(content(REPORT))) {
          others.append(Files.readString(file));
        }
      }
    }
    String all = Files.readString(content(REPORT)) + "\n渗水勘验定稿\n屋面渗水照片\n原件独有之言：屋面渗水勘验记录\n";
    Set<String> own = new HashSet<>();
    for (String clause : all.split("[\\p{P}\\p{S}\\s\\p{Alpha}]+")) {
      if (clause.length() >= LONG_ENOUGH && others.indexOf(clause) < 0) {
        own.add(clause);
      }
    }
    assertTrue(own.size() > 30, own::toString);
    return own;
  }

  private static void assertNowhere(Set<String> words, Path below) throws IOException {
    Map<String, String> files = TestSite.files(below.toRealPath());
    assertTrue(files.size() > 40, files.keySet()::toString);
    for (String word : words) {
      String bytes = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      String wide =
          new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
      files.forEach(
          (path, text) ->
              assertFalse(text.contains(bytes) || text.contains(wide), word + " in " + path));
    }
  }

  private void remove() throws IOException {
    Files.delete(content(REPORT));
    try (Stream<Path> files = Files.list(content("综合科/2023-files"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(content("综合科/2023-files"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "review", "gate"})
  void the_site_is_the_one_without_the_report(String why) throws IOException {
    assertEquals(0, run("build"), err::toString);
    Set<String> own = ownWords();
    assertTrue(
        TestSite.files(site()).values().stream()
            .anyMatch(text -> text.contains(latin(own.iterator().next()))));
    withhold(why);
    assertEquals(why.equals("gate") ? 1 : 0, run("build"), err::toString);
    Map<String, String> withheld = TestSite.files(site());
    assertNowhere(own, site());
    remove();
    assertEquals(0, run("build"), err::toString);
    assertEquals(TestSite.files(site()), withheld);
  }

  @Test
  void its_rulings_tell_nothing_of_its_plan() throws IOException {
    Set<String> own = ownWords();
    assertEquals(0, run("follow-up", "--unit", "综合科", "--year", "2024", "--write"), err::toString);
    Path rulings = content("综合科/follow-up.csv");
    Files.writeString(
        rulings, Files.readString(rulings).replaceAll("(?m),,,,,,$", ",已完成,办公室,2025-01-03,,,"));
    assertEquals(0, run("build"), err::toString);
    assertTrue(Files.readString(followUp()).contains("办公室"));
    withhold("draft");
    assertEquals(0, run("build"), err::toString);
    assertNowhere(own, site());
  }

  @Test
  void a_report_that_was_published_is_forgotten_by_the_diary_too() throws IOException {
    assertEquals(0, run("build"), err::toString);
    assertEquals(0, run("publish"), err::toString);
    edit("写作培训办了4期", "后来改写的一句话，");
    assertEquals(0, run("build"), err::toString);
    assertEquals(0, run("publish"), err::toString);
    Set<String> own = ownWords();
    withhold("draft");
    assertEquals(0, run("build"), err::toString);
    assertEquals(0, run("publish"), err::toString);
    assertNowhere(own, folder.resolve("web/current"));
    assertNowhere(own, site());
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
