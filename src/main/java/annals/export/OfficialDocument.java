package annals.export;

import annals.report.Block;
import annals.report.Mark;
import annals.report.Prose;
import annals.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * A report as a Word file in the form of GB/T 9704-2012: A4 with margins of 37, 35, 28 and 26 mm,
 * 22 lines of 28 characters, the types of the standard by name, run-in headings in one paragraph
 * with their text, page numbers between dashes, right on odd pages and left on even ones. For one
 * document.
 */
public final class OfficialDocument {
  private static final String TITLE = "方正小标宋简体";
  private static final String HEITI = "黑体";
  private static final String KAITI = "楷体_GB2312";
  private static final String FANGSONG = "仿宋_GB2312";
  private static final String SONGTI = "宋体";
  private static final String LATIN = "Times New Roman";

  /** Sizes in points: 二号, 三号, 四号. */
  private static final int SECOND = 22;

  private static final int THIRD = 16;
  private static final int FOURTH = 14;

  /** A line of a title, 156 mm in characters of 22 points, in half characters. */
  private static final int TITLE_WIDTH = 40;

  private static final Pattern TITLE_JOINT = Pattern.compile("(?<=.)(?=[和及与暨、]\\d{4}年)");

  /** 225 mm in 22 lines, in points. */
  private static final double LINE = 29;

  /**
   * 156 mm in 28 characters of 16 points, in percent of their width. A grid of characters or less
   * space between them would say the same, but LibreOffice gives a character that is wider than its
   * cell two of them, and with less space loses more of the marks that hang over the margin. (It
   * loses some at any rate, where few characters stand between a number and the mark.)
   */
  private static final int CHARACTER_SCALE = 98;

  /** The text's width of 156 mm, and what 20 of its lines take, in points. */
  private static final double WIDEST = 156 / 25.4 * 72;

  private static final double HIGHEST = 20 * LINE;

  private final XWPFDocument document = new XWPFDocument();
  private final Function<String, Optional<Picture>> pictures;

  private OfficialDocument(Function<String, Optional<Picture>> pictures) {
    this.pictures = pictures;
  }

  /**
   * The bytes of a .docx file.
   *
   * @param pictures gives the picture that the report names so; one that it cannot give is its
   *     alternative text, between brackets
   */
  public static byte[] write(Report report, Function<String, Optional<Picture>> pictures)
      throws IOException {
    OfficialDocument writer = new OfficialDocument(pictures);
    writer.page();
    writer.title(report.header().title());
    writer.blocks(report.blocks());
    writer.pageNumbers();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        XWPFDocument document = writer.document) {
      document.write(out);
      return out.toByteArray();
    }
  }

  private static BigInteger twips(double millimetres) {
    return BigInteger.valueOf(Math.round(millimetres / 25.4 * 1440));
  }

  /** The page, and the type of all text that states none. */
  private void page() {
    CTStyles styles = CTStyles.Factory.newInstance();
    CTRPr usual = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
    CTFonts fonts = usual.addNewRFonts();
    fonts.setAscii(LATIN);
    fonts.setHAnsi(LATIN);
    fonts.setEastAsia(FANGSONG);
    usual.addNewSz().setVal(BigInteger.valueOf(THIRD * 2));
    usual.addNewSzCs().setVal(BigInteger.valueOf(THIRD * 2));
    CTStyle normal = styles.addNewStyle();
    normal.setType(STStyleType.PARAGRAPH);
    normal.setDefault(true);
    normal.setStyleId("a");
    normal.addNewName().setVal("Normal");
    normal.addNewRPr().addNewSz().setVal(BigInteger.valueOf(THIRD * 2));
    document.createStyles().setStyles(styles);
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(twips(210));
    size.setH(twips(297));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(twips(37));
    margins.setBottom(twips(35));
    margins.setLeft(twips(28));
    margins.setRight(twips(26));
    margins.setHeader(twips(15));
    margins.setFooter(twips(23));
    margins.setGutter(BigInteger.ZERO);
    CTDocGrid grid = section.addNewDocGrid();
    grid.setType(STDocGrid.LINES);
    grid.setLinePitch(BigInteger.valueOf(Math.round(LINE * 20)));
  }

  private void title(String title) {
    if (title.isEmpty()) {
      return;
    }
    XWPFParagraph paragraph = paragraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setKeepNext(true);
    offGrid(paragraph);
    List<String> lines = titleLines(title);
    for (String line : lines) {
      if (!line.equals(lines.getFirst())) {
        paragraph.createRun().addBreak();
      }
      run(paragraph, line, TITLE, SECOND, false);
    }
    paragraph();
  }

  /** A title too long for one line breaks where it is read, before its second year. */
  private static List<String> titleLines(String title) {
    Matcher joint = TITLE_JOINT.matcher(title);
    int whole = width(title);
    if (whole <= TITLE_WIDTH || !joint.find()) {
      return List.of(title);
    }
    String first = title.substring(0, joint.start());
    int width = width(first);
    return width <= TITLE_WIDTH && whole - width <= TITLE_WIDTH
        ? List.of(first, title.substring(joint.start()))
        : List.of(title);
  }

  /** In half characters. */
  private static int width(String title) {
    return title.chars().map(c -> c < 0x2e80 ? 1 : 2).sum();
  }

  private void blocks(List<Block> blocks) throws IOException {
    int i = 0;
    while (i < blocks.size()) {
      Block block = blocks.get(i);
      if (block instanceof Block.Heading heading
          && heading.prose().text().endsWith("。")
          && i + 1 < blocks.size()
          && blocks.get(i + 1) instanceof Block.Paragraph body) {
        XWPFParagraph paragraph = indented();
        heading(paragraph, heading);
        prose(paragraph, body.prose());
        i++;
      } else {
        block(block);
      }
      i++;
    }
  }

  private void block(Block block) throws IOException {
    switch (block) {
      case Block.Heading heading -> {
        XWPFParagraph paragraph = indented();
        paragraph.setKeepNext(true);
        properties(paragraph)
            .addNewOutlineLvl()
            .setVal(BigInteger.valueOf(Math.max(0, heading.level() - 2)));
        heading(paragraph, heading);
      }
      case Block.Paragraph paragraph -> prose(indented(), paragraph.prose());
      case Block.Listing listing -> listing(listing);
      case Block.Quote quote -> blocks(quote.blocks());
      case Block.Table table -> table(table);
      case Block.CodeBlock code -> {
        for (String line : code.literal().lines().toList()) {
          prose(indented(), Prose.plain(line));
        }
      }
      case Block.Rule rule -> paragraph();
      case Block.Html html ->
          prose(indented(), Prose.plain(html.html().replaceAll("<[^>]*>", "").strip()));
    }
  }

  private void heading(XWPFParagraph paragraph, Block.Heading heading) {
    String font =
        switch (heading.level()) {
          case 1, 2 -> HEITI;
          case 3 -> KAITI;
          default -> FANGSONG;
        };
    run(paragraph, heading.prose().text(), font, THIRD, heading.level() == 4);
  }

  private void listing(Block.Listing listing) throws IOException {
    int number = listing.start();
    for (List<Block> item : listing.items()) {
      List<Block> rest = new ArrayList<>(item);
      String mark = listing.ordered() ? number + "." : "";
      if (!rest.isEmpty() && rest.getFirst() instanceof Block.Paragraph first) {
        XWPFParagraph paragraph = indented();
        run(paragraph, mark, FANGSONG, THIRD, false);
        prose(paragraph, first.prose());
        rest.removeFirst();
      }
      blocks(rest);
      number++;
    }
  }

  private void table(Block.Table table) {
    List<List<Prose>> rows = new ArrayList<>();
    rows.add(table.head());
    rows.addAll(table.rows());
    XWPFTable made = document.createTable(rows.size(), table.head().size());
    made.setWidth("100%");
    made.getRow(0).setRepeatHeader(true);
    for (int row = 0; row < rows.size(); row++) {
      made.getRow(row).setCantSplitRow(true);
      for (int column = 0; column < rows.get(row).size(); column++) {
        XWPFParagraph cell = made.getRow(row).getCell(column).getParagraphs().getFirst();
        cell.setAlignment(
            switch (table.alignments().get(column)) {
              case NONE, LEFT -> ParagraphAlignment.LEFT;
              case CENTER -> ParagraphAlignment.CENTER;
              case RIGHT -> ParagraphAlignment.RIGHT;
            });
        String font = row == 0 ? HEITI : FANGSONG;
        run(cell, rows.get(row).get(column).text(), font, FOURTH, false);
      }
    }
  }

  /** Running text; bold stays, a link is its text. */
  private void prose(XWPFParagraph paragraph, Prose prose) throws IOException {
    String text = prose.text();
    int from = 0;
    for (Mark mark : prose.marks()) {
      if (mark.span().start() < from) {
        continue;
      }
      switch (mark) {
        case Mark.Strong strong -> {
          run(paragraph, text.substring(from, mark.span().start()), FANGSONG, THIRD, false);
          run(paragraph, mark.span().of(text), FANGSONG, THIRD, true);
          from = mark.span().end();
        }
        case Mark.Image image -> {
          run(paragraph, text.substring(from, mark.span().start()), FANGSONG, THIRD, false);
          picture(paragraph, image.target(), mark.span().of(text), isOnly(image, prose));
          from = mark.span().end();
        }
        case Mark.Break lineBreak -> {
          run(paragraph, text.substring(from, mark.span().start()), FANGSONG, THIRD, false);
          paragraph.createRun().addBreak();
          from = mark.span().start();
        }
        case Mark.Emphasis emphasis -> {}
        case Mark.Code code -> {}
        case Mark.Link link -> {}
      }
    }
    run(paragraph, text.substring(from), FANGSONG, THIRD, false);
  }

  private static boolean isOnly(Mark.Image image, Prose prose) {
    String text = prose.text();
    return text.substring(0, image.span().start()).isBlank()
        && text.substring(image.span().end()).isBlank();
  }

  /** A picture needs lines that grow with it; one by itself stands in the middle. */
  private void picture(XWPFParagraph paragraph, String target, String text, boolean alone)
      throws IOException {
    Optional<Picture> picture = pictures.apply(target);
    if (picture.isEmpty()) {
      run(paragraph, "［图：" + text + "］", FANGSONG, THIRD, false);
      return;
    }
    paragraph.setSpacingBetween(LINE, LineSpacingRule.AT_LEAST);
    paragraph.setAlignment(alone ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
    if (alone) {
      properties(paragraph).unsetInd();
    }
    picture.get().addTo(paragraph.createRun(), text, WIDEST, HIGHEST);
  }

  private XWPFParagraph paragraph() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
    return paragraph;
  }

  /** Type larger than a line of the grid would be given two of them. */
  private static void offGrid(XWPFParagraph paragraph) {
    properties(paragraph).addNewSnapToGrid().setVal(false);
  }

  /** A paragraph whose first line begins two characters in. */
  private XWPFParagraph indented() {
    XWPFParagraph paragraph = paragraph();
    CTInd indent = properties(paragraph).addNewInd();
    indent.setFirstLineChars(BigInteger.valueOf(200));
    indent.setFirstLine(BigInteger.valueOf(THIRD * 2 * 20L));
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    return paragraph;
  }

  private static CTPPr properties(XWPFParagraph paragraph) {
    CTPPr properties = paragraph.getCTP().getPPr();
    return properties == null ? paragraph.getCTP().addNewPPr() : properties;
  }

  private static void run(
      XWPFParagraph paragraph, String text, String font, int size, boolean bold) {
    if (!text.isEmpty()) {
      XWPFRun run = paragraph.createRun();
      run.setText(text);
      type(run, font, size);
      run.setBold(bold);
      if (size == THIRD) {
        run.setTextScale(CHARACTER_SCALE);
      }
    }
  }

  private static void type(XWPFRun run, String font, int size) {
    run.setFontFamily(LATIN, XWPFRun.FontCharRange.ascii);
    run.setFontFamily(LATIN, XWPFRun.FontCharRange.hAnsi);
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
  }

  private void pageNumbers() {
    document.setEvenAndOddHeadings(true);
    pageNumber(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    pageNumber(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
  }

  private void pageNumber(HeaderFooterType pages, ParagraphAlignment side) {
    XWPFParagraph paragraph = document.createFooter(pages).createParagraph();
    paragraph.setAlignment(side);
    if (side == ParagraphAlignment.RIGHT) {
      paragraph.setIndentationRight(FOURTH * 20);
    } else {
      paragraph.setIndentationLeft(FOURTH * 20);
    }
    run(paragraph, "— ", SONGTI, FOURTH, false);
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    XWPFRun number =
        new XWPFRun(field.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) paragraph);
    number.setText("1");
    type(number, SONGTI, FOURTH);
    run(paragraph, " —", SONGTI, FOURTH, false);
  }
}
