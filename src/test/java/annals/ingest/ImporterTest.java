package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.ingest.ImportResult.Status;
import annals.source.ContentTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing into a content folder, again and again. */
class ImporterTest {
  private static final String REPORT =
      """
      云岭县水务局2023年工作总结及2024年工作计划
      一、2023年工作总结
      （一）供水更有保障。新增供水人口3200人。
      二、2024年工作计划
      （一）继续改造管网。改造15公里。
      【某某素材库】——每天更新
      """;

  @TempDir Path root;
  private Path content;
  private Path originals;

  @BeforeEach
  void folders() throws IOException {
    content = root.resolve("content");
    originals = Files.createDirectory(root.resolve("originals"));
  }

  @Test
  void aReportGetsItsFileItsLogAndAUnit() throws IOException {
    source("水务.txt", REPORT);
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED), statuses(result));
    assertEquals(Optional.of("content/云岭县水务局/2023.md"), result.documents().getFirst().target());
    assertEquals(
        List.of("2023.import.yaml", "2023.md", "unit.yaml"), names(content.resolve("云岭县水务局")));
    String log = Files.readString(content.resolve("云岭县水务局/2023.import.yaml"));
    assertTrue(log.contains("at: \"6:1\", rule: material-library"), log);
    Diagnostics found = new Diagnostics();
    ContentTree tree = ContentTree.scan(root, content, found);
    assertEquals(List.of(), found.sorted());
    assertEquals("yun-ling-xian-shui-wu-ju", tree.units().getFirst().info().slug());
  }

  @Test
  void importingAgainTouchesNothing() throws IOException {
    source("水务.txt", REPORT);
    run(settings(SourceHints.NONE));
    List<Path> files = files();
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }
    TreeMap<Path, String> before = contents();
    assertEquals(List.of(Status.UNCHANGED), statuses(run(settings(SourceHints.NONE))));
    assertEquals(before, contents());
    for (Path file : files) {
      assertEquals(1_000_000, Files.getLastModifiedTime(file).toMillis(), file::toString);
    }
  }

  @Test
  void theSameReportInAnotherFormatIsKnown() throws IOException {
    source("水务.txt", REPORT);
    source("水务.html", "<p>" + REPORT.strip().replace("\n", "</p><p>") + "</p>");
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED, Status.UNCHANGED), statuses(result));
    assertEquals("duplicate-document", result.diagnostics().getFirst().code());
    ImportResult.Facts first = result.documents().getFirst().facts().orElseThrow();
    ImportResult.Facts second = result.documents().getLast().facts().orElseThrow();
    assertEquals(List.of(first.unit(), first.year()), List.of(second.unit(), second.year()));
    assertTrue(second.doubts().getFirst().startsWith("the same document as "), second::toString);
  }

  @Test
  void aListSaysWhatTheDocumentsAreAndABrokenOneStopsNoOther() throws IOException {
    source("a.txt", "一、主要工作\n完成3件实事。\n");
    source("b.docx", "not a Word file");
    source("import.csv", "文件,单位,年份\na.txt,云岭县水务局,2021\n");
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED, Status.REFUSED), statuses(result));
    assertEquals(Optional.of("content/云岭县水务局/2021.md"), result.documents().getFirst().target());
    assertTrue(result.hasErrors());
  }

  @Test
  void aListInAFolderBelowCountsAndACopyThatItDoesNotNameIsKnown() throws IOException {
    Files.createDirectories(originals.resolve("批"));
    source("批/a.txt", "一、主要工作\n完成3件实事。\n");
    source("批/b.txt", "一、主要工作\n完成3件实事。\n");
    source("批/import.csv", "文件,单位,年份\na.txt,云岭县水务局,2021\n");
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED, Status.UNCHANGED), statuses(result));
    assertEquals(Optional.of("content/云岭县水务局/2021.md"), result.documents().getFirst().target());
    assertFalse(result.hasErrors(), result.diagnostics()::toString);
  }

  @Test
  void foldersNameUnitAndYearWhereTheTextDoesNot() throws IOException {
    Files.createDirectories(originals.resolve("云岭县水务局/2020年"));
    source("云岭县水务局/2020年/总结.txt", "工作总结\n一、主要工作\n完成3件实事。\n");
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(Optional.of("content/云岭县水务局/2020.md"), result.documents().getFirst().target());
  }

  @Test
  void anEditedReportIsKeptUntilForced() throws IOException {
    source("水务.txt", REPORT);
    run(settings(SourceHints.NONE));
    Path report = content.resolve("云岭县水务局/2023.md");
    String imported = Files.readString(report);
    Files.writeString(report, imported.replace("3200", "3300"));
    ImportResult kept = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.KEPT), statuses(kept));
    assertEquals(List.of("edited"), codes(kept));
    assertFalse(kept.hasErrors());
    assertTrue(Files.readString(report).contains("3300"));

    ImportResult forced =
        run(
            new ImportSettings(
                root, content, CleaningRules.builtIn(), SourceHints.NONE, false, true, false));
    assertEquals(List.of(Status.UPDATED), statuses(forced));
    assertEquals(imported, Files.readString(report));
  }

  @Test
  void anUneditedReportFollowsTheRules() throws IOException {
    source("水务.txt", REPORT);
    run(settings(SourceHints.NONE));
    CleaningRules without =
        CleaningRules.builtIn()
            .extendedBy("cleaning.yaml", "off: [material-library]", new ArrayList<>());
    ImportResult result =
        run(new ImportSettings(root, content, without, SourceHints.NONE, false, false, false));
    assertEquals(List.of(Status.UPDATED), statuses(result));
    assertTrue(Files.readString(content.resolve("云岭县水务局/2023.md")).contains("素材库"));
  }

  @Test
  void aChangedOriginalReplacesTheReportOnlyWhenForced() throws IOException {
    source("水务.txt", REPORT);
    run(settings(SourceHints.NONE));
    source("水务.txt", REPORT.replace("3200", "4100"));
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.KEPT), statuses(result));
    assertEquals(List.of("source-changed"), codes(result));
  }

  @Test
  void twoDocumentsForOnePlaceAreAnErrorForTheSecond() throws IOException {
    source("a.txt", REPORT);
    source("b.txt", REPORT.replace("3200", "4100"));
    ImportResult together = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED, Status.REFUSED), statuses(together));
    assertEquals(List.of("report-collision"), codes(together));

    Files.delete(originals.resolve("a.txt"));
    ImportResult later = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.REFUSED), statuses(later));
    assertTrue(Files.readString(content.resolve("云岭县水务局/2023.md")).contains("3200"));
  }

  @Test
  void theSameDocumentTwiceIsImportedOnce() throws IOException {
    source("a.txt", REPORT);
    source("b.txt", REPORT);
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED, Status.UNCHANGED), statuses(result));
    assertFalse(result.hasErrors());
  }

  @Test
  void aReportThatWasMovedIsNotImportedAgain() throws IOException {
    source("a.txt", REPORT);
    run(settings(SourceHints.NONE));
    Files.move(content.resolve("云岭县水务局"), content.resolve("水务局"));
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.UNCHANGED), statuses(result));
    assertFalse(Files.exists(content.resolve("云岭县水务局")));
  }

  @Test
  void aHandWrittenReportIsNeverReplaced() throws IOException {
    source("a.txt", REPORT);
    Path report = content.resolve("云岭县水务局/2023.md");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "---\ntitle: 自己写的\n---\n");
    ImportResult result =
        run(
            new ImportSettings(
                root, content, CleaningRules.builtIn(), SourceHints.NONE, false, true, false));
    assertEquals(List.of(Status.REFUSED), statuses(result));
    assertTrue(Files.readString(report).contains("自己写的"));
  }

  @Test
  void whatTheCallerStatesWins() throws IOException {
    source("a.txt", REPORT);
    SourceHints stated =
        new SourceHints(Optional.of("县水务局"), Optional.of(2022), Optional.of("party"));
    ImportResult result = run(settings(stated));
    assertEquals(Optional.of("content/县水务局/2022-party.md"), result.documents().getFirst().target());
    String markdown = Files.readString(content.resolve("县水务局/2022-party.md"));
    assertTrue(markdown.contains("unit: 县水务局\nyear: 2022\nkind: party\n"), markdown);
  }

  @Test
  void aKnownAliasLeadsToTheUnitsFolder() throws IOException {
    Files.createDirectories(content.resolve("水务"));
    Files.writeString(
        content.resolve("水务/unit.yaml"), "name: 水务局\nslug: shuiwu\naliases: [云岭县水务局]\n");
    source("a.txt", REPORT);
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(Optional.of("content/水务/2023.md"), result.documents().getFirst().target());
  }

  @Test
  void slugsOfNewUnitsAreUnique() throws IOException {
    source("a.txt", REPORT.replace("云岭县水务局", "时事办"));
    source("b.txt", REPORT.replace("云岭县水务局", "实事办"));
    run(settings(SourceHints.NONE));
    assertTrue(Files.readString(content.resolve("时事办/unit.yaml")).contains("slug: shi-shi-ban\n"));
    assertTrue(
        Files.readString(content.resolve("实事办/unit.yaml")).contains("slug: shi-shi-ban-2\n"));
  }

  @Test
  void twoBodiesCalledTheSameAreKeptApartByKindAndTold() throws IOException {
    source("a.txt", REPORT.replace("云岭县水务局", "办公室"));
    source("b.txt", REPORT.replaceFirst("云岭县水务局.*", "办公室2023年书记抓党建工作述职报告"));
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED, Status.CREATED), statuses(result));
    assertEquals(List.of("unit-collision", "unit-collision"), codes(result));
    assertEquals(
        List.of(
            "2023-duty.import.yaml", "2023-duty.md", "2023.import.yaml", "2023.md", "unit.yaml"),
        names(content.resolve("办公室")));
    assertEquals(codes(result), codes(run(settings(SourceHints.NONE))));
  }

  @Test
  void aMaskedUnitIsToldAndKeptAsItIs() throws IOException {
    source("a.txt", REPORT.replace("云岭县水务局", "xxx办公室"));
    ImportResult result = run(settings(SourceHints.NONE));
    assertTrue(codes(result).contains("unit-masked"));
    assertTrue(Files.exists(content.resolve("xxx办公室/2023.md")));
  }

  @Test
  void aUnitsNameCannotLeaveTheContentFolder() throws IOException {
    source("a.txt", REPORT);
    for (String name : List.of("../../外", "..", "a/b", "con", "C:\\x", ".git")) {
      ImportResult result =
          run(settings(new SourceHints(Optional.of(name), Optional.empty(), Optional.empty())));
      result
          .documents()
          .forEach(
              document ->
                  document
                      .target()
                      .ifPresent(t -> assertTrue(t.matches("content/[^./][^/]*/2023.md"), t)));
    }
    assertEquals(List.of("content", "originals"), names(root));
  }

  @Test
  void aDryRunTellsEverythingAndWritesNothing() throws IOException {
    source("a.txt", REPORT);
    ImportResult result =
        run(
            new ImportSettings(
                root, content, CleaningRules.builtIn(), SourceHints.NONE, false, false, true));
    assertEquals(List.of(Status.CREATED), statuses(result));
    assertFalse(Files.exists(content));
  }

  @Test
  void oneBadDocumentDoesNotStopTheOthers() throws IOException {
    source("a.txt", "没有标题也没有年份的一段话。");
    source("b.txt", REPORT);
    source("README.md", "# 说明");
    ImportResult result =
        new Importer(settings(SourceHints.NONE))
            .importAll(
                List.of(originals, root.resolve("无.txt"), Files.createFile(root.resolve("x.exe"))));
    assertEquals(List.of(Status.REFUSED, Status.CREATED), statuses(result));
    List<String> errors =
        result.diagnostics().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(Diagnostic::code)
            .sorted()
            .toList();
    assertEquals(List.of("file-missing", "format-unknown", "unit-missing", "year-missing"), errors);
  }

  @Test
  void aMarkdownDocumentIsImportedAsItReads() throws IOException {
    source(
        "a.md",
        "# 云岭县水务局2023年工作总结\n\n## 一、主要工作\n\n- 甲\n- 乙\n\n| 项 | 数 |\n| --- | --: |\n| 供水 | 3 |\n");
    ImportResult result = run(settings(SourceHints.NONE));
    assertEquals(List.of(Status.CREATED), statuses(result));
    String markdown = Files.readString(content.resolve("云岭县水务局/2023.md"));
    assertTrue(markdown.contains("## 一、主要工作\n\n- 甲\n- 乙\n\n| 项 | 数 |\n| --- | --: |\n"), markdown);
    assertEquals(List.of(Status.UNCHANGED), statuses(run(settings(SourceHints.NONE))));
  }

  @Test
  void anOriginalIsAttachedByteForByteAndStaysAttached() throws IOException {
    source("水务.txt", "\ufeff" + REPORT.replace("\n", "\r\n"));
    ImportSettings attaching =
        new ImportSettings(
            root, content, CleaningRules.builtIn(), SourceHints.NONE, true, false, false);
    assertEquals(List.of(Status.CREATED), statuses(run(attaching)));
    Path copy = content.resolve("云岭县水务局/2023-files/水务.txt");
    assertArrayEquals(Files.readAllBytes(originals.resolve("水务.txt")), Files.readAllBytes(copy));
    String markdown = Files.readString(content.resolve("云岭县水务局/2023.md"));
    assertTrue(markdown.contains("\nattach: true\n"), markdown);

    Files.delete(copy);
    assertEquals(List.of(Status.UNCHANGED), statuses(run(settings(SourceHints.NONE))));
    assertTrue(Files.exists(copy));
    assertEquals(markdown, Files.readString(content.resolve("云岭县水务局/2023.md")));
  }

  private void source(String name, String text) throws IOException {
    Files.writeString(originals.resolve(name), text);
  }

  private ImportSettings settings(SourceHints stated) {
    return new ImportSettings(root, content, CleaningRules.builtIn(), stated, false, false, false);
  }

  private ImportResult run(ImportSettings settings) {
    return new Importer(settings).importAll(List.of(originals));
  }

  private static List<Status> statuses(ImportResult result) {
    return result.documents().stream().map(ImportResult.Document::status).toList();
  }

  /** The codes of all but notices. */
  private static List<String> codes(ImportResult result) {
    return result.diagnostics().stream()
        .filter(d -> d.severity() != Severity.NOTICE)
        .map(Diagnostic::code)
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(content)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private TreeMap<Path, String> contents() throws IOException {
    TreeMap<Path, String> contents = new TreeMap<>();
    for (Path file : files()) {
      contents.put(file, Files.readString(file));
    }
    return contents;
  }
}
