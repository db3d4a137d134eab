package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.markdown.MarkdownReader;
import annals.report.Block;
import annals.report.Mark;
import annals.report.Prose;
import annals.report.Report;
import annals.report.Source;
import annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same report. */
class MarkdownWriterTest {
  private static final String[] PIECES = {
    "工作",
    "一、",
    "（一）",
    "1.",
    "1. ",
    "12) ",
    "。",
    "，",
    "“三会一课”",
    "《条例》",
    " ",
    "　",
    "*",
    "**",
    "***",
    "_",
    "__",
    "a_b",
    "`",
    "``",
    "#",
    "## ",
    " #",
    ">",
    "> ",
    "- ",
    "---",
    "+ ",
    "===",
    "~~~",
    "<",
    "<b>",
    "</b>",
    "<!--",
    "<http://a.example>",
    "&",
    "&amp;",
    "&#35;",
    "&copy",
    "[",
    "]",
    "](",
    "[a](b)",
    "![",
    "[^1]",
    "[x]: y",
    "|",
    "\\",
    "\\*",
    "{",
    "}",
    "{role=x}",
    "!",
    "$",
    "~",
    "xx次",
    "100%",
    "3.5",
    "http://a.example/b_c",
    "A",
    "D建",
    "\ufffd",
    "𠮷",
    "0",
    "\u00a0"
  };

  /** The one thing that a heading cannot end in, for there it is read as attributes. */
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{role=x}\\s*$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 不是标题",
        "#不是标题",
        "1. 不是列表",
        "1.理论武装全面加强",
        "- 不是列表",
        "-不是列表",
        "+ 加号",
        "> 引用",
        "---",
        "***",
        "_ _ _",
        "===",
        "~~~",
        "```",
        "    四个空格之前",
        "2*3*4",
        "5 * 6",
        "**不加粗**",
        "a_b_c与_强调_",
        "<x>公司与<div>",
        "&amp;与&nbsp;与A&B",
        "[文字](链接)与![图](片)",
        "[名]: 定义",
        "C:\\数据\\*.txt\\",
        "行尾反斜杠\\",
        "a|b|c",
        "{role=plan}",
        "结尾 ##",
        "#"
      })
  void aParagraphKeepsItsText(String text) {
    String stripped = text.strip();
    assertEquals(stripped, paragraph(roundTrip(paragraphs(stripped)).blocks().getFirst()));
  }

  @Test
  void textIsEscapedOnlyWhereItMustBe() {
    assertEquals("完成5 * 6公里[注1]，A&B，a_b_c。", body("完成5 * 6公里[注1]，A&B，a_b_c。"));
    assertEquals("1.理论武装", body("1.理论武装"));
    assertEquals("1\\. 理论武装", body("1. 理论武装"));
    assertEquals("==", body("=="));
  }

  @Test
  void anyTextReadsBackAsItWas() {
    Random random = new Random(20231231);
    for (int i = 0; i < 4000; i++) {
      List<Block> blocks = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(4); j++) {
        String text = text(random);
        boolean heading = random.nextInt(3) == 0 && !ATTRIBUTES.matcher(text).find();
        blocks.add(
            heading
                ? new Block.Heading(
                    2 + random.nextInt(5), Prose.plain(text), Block.Overrides.NONE, 0)
                : new Block.Paragraph(Prose.plain(text), 0));
      }
      Report report = report(text(random), blocks);
      String markdown = MarkdownWriter.write(report);
      assertEquals(
          plain(report),
          plain(new MarkdownReader().read("r.md", markdown).report()),
          () -> "written as\n" + markdown);
    }
  }

  @Test
  void everyKindOfBlockReadsBack() {
    Prose marked =
        new Prose(
            "加粗与强调、代`码、链接和*星",
            List.of(
                new Mark.Strong(new Span(0, 2)),
                new Mark.Emphasis(new Span(3, 5)),
                new Mark.Code(new Span(6, 9)),
                new Mark.Link(new Span(10, 12), "a b.html"),
                new Mark.Break(new Span(12, 12))));
    List<Block> blocks =
        List.of(
            new Block.Heading(
                2,
                Prose.plain("一、计划"),
                new Block.Overrides(Optional.of("plan"), Optional.of(2024), Optional.of("x1")),
                0),
            new Block.Paragraph(marked, 0),
            list(true, 3, "甲", "乙"),
            list(false, 1, "丙"),
            list(false, 1, "丁"),
            new Block.Quote(List.of(new Block.Paragraph(Prose.plain("引文"), 0)), 0),
            new Block.Table(
                List.of(Prose.plain("项|目"), Prose.plain("数")),
                List.of(Block.Alignment.NONE, Block.Alignment.RIGHT),
                List.of(List.of(Prose.plain("a*b*"), Prose.plain(""))),
                0),
            new Block.CodeBlock("x\n```\ny\n", 0),
            new Block.Rule(0),
            new Block.Html("<p>段</p>", 0));
    Report report = report("标题", blocks);
    assertEquals(
        withoutLines(blocks),
        withoutLines(roundTrip(report).blocks()),
        MarkdownWriter.write(report));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023", "true", "null", "a: b", "# 号", "“引”", "'单'", "\"双\"", "- 项", "{x}", "反\\斜", "x\ty",
        "～", "@a"
      })
  void frontMatterKeepsAnyTitle(String title) {
    assertEquals(title, roundTrip(report(title, List.of())).header().title());
  }

  @Test
  void frontMatterKeepsAllThatIsKnown() {
    Report.Header header =
        new Report.Header(
            "标题",
            Optional.of("xxx办公室"),
            Optional.of(2023),
            Optional.of("duty"),
            Optional.of("2023-12-31"),
            Optional.of(new Source("某 文件: 1.txt", "0".repeat(64))),
            true);
    assertEquals(header, roundTrip(new Report("r", header, List.of())).header());
  }

  private static Block list(boolean ordered, int start, String... items) {
    List<List<Block>> blocks = new ArrayList<>();
    for (String item : items) {
      blocks.add(List.of(new Block.Paragraph(Prose.plain(item), 0)));
    }
    return new Block.Listing(ordered, start, blocks, 0);
  }

  private static String text(Random random) {
    while (true) {
      StringBuilder text = new StringBuilder();
      int pieces = 1 + random.nextInt(7);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String stripped = annals.text.Spaces.strip(text.toString().replaceAll(" {2,}", " "));
      if (!stripped.isEmpty()) {
        return stripped;
      }
    }
  }

  private static Report report(String title, List<Block> blocks) {
    return new Report(
        "r.md",
        new Report.Header(
            title,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        blocks);
  }

  private static Report paragraphs(String text) {
    return report("标题", List.of(new Block.Paragraph(Prose.plain(text), 0)));
  }

  private static String body(String text) {
    String markdown = MarkdownWriter.write(paragraphs(text));
    return markdown.substring(markdown.indexOf("---\n\n") + 5).stripTrailing();
  }

  private static Report roundTrip(Report report) {
    return new MarkdownReader().read("r.md", MarkdownWriter.write(report)).report();
  }

  private static String paragraph(Block block) {
    return block instanceof Block.Paragraph paragraph ? paragraph.prose().text() : block.toString();
  }

  private static String plain(Report report) {
    return report.header().title() + withoutLines(report.blocks());
  }

  private static String withoutLines(List<Block> blocks) {
    return blocks.toString().replaceAll("line=\\d+", "line=0");
  }
}
