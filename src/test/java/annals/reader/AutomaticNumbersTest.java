package annals.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Numbers that Word counts, and the text they become. */
class AutomaticNumbersTest {
  @Test
  void theLevelsOfAnOfficialDocumentAreCountedAndRestart() throws IOException {
    XWPFDocument document = new XWPFDocument();
    BigInteger list =
        list(
            document,
            level(STNumberFormat.CHINESE_COUNTING_THOUSAND, "%1、"),
            level(STNumberFormat.CHINESE_COUNTING, "（%2）"),
            level(STNumberFormat.DECIMAL, "%3."),
            level(STNumberFormat.DECIMAL_ENCLOSED_CIRCLE, "%4"));
    item(document, list, 0, "工作总结");
    item(document, list, 1, "供水");
    item(document, list, 1, "管网");
    item(document, list, 2, "改造");
    item(document, list, 3, "老城");
    item(document, list, 0, "工作计划");
    item(document, list, 1, "建泵站");
    document.createParagraph().createRun().setText("没有编号");
    assertEquals(
        List.of("一、工作总结", "（一）供水", "（二）管网", "1.改造", "① 老城", "二、工作计划", "（一）建泵站", "没有编号"),
        texts(document));
  }

  @Test
  void numbersGoOnPastTen() throws IOException {
    XWPFDocument document = new XWPFDocument();
    BigInteger list = list(document, level(STNumberFormat.CHINESE_COUNTING, "第%1条"));
    for (int i = 0; i < 21; i++) {
      item(document, list, 0, "x");
    }
    List<String> texts = texts(document);
    assertEquals("第十条 x", texts.get(9));
    assertEquals("第十一条 x", texts.get(10));
    assertEquals("第二十一条 x", texts.get(20));
  }

  @Test
  void digitsMayBeSpelled() {
    assertEquals("一〇", NumberFormat.of("ideographDigital").write(10));
    assertEquals("一百零三", NumberFormat.of("chineseCountingThousand").write(103));
    assertEquals("⑳", NumberFormat.of("decimalEnclosedCircle").write(20));
    assertEquals("21", NumberFormat.of("decimalEnclosedCircle").write(21));
  }

  private record Level(STNumberFormat.Enum format, String text) {}

  private static Level level(STNumberFormat.Enum format, String text) {
    return new Level(format, text);
  }

  private static BigInteger list(XWPFDocument document, Level... levels) {
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.valueOf(7));
    for (int i = 0; i < levels.length; i++) {
      CTLvl level = list.addNewLvl();
      level.setIlvl(BigInteger.valueOf(i));
      level.addNewStart().setVal(BigInteger.ONE);
      level.addNewNumFmt().setVal(levels[i].format());
      level.addNewLvlText().setVal(levels[i].text());
    }
    BigInteger id = document.createNumbering().addAbstractNum(new XWPFAbstractNum(list));
    return document.getNumbering().addNum(id);
  }

  private static void item(XWPFDocument document, BigInteger list, int level, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
  }

  private static List<String> texts(XWPFDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    document.close();
    SourceDocument.Structured read =
        (SourceDocument.Structured) DocumentReader.read("a.docx", out.toByteArray());
    return read.pieces().stream().map(Piece::text).toList();
  }
}
