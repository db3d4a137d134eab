package annals.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages drawn character by character, as a program that prints draws them. */
class PdfParagraphsTest {
  private static final float SIZE = 10;
  private static final float LEFT = 60;
  private static final float RIGHT = 310;

  private final List<PdfPage.Glyph> glyphs = new ArrayList<>();
  private final List<PdfPage> pages = new ArrayList<>();

  private void line(float x, float y, float size, String text) {
    for (int i = 0; i < text.length(); i++) {
      glyphs.add(
          new PdfPage.Glyph(text.substring(i, i + 1), x + i * size, y, size, size, 0, false));
    }
  }

  /** Lines of a column, from the first on; an indented one begins with ␣. */
  private void column(float x, float y, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      boolean indented = lines[i].startsWith("␣");
      line(x + (indented ? 2 * SIZE : 0), y + i * 18, SIZE, lines[i].replace("␣", ""));
    }
  }

  private void page() {
    pages.add(new PdfPage(600, 840, List.copyOf(glyphs)));
    glyphs.clear();
  }

  private SourceDocument.Structured read() {
    PieceCollector pieces = new PieceCollector();
    new PdfParagraphs(pieces).read(pages);
    return pieces.close("pdf");
  }

  private static List<String> texts(SourceDocument.Structured document) {
    return document.pieces().stream().map(Piece::text).toList();
  }

  private void head(String number) {
    line(LEFT, 40, 8, "二〇二五年一月九日");
    line(RIGHT + 150, 40, 8, "柳湾街道简报");
    line(290, 800, 8, number);
  }

  /** Lines of 22 characters, the first of a paragraph two characters in. */
  private static List<String> wrapped(List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      String rest = "␣␣" + paragraph;
      while (rest.length() > 22) {
        lines.add(rest.substring(0, 22).replace("␣␣", "␣"));
        rest = rest.substring(22);
      }
      lines.add(rest.replace("␣␣", "␣"));
    }
    return lines;
  }

  @Test
  void columnsUnderATitleAreReadOneAfterTheOtherWithoutHeadsOfTheirPages() {
    String title = "柳湾街道二〇二四年工作总结和计划展望";
    List<String> paragraphs = new ArrayList<>();
    for (String unit : List.of("东巷", "西里", "桐花", "槐安", "柳荫", "石桥", "北塘")) {
      paragraphs.add(
          unit + "社区全年完成老旧小区改造六个，惠及居民四千二百户，群众反映良好，加装电梯三十七部，比上年多十二部，拆除违法建设一万九千平方米，建成口袋公园三处。");
    }
    List<String> lines = wrapped(paragraphs);
    head("1");
    line(140, 90, 16, title);
    column(LEFT, 140, lines.subList(0, 13).toArray(String[]::new));
    column(RIGHT, 140, lines.subList(13, 22).toArray(String[]::new));
    page();
    head("2");
    column(LEFT, 90, lines.subList(22, 26).toArray(String[]::new));
    column(RIGHT, 90, lines.subList(26, lines.size()).toArray(String[]::new));
    page();
    SourceDocument.Structured read = read();
    List<String> expected = new ArrayList<>(List.of(title));
    expected.addAll(paragraphs);
    assertEquals(expected, texts(read));
    assertEquals(6, read.findings().size(), read.findings()::toString);
  }

  @Test
  void aLineThatHappensToStandOnEveryPageIsTextWhereItStandsAtOtherHeights() {
    for (int page = 1; page <= 3; page++) {
      line(LEFT, 70 + page * 4, SIZE, "要求如下，请遵照执行。");
      column(LEFT, 110, "␣第" + "一二三".charAt(page - 1) + "项工作完成。");
      line(290, 800, 8, String.valueOf(page));
      page();
    }
    assertEquals(3, texts(read()).stream().filter(text -> text.contains("要求如下")).count());
  }

  @Test
  void aPrintedListOfContentsIsLeftOutAndSaidSo() {
    line(196, 90, 16, "柳湾街道二〇二四年工作总结");
    line(200, 140, SIZE, "目　录");
    line(LEFT, 160, SIZE, "一、主要工作…………………………3");
    line(LEFT, 178, SIZE, "（一）老旧小区改造和口袋公园建设推进");
    line(LEFT, 196, SIZE, "情况……………………3");
    line(LEFT, 214, SIZE, "二、下一步打算.......... 12");
    page();
    column(LEFT, 90, "␣一、主要工作", "␣改造小区六个……还要再建三处。");
    column(LEFT, 140, "␣目录", "␣已经整理完毕。");
    page();
    SourceDocument.Structured read = read();
    assertEquals(
        List.of("柳湾街道二〇二四年工作总结", "一、主要工作", "改造小区六个……还要再建三处。", "目录", "已经整理完毕。"), texts(read));
    assertEquals(5, read.findings().size(), read.findings()::toString);
  }

  private void row(float y, String... cells) {
    for (int cell = 0; cell < cells.length; cell++) {
      line(LEFT + cell * 120, y, SIZE, cells[cell]);
    }
  }

  @Test
  void theHeadOfATableThatGoesOnOverAPageIsReadOnceAndItsRowsAsOftenAsTheyStand() {
    column(LEFT, 600, "␣情况如下表。");
    row(640, "指标", "计划", "实际");
    row(660, "亮灯", "九五", "九六");
    row(680, "清淤", "二十", "二十");
    page();
    row(90, "指标", "计划", "实际");
    row(110, "清淤", "二十", "二十");
    column(LEFT, 150, "␣以上两项均已完成。");
    page();
    SourceDocument.Structured read = read();
    assertEquals(
        List.of("情况如下表。", "指标 计划 实际", "亮灯 九五 九六", "清淤 二十 二十", "清淤 二十 二十", "以上两项均已完成。"),
        texts(read));
    assertEquals(
        List.of("指标 计划 实际"),
        read.findings().stream()
            .filter(finding -> finding.rule().equals("table-head"))
            .map(Finding::text)
            .toList());
  }

  @Test
  void aRowThatIsTheSameOnTheNextPageIsNoHead() {
    row(640, "指标", "计划", "实际");
    row(660, "清淤", "二十", "二十");
    page();
    row(90, "清淤", "二十", "二十");
    row(110, "亮灯", "九五", "九六");
    page();
    assertEquals(4, texts(read()).size());
  }

  @Test
  void aNumberThatCountsOnWithinAParagraphBeginsNoneWhereALineEndsBeforeIt() {
    column(
        LEFT,
        100,
        "（一）提升能力。1.建设卒中防治中心，十月完成验收。",
        "2.扩建病区。3.添置车辆。",
        "（二）做实共同体。由六家单位统一调剂煎药和配送工作。",
        "1.远程会诊。");
    page();
    assertEquals(
        List.of(
            "（一）提升能力。1.建设卒中防治中心，十月完成验收。2.扩建病区。3.添置车辆。", "（二）做实共同体。由六家单位统一调剂煎药和配送工作。", "1.远程会诊。"),
        texts(read()));
  }
}
