package annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  private static final Path SEEDS = Path.of("seeds").toAbsolutePath();

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String at(String path) {
    return folder.resolve(path).toString();
  }

  @Test
  void aNewArchiveBuildsAtOnceWithoutAWarning() {
    assertEquals(0, run("new", at("archive")));
    assertEquals(0, run("build", "--source", at("archive")), err::toString);
    assertTrue(Files.exists(folder.resolve("archive/site/index.html")));
    assertTrue(err.toString().contains("0 errors, 0 warnings"), err::toString);
  }

  @Test
  void newDoesNotTouchAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "x");
    assertEquals(2, run("new", folder.toString()));
    assertEquals(Map.of("mine.txt", "x"), TestSite.files(folder));
  }

  @Test
  void importThenBuildThenCheckIsTheMainJob() {
    assertEquals(0, run("import", SEEDS.toString(), "--source", folder.toString()), err::toString);
    assertTrue(Files.exists(folder.resolve("content/办公室/2023-duty.md")));
    assertEquals(0, run("build", "--source", folder.toString()), err::toString);
    assertEquals(0, run("check", "--source", folder.toString()), err::toString);
    TestSite.files(folder.resolve("site"))
        .forEach(
            (path, text) -> {
              String page =
                  new String(
                      text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                      java.nio.charset.StandardCharsets.UTF_8);
              for (String advert :
                  new String[] {"哒哒素材库", "公众号：哒哒君", "svip", "代笔", "cwk", "##paid"}) {
                assertFalse(page.contains(advert), path + " holds " + advert);
              }
            });
  }

  @Test
  void importingTwiceChangesNothing() {
    run("import", SEEDS.toString(), "--source", folder.toString());
    Map<String, String> before = TestSite.files(folder);
    assertEquals(0, run("import", SEEDS.toString(), "--source", folder.toString()));
    assertEquals(before, TestSite.files(folder));
    assertTrue(err.toString().contains("5 unchanged"), err::toString);
  }

  @Test
  void aReportEditedByHandIsKeptUntilForced() throws IOException {
    run("import", SEEDS.toString(), "--source", folder.toString());
    Path report = folder.resolve("content/xxx办公室/2023.md");
    String imported = Files.readString(report);
    Files.writeString(report, imported.replace("xx办公室", "县办公室"));
    run("import", SEEDS.toString(), "--source", folder.toString());
    assertTrue(Files.readString(report).contains("县办公室"));
    run("import", SEEDS.toString(), "--source", folder.toString(), "--force");
    assertEquals(imported, Files.readString(report));
  }

  @Test
  void outlineGivesTheSameTreeForTheSeedAndItsMarkdown() throws IOException {
    run("import", SEEDS.toString(), "--source", folder.toString());
    assertEquals(0, run("outline", SEEDS.resolve("001_2629ff790321884f.txt").toString()));
    String ofSeed = out.toString();
    assertEquals(0, run("outline", at("content/xxx/2023-party.md")));
    assertEquals(withoutNotes(ofSeed), withoutNotes(out.toString()));
  }

  @Test
  void outlineSaysWhatIsWrongWithTheSettingsAndTheRulesAndGivesTheTreeAllTheSame()
      throws IOException {
    Files.writeString(folder.resolve("annals.yaml"), "titel: 档案\n");
    Files.writeString(folder.resolve("cleaning.yaml"), "rules: 5\n");
    String seed = SEEDS.resolve("001_2629ff790321884f.txt").toString();
    run("outline", seed, "--source", folder.toString());
    assertTrue(err.toString().contains("annals.yaml:1:"), err::toString);
    assertTrue(err.toString().contains("cleaning.yaml:1:"), err::toString);
    assertTrue(out.toString().contains("\"sections\""), out::toString);
  }

  private static String withoutNotes(String json) {
    return json.substring(0, json.indexOf("\"notes\""));
  }

  @Test
  void followUpPrintsTheContractedJson() throws IOException {
    run("new", at("a"));
    assertEquals(
        0,
        run(
            "follow-up",
            at("a/content/综合科/2022.md"),
            at("a/content/综合科/2023.md"),
            "--format",
            "json"));
    assertTrue(out.toString().startsWith("{"), out::toString);
    for (String key :
        new String[] {"planYear", "items", "state", "outcomes", "score", "unplanned"}) {
      assertTrue(out.toString().contains("\"" + key + "\""), key);
    }
  }

  @Test
  void checkPrintsPlaceLineAndColumn() {
    TestSite site = TestSite.in(folder, "== content/甲/2023.md\n---\ntitle: 甲2023年工作总结\n---\n\n");
    site.write("content/甲/2023.md", "---\ntitle: 甲2023年工作总结\n---\n\n## 一、情况\n\n办结xx件。\n");
    assertEquals(0, run("check", "--source", folder.toString()));
    assertTrue(out.toString().contains("content/甲/2023.md:7:3: warning: "), out::toString);
    assertEquals(0, run("check", "--source", folder.toString(), "--format", "json"));
    assertTrue(out.toString().startsWith("[{\"path\":\"content/甲/2023.md\""), out::toString);
  }

  @Test
  void check_explains_a_code_and_lists_all() {
    assertEquals(0, run("check", "--explain", "G101"));
    assertTrue(out.toString().startsWith("G101 secrecy-mark (error, cannot be changed)"));
    assertEquals(0, run("check", "--list"));
    assertTrue(out.toString().contains("A301  warning mask"), out::toString);
    assertEquals(2, run("check", "--explain", "A999"));
  }

  @Test
  void check_writes_sarif_and_a_page_for_editors() throws IOException {
    TestSite site = TestSite.in(folder, "== annals.yaml\ntitle: 甲<乙\n");
    site.write("content/甲/2023.md", "---\ntitle: 甲2023年工作总结\n---\n\n## 一、情况\n\n办结xx件。\n");
    String page = at("findings.html");
    assertEquals(
        0, run("check", "--source", folder.toString(), "--format", "sarif", "--html", page));
    for (String part :
        new String[] {
          "\"version\" : \"2.1.0\"",
          "\"ruleId\" : \"A301\"",
          "\"uri\" : \"content/%E7%94%B2/2023.md\"",
          "\"startLine\" : 7"
        }) {
      assertTrue(out.toString().contains(part), part);
    }
    String html = Files.readString(Path.of(page));
    assertTrue(html.contains("甲&lt;乙") && html.contains("A301 mask"), html);
  }

  @Test
  void a_build_says_what_it_left_out() {
    run("new", at("a"));
    TestSite site = TestSite.in(folder.resolve("a"), "");
    site.write("content/综合科/2030.md", "---\ntitle: 综合科2030年工作总结\ndraft: true\n---\n\n## 一、情况\n");
    assertEquals(0, run("build", "--source", at("a")), err::toString);
    assertTrue(err.toString().contains("left out of the site: 1 draft"), err::toString);
    site.write("content/综合科/2031.md", "---\ntitle: 综合科2031年工作总结\n---\n\n机密★1年\n\n## 一、情况\n");
    assertEquals(1, run("build", "--source", at("a")), err::toString);
    assertTrue(err.toString().contains("1 draft, 1 stopped at the gate"), err::toString);
    assertEquals(1, run("check", "--source", at("a")));
  }

  @Test
  void wrongUsageIsExitCodeTwoAndErrorsAreOne() {
    assertEquals(2, run());
    assertEquals(2, run("nonsense"));
    assertEquals(2, run("build", "--source", at("nowhere")));
    assertEquals(1, run("build", "--source", folder.toString()));
    assertEquals(1, run("outline", at("nowhere.txt")));
    assertTrue(err.toString().contains("no such file"), err::toString);
  }

  @Test
  void wrongUsageIsTwoLinesNotAPageOfHelp() {
    assertEquals(2, run("build", "--source", at("nowhere")));
    assertEquals(
        List.of(
            "annals: --source: there is no folder " + at("nowhere"),
            "annals: see annals build --help"),
        err.toString().lines().toList());
  }

  @Test
  void helpNamesEveryCommand() {
    assertEquals(0, run("--help"));
    for (String command :
        new String[] {"import", "build", "check", "new", "outline", "follow-up"}) {
      assertTrue(out.toString().contains(command), command);
    }
  }
}
