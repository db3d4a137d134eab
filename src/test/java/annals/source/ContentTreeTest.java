package annals.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.report.NamedIndicator;
import annals.report.ReportId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTreeTest {
  @TempDir Path root;
  private final Diagnostics diagnostics = new Diagnostics();

  private void write(String path, String text) throws IOException {
    Path file = root.resolve("content").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<UnitSource> scan() {
    return ContentTree.scan(root, root.resolve("content"), diagnostics).units();
  }

  private List<String> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }

  @Test
  void unitsComeInOfficialOrderThenByPinyin() throws IOException {
    write("档案馆/2023.md", "---\ntitle: 甲\n---\n");
    write("办公室/2023.md", "---\ntitle: 甲\n---\n");
    write("水利站/unit.yaml", "order: 1\n");
    write("水利站/2023.md", "---\ntitle: 甲\n---\n");
    assertEquals(
        List.of("shui-li-zhan", "ban-gong-shi", "dang-an-guan"),
        scan().stream().map(u -> u.info().slug()).toList());
  }

  @Test
  void yearAndKindComeFromTheFileName() throws IOException {
    write("a/2023.md", "---\ntitle: 甲\n---\n");
    write("a/2023-party.md", "---\ntitle: 乙\n---\n");
    assertEquals(
        List.of("a/2023-work", "a/2023-party"),
        scan().getFirst().reports().stream().map(r -> r.id().toString()).toList());
  }

  @Test
  void twoFilesForOneReportAreAnError() throws IOException {
    write("a/2023.md", "---\ntitle: 甲\n---\n");
    write("a/2023-work.md", "---\ntitle: 乙\n---\n");
    scan();
    assertEquals(List.of("duplicate-report"), codes());
  }

  @Test
  void twoUnitsWithOneSlugAreAnError() throws IOException {
    write("甲/unit.yaml", "slug: a\n");
    write("乙/unit.yaml", "slug: a\n");
    scan();
    assertEquals(List.of("duplicate-slug"), codes());
  }

  @Test
  void aDraftIsNotThere() throws IOException {
    write("a/2023.md", "---\ntitle: 甲\ndraft: true\n---\n");
    assertEquals(List.of(), scan().getFirst().reports());
  }

  @Test
  void aFileNameThatDisagreesWithItsFrontMatterIsAnError() throws IOException {
    write("a/2023.md", "---\ntitle: 甲\nyear: 2022\n---\n");
    scan();
    assertEquals(List.of("year-conflict"), codes());
  }

  @Test
  void frontMatterMayBeLongerThanWhatIsReadAtFirst() throws IOException {
    String remark = "# 说明说明说明说明\n".repeat(60);
    write("a/2023.md", "---\n" + remark + "draft: true\n---\n# 甲\n");
    write("a/2024.md", "---\n" + remark + "kind: work\n---\n# 乙\n");
    write("a/2025.md", "---\nkind: work\ntitle: \"\"\n---\n" + "说明。\n".repeat(200) + "# 丙\n");
    assertEquals(
        List.of("乙", "丙"),
        scan().getFirst().reports().stream().map(r -> r.header().title()).toList());
  }

  @Test
  void aReportThatIsKnownByItsNameIsNotRead() throws IOException {
    write("a/2022.md", "---\nnot: [closed\n---\n");
    write("a/2023.md", "---\ntitle: 甲\ndraft: true\n---\n");
    write("a/2024.md", "---\ntitle: 乙\nkind: duty\n---\n");
    ContentTree names =
        ContentTree.scanNames(
            root, root.resolve("content"), Set.of(new ReportId("a", 2022, "work")));
    assertEquals(
        List.of("a/2022-work", "a/2024-duty"),
        names.units().getFirst().reports().stream().map(r -> r.id().toString()).toList());
    assertEquals(
        List.of("content/a/2023.md"), names.heldBack().stream().map(HeldBack::path).toList());
  }

  @Test
  void whereTwoFilesHaveTheNameOfOneKnownReportFrontMatterTells() throws IOException {
    write("a/2023.md", "---\ntitle: 甲\nkind: party\n---\n");
    write("a/2023-work.md", "---\ntitle: 乙\n---\n");
    ContentTree names =
        ContentTree.scanNames(
            root,
            root.resolve("content"),
            Set.of(new ReportId("a", 2023, "work"), new ReportId("a", 2023, "party")));
    assertEquals(
        List.of("a/2023-work", "a/2023-party"),
        names.units().getFirst().reports().stream().map(r -> r.id().toString()).toList());
  }

  @Test
  void otherMarkdownFilesAreNamedAndLeftOut() throws IOException {
    write("a/notes.md", "说明");
    assertEquals(List.of(), scan().getFirst().reports());
    assertEquals(List.of("file-name"), codes());
  }

  @Test
  void aMistakeInANamedIndicatorIsAnErrorAtItsEntry() throws IOException {
    write(
        "a/unit.yaml",
        """
        name: 甲
        indicators:
          - {name: 发文, unit: 件, match: [印发文件, 发文]}
          - name: 满意度
            match: [满意率]
          - {name: 发文, unit: 份}
          - 会议
          - {name: 会议, unit: 次, mach: [大会]}
        """);
    List<NamedIndicator> read = scan().getFirst().info().indicators();
    assertEquals(List.of("发文", "会议"), read.stream().map(NamedIndicator::name).toList());
    assertEquals(List.of("印发文件", "发文"), read.getFirst().match());
    assertEquals(
        List.of(
            "content/a/unit.yaml:4:3 yaml-value",
            "content/a/unit.yaml:6:3 yaml-value",
            "content/a/unit.yaml:7:3 yaml-value",
            "content/a/unit.yaml:8:3 yaml-key"),
        diagnostics.sorted().stream().map(d -> d.position() + " " + d.code()).sorted().toList());
  }

  @Test
  void aMissingContentFolderIsAnError() {
    scan();
    assertEquals(List.of("content-missing"), codes());
  }

  @Test
  void theHeadOfALongFileIsReadWithoutCuttingACharacter() throws IOException {
    write("a/2023.md", "---\ntitle: 甲乙\n---\n\n" + "长文。".repeat(5000));
    assertEquals("甲乙", scan().getFirst().reports().getFirst().header().title());
    assertEquals(List.of(), codes());
  }

  @Test
  void aTitleMayBeAHeading() throws IOException {
    write("a/2023.md", "# 甲乙2023年工作总结\n");
    assertEquals("甲乙2023年工作总结", scan().getFirst().reports().getFirst().header().title());
  }
}
