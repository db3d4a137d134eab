package annals.bench;

import annals.outline.Numbering;
import annals.report.Block;
import annals.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/**
 * A report as a Word file whose numbers are automatic: heading styles, a list of four levels in the
 * forms of GB/T 9704, and no number in the text.
 */
final class NumberedDocument {
  private static final List<String> FORMS = List.of("%1、", "（%2）", "%3.", "（%4）");

  private final XWPFDocument document = new XWPFDocument();
  private final int[] counts = new int[FORMS.size()];

  private NumberedDocument() {}

  /** Empty if the report's own numbers are not those that a word processor would count. */
  static Optional<byte[]> write(Report report) throws IOException {
    NumberedDocument made = new NumberedDocument();
    return made.blocks(report) ? Optional.of(made.bytes()) : Optional.empty();
  }

  private boolean blocks(Report report) {
    var list = made();
    XWPFParagraph title = document.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    title.createRun().setText(report.header().title());
    for (int i = 0; i < report.blocks().size(); i++) {
      switch (report.blocks().get(i)) {
        case Block.Heading heading -> {
          String text = heading.prose().text();
          var number = Numbering.parse(text);
          int level = number.isEmpty() ? -1 : number.get().form().layer() - 1;
          if (level < 0 || number.get().value() != counts[level] + 1) {
            return false;
          }
          counts[level]++;
          Arrays.fill(counts, level + 1, counts.length, 0);
          XWPFParagraph paragraph = document.createParagraph();
          paragraph.setNumID(list);
          paragraph.setNumILvl(BigInteger.valueOf(level));
          paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
          String own = text.substring(number.get().end());
          boolean runsIn =
              own.endsWith("。")
                  && i + 1 < report.blocks().size()
                  && report.blocks().get(i + 1) instanceof Block.Paragraph;
          paragraph.createRun().setText(own);
          paragraph.getRuns().getFirst().setBold(true);
          if (runsIn) {
            paragraph.getCTP().getPPr().unsetOutlineLvl();
            i++;
            paragraph
                .createRun()
                .setText(((Block.Paragraph) report.blocks().get(i)).prose().text());
          }
        }
        case Block.Paragraph paragraph ->
            document.createParagraph().createRun().setText(paragraph.prose().text());
        case Block.Table table -> {
          return false;
        }
        case Block.Listing listing -> {
          return false;
        }
        case Block.Quote quote -> {
          return false;
        }
        case Block.CodeBlock code -> {
          return false;
        }
        case Block.Rule rule -> {
          return false;
        }
        case Block.Html html -> {
          return false;
        }
      }
    }
    return true;
  }

  private BigInteger made() {
    CTAbstractNum numbers = CTAbstractNum.Factory.newInstance();
    numbers.setAbstractNumId(BigInteger.ZERO);
    for (int level = 0; level < FORMS.size(); level++) {
      CTLvl made = numbers.addNewLvl();
      made.setIlvl(BigInteger.valueOf(level));
      made.addNewStart().setVal(BigInteger.ONE);
      made.addNewNumFmt()
          .setVal(level < 2 ? STNumberFormat.CHINESE_COUNTING : STNumberFormat.DECIMAL);
      made.addNewLvlText().setVal(FORMS.get(level));
    }
    var numbering = document.createNumbering();
    var id =
        numbering.addAbstractNum(new XWPFAbstractNum(numbers));
    return numbering.addNum(id);
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    return out.toByteArray();
  }
}
