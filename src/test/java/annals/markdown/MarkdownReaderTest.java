package annals.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import annals.report.Block;
import annals.report.Mark;
import annals.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
  private final MarkdownReader reader = new MarkdownReader();

  private List<Block> blocks(String body) {
    return reader.read("r.md", body).report().blocks();
  }

  private List<String> codes(String text) {
    return reader.read("r.md", text).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private String text(String body) {
    return assertInstanceOf(Block.Paragraph.class, blocks(body).getFirst()).prose().text();
  }

  @Test
  void frontMatterBecomesTheHeader() {
    Report.Header header =
        reader
            .read(
                "r.md",
                """
                ---
                title: 县水利站2023年工作总结
                year: 2023
                kind: work
                date: 2023-12-28
                source:
                  file: a.txt
                  sha256: %s
                ---
                正文。
                """
                    .formatted("0".repeat(64)))
            .report()
            .header();
    assertEquals("县水利站2023年工作总结", header.title());
    assertEquals(2023, header.year().orElseThrow());
    assertEquals("2023-12-28", header.date().orElseThrow());
    assertEquals("a.txt", header.source().orElseThrow().file());
  }

  @Test
  void linesAreCountedFromTheTopOfTheFile() {
    List<Block> blocks =
        blocks("---\ntitle: 甲\n---\n\n# 甲\n\n正文。\n\n| 项 | 数 |\n|---|---|\n| 渠 | 3 |\n");
    assertEquals(List.of(5, 7, 9), blocks.stream().map(Block::line).toList());
  }

  @Test
  void everyMistakeInFrontMatterIsReportedAtItsLine() {
    List<Diagnostic> diagnostics =
        reader.read("r.md", "---\nyear: MMXX\nkind: 总结\nnote: x\n---\n").diagnostics();
    assertEquals(
        List.of("r.md:2:1", "r.md:3:1", "r.md:4:1"),
        diagnostics.stream().sorted().map(d -> d.position().toString()).toList());
  }

  @Test
  void brokenYamlAndAnOpenFenceAreErrorsAndTheBodyIsStillRead() {
    assertEquals(List.of("yaml"), codes("---\ntitle: [a\n---\n正文。\n"));
    assertEquals(List.of("front-matter-open"), codes("---\ntitle: a\n"));
  }

  @Test
  void placeholdersInAngleBracketsStayText() {
    assertEquals("请<x>公司协助。", text("请<x>公司协助。\n"));
  }

  @Test
  void linesOfOneChineseParagraphJoinWithoutSpace() {
    assertEquals("建成泵站三座。", text("建成\n泵站三座。\n"));
    assertEquals("GDP growth", text("GDP\ngrowth\n"));
  }

  @Test
  void fourSpacesAreAnIndentAndNotCode() {
    assertEquals("缩进的段落。", text("    缩进的段落。\n"));
    assertEquals(List.of("indented-code"), codes("    缩进的段落。\n"));
  }

  @Test
  void emphasisIsKeptBesideTheText() {
    Block.Paragraph paragraph = (Block.Paragraph) blocks("抓**重点**和[通知](a.md)。").getFirst();
    assertEquals("抓重点和通知。", paragraph.prose().text());
    assertEquals(
        List.of("重点", "通知"),
        paragraph.prose().marks().stream()
            .map(mark -> mark.span().of(paragraph.prose().text()))
            .toList());
    assertInstanceOf(Mark.Strong.class, paragraph.prose().marks().getFirst());
  }

  @Test
  void scriptsNeverGetThrough() {
    Block.Html html =
        assertInstanceOf(
            Block.Html.class,
            blocks("<div onclick=\"x()\">说明<script>alert(1)</script></div>\n").getFirst());
    assertTrue(html.html().contains("说明"));
    assertTrue(!html.html().contains("script") && !html.html().contains("onclick"));
    assertEquals(List.of("link-removed"), codes("[点](javascript:alert(1))\n"));
  }

  @Test
  void tablesHaveAsManyCellsAsTheirHead() {
    Block.Table table =
        assertInstanceOf(
            Block.Table.class, blocks("| 项 | 数 |\n|---|--:|\n| 渠 | 3 |\n| 桥 |\n").getFirst());
    assertEquals(2, table.rows().get(1).size());
    assertEquals(Block.Alignment.RIGHT, table.alignments().get(1));
  }

  @Test
  void deepNestingDoesNotBreakTheReader() {
    assertEquals(1, blocks("> ".repeat(5000) + "甲\n").size());
    assertEquals(1, blocks("*".repeat(20000) + "甲\n").size());
    assertEquals(1, blocks("[".repeat(20000) + "甲\n").size());
  }
}
