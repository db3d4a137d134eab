package annals.reader;

import annals.text.Spaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.model.CHPX;
import org.apache.poi.hwpf.model.FontTable;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterProperties;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** Reads the .doc of Word 97 to 2003, which .wps is too. For one document. */
final class OldWordReader {
  private static final char CELL_END = '\u0007';
  private static final char FIELD_BEGINS = '\u0013';
  private static final char FIELD_RESULT = '\u0014';
  private static final char FIELD_ENDS = '\u0015';
  private static final int LONGEST_CHAIN = 20;
  private static final int NO_STYLE = 0x0fff;
  private static final char NOTE = '\u0002';

  private final HWPFDocument document;
  private final FontTable fonts;
  private final TreeMap<Integer, CHPX> formattings = new TreeMap<>();
  private final Map<String, NumberedList> lists = new HashMap<>();
  private final PieceCollector pieces = new PieceCollector();
  private boolean stated;
  private boolean inFieldCode;
  private int notes;
  private int insertions;

  private OldWordReader(HWPFDocument document) {
    this.document = document;
    this.fonts = document.getFontTable();
    for (CHPX formatting : document.getCharacterTable().getTextRuns()) {
      formattings.put(formatting.getStart(), formatting);
    }
  }

  static SourceDocument.Structured read(byte[] bytes) throws IOException, UnreadableException {
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
      return new OldWordReader(document).read();
    } catch (OldWordFileFormatException e) {
      throw new UnreadableException(
          "document-too-old",
          "written by Word 6 or 95",
          "open it in Word or WPS and save it as .docx");
    } catch (EncryptedDocumentException e) {
      throw FileFormat.locked();
    }
  }

  private SourceDocument.Structured read() {
    Range range = document.getRange();
    int count = range.numParagraphs();
    List<Paragraph> paragraphs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Paragraph paragraph = range.getParagraph(i);
      paragraphs.add(paragraph);
      stated |= level(paragraph) > 0 && !Spaces.isBlank(paragraph.text());
    }
    int i = 0;
    while (i < count && !pieces.isFull()) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        table(table);
        i += Math.max(1, table.numParagraphs());
      } else {
        paragraph(paragraph);
        i++;
      }
    }
    notes();
    pieces.dropped("header", "页眉和页脚", printable(document.getHeaderStoryRange()));
    pieces.dropped("text-box", "文本框", printable(document.getMainTextboxRange()));
    pieces.dropped("comments", "批注", printable(document.getCommentsRange()));
    if (insertions > 0) {
      pieces.found(
          Finding.What.DOUBTED, "tracked-changes", "有未接受的修订，按全部接受读取，共插入" + insertions + "处", "修订");
    }
    return pieces.close("doc");
  }

  /** 1 to 9 by outline level or style name; 0 for running text. */
  private int level(Paragraph paragraph) {
    int level = paragraph.getLvl();
    if (level >= 0 && level < 9) {
      return level + 1;
    }
    int style = paragraph.getStyleIndex();
    for (int i = 0; i < LONGEST_CHAIN && style >= 0; i++) {
      StyleDescription description = document.getStyleSheet().getStyleDescription(style);
      if (description == null) {
        return 0;
      }
      int named = description.getName() == null ? 0 : StyleNames.level(description.getName());
      if (named > 0) {
        return named;
      }
      style = description.getBaseStyle() == NO_STYLE ? -1 : description.getBaseStyle();
    }
    return 0;
  }

  private String styleName(Paragraph paragraph) {
    var style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    return style == null || style.getName() == null ? "" : style.getName();
  }

  private void paragraph(Paragraph paragraph) {
    String name = styleName(paragraph);
    if (StyleNames.isContents(name)) {
      pieces.dropped("table-of-contents", "自动目录", printable(paragraph));
      return;
    }
    TypedText body = new TypedText();
    List<Picture> pictures = new ArrayList<>();
    runs(paragraph, body, pictures);
    String number = Spaces.isBlank(body.text()) ? "" : number(paragraph);
    if (!number.isEmpty()) {
      pieces.found(Finding.What.MADE, "automatic-number", "自动编号写成文字", number);
    }
    int level = level(paragraph);
    boolean centred = paragraph.getJustification() == 1;
    Style look = body.style(centred);
    boolean title = look.title() || StyleNames.isTitle(name);
    int length = number.length() + body.length();
    Style style =
        stated
            ? new Style(level, title, level > 0 ? length : 0, level > 0)
            : new Style(
                look.level(), title, look.lead() > 0 ? number.length() + look.lead() : 0, false);
    pieces.paragraph(number + body.text(), style);
    pictures.forEach(this::picture);
  }

  private void picture(Picture picture) {
    String description = picture.getDescription();
    pieces.picture(
        picture.getContent(),
        picture.suggestFileExtension(),
        description == null ? "" : description);
  }

  private void runs(Paragraph paragraph, TypedText text, List<Picture> pictures) {
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (document.getPicturesTable().hasPicture(run)) {
        Picture picture = document.getPicturesTable().extractPicture(run, true);
        if (picture != null) {
          pictures.add(picture);
        }
        continue;
      }
      if (run.isMarkedDeleted()) {
        pieces.dropped("tracked-deletions", "修订中已删除的文字", printable(run));
        continue;
      }
      if (run.isVanished()) {
        pieces.dropped("hidden-text", "隐藏文字", printable(run));
        continue;
      }
      insertions += run.isMarkedInserted() ? 1 : 0;
      String font = font(run);
      text.append(
          characters(run.text()), TypeLevels.level(font, run.isBold()), TypeLevels.isTitle(font));
    }
  }

  /** The font of Chinese characters, which the run itself does not tell. */
  private String font(CharacterRun run) {
    Map.Entry<Integer, CHPX> formatting = formattings.floorEntry(run.getStartOffset());
    if (fonts == null || formatting == null) {
      return "";
    }
    CharacterProperties properties =
        formatting.getValue().getCharacterProperties(document.getStyleSheet(), run.getStyleIndex());
    String font = fonts.getMainFont(properties.getFtcFE());
    return font == null ? "" : font;
  }

  /** The characters a reader sees; a field shows its result. */
  private String characters(String raw) {
    StringBuilder text = new StringBuilder();
    for (char c : raw.toCharArray()) {
      switch (c) {
        case FIELD_BEGINS -> inFieldCode = true;
        case FIELD_RESULT, FIELD_ENDS -> inFieldCode = false;
        default -> {
          if (!inFieldCode) {
            text.append(character(c));
          }
        }
      }
    }
    return text.toString();
  }

  private String character(char c) {
    return switch (c) {
      case NOTE -> {
        notes++;
        pieces.found(Finding.What.MADE, "note-mark", "脚注标记写成文字，注文移到文末", "［" + notes + "］");
        yield "［" + notes + "］";
      }
      case '\r', CELL_END, '\u001f' -> "";
      case '\u000b', '\f', '\u000e' -> "\n";
      case '\t' -> " ";
      case '\u001e' -> "-";
      default -> c < ' ' ? "" : String.valueOf(c);
    };
  }

  private static String printable(Range range) {
    return range == null
        ? ""
        : range
            .text()
            .replaceAll("\u0013[^\u0014\u0015]*[\u0014\u0015]?|[\\p{Cntrl}]+", " ")
            .strip();
  }

  private String number(Paragraph paragraph) {
    if (!paragraph.isInList() || paragraph.getIlvl() > 8) {
      return "";
    }
    HWPFList list = paragraph.getList();
    if (list.getListData() == null) {
      return "";
    }
    String key = list.getLsid() + "";
    NumberedList counted = lists.computeIfAbsent(key, k -> new NumberedList(levels(list)));
    String restart = paragraph.getIlfo() + " " + paragraph.getIlvl();
    char level = (char) paragraph.getIlvl();
    if (list.isStartAtOverridden(level) && !lists.containsKey(restart)) {
      counted.restart(level, list.getStartAt(level));
      lists.put(restart, counted);
    }
    return counted.next(level);
  }

  private static List<NumberedList.Level> levels(HWPFList list) {
    List<NumberedList.Level> levels = new ArrayList<>();
    int count = list.getListData().numLevels();
    for (char level = 0; level < count; level++) {
      StringBuilder text = new StringBuilder();
      String raw = list.getNumberText(level);
      for (char c : (raw == null ? "" : raw).toCharArray()) {
        text.append(c < 9 ? "%" + (c + 1) : String.valueOf(c));
      }
      levels.add(
          new NumberedList.Level(
              NumberFormat.of(list.getNumberFormat(level)),
              text.toString(),
              list.getStartAt(level),
              false));
    }
    return levels;
  }

  private void table(Table table) {
    List<List<String>> rows = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    boolean merged = false;
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      List<String> cells = new ArrayList<>();
      for (int j = 0; j < row.numCells(); j++) {
        TableCell cell = row.getCell(j);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < cell.numParagraphs(); k++) {
          Paragraph paragraph = cell.getParagraph(k);
          TypedText part = new TypedText();
          runs(paragraph, part, pictures);
          boolean blank = Spaces.isBlank(part.text());
          text.append(text.isEmpty() || blank ? "" : " ").append(blank ? "" : number(paragraph));
          text.append(part.text());
        }
        cells.add(text.toString());
        merged |= cell.isMerged() || cell.isVerticallyMerged();
      }
      rows.add(cells);
    }
    if (merged) {
      pieces.found(Finding.What.DOUBTED, "merged-cells", "表格有合并单元格，被合并处留空", "表格");
    }
    pieces.table(rows);
    pictures.forEach(this::picture);
  }

  private void notes() {
    if (notes == 0) {
      return;
    }
    String all = document.getFootnoteRange().text() + document.getEndnoteRange().text();
    String[] texts = all.split(String.valueOf(NOTE));
    for (int i = 1; i < texts.length; i++) {
      String text = texts[i].replaceAll("\\p{Cntrl}+", " ").strip();
      pieces.paragraph("［" + i + "］" + text, Style.BODY);
    }
  }
}
