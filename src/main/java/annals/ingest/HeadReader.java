package annals.ingest;

import annals.outline.TitleGrammar;
import annals.reader.Piece;
import annals.text.ChineseNumerals;
import annals.text.Simplified;
import annals.text.Years;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title among the first lines of a report, and the day it is dated. */
final class HeadReader {
  private static final int HEAD_LINES = 12;
  private static final Pattern DASHES = Pattern.compile("^[—─－-]+\\s*");
  private static final Pattern SPEAKER =
      Pattern.compile(".*(?:总理|省长|市长|县长|区长|乡长|镇长|主席|主任|局长|书记|院长|校长|代表)\\s?\\p{IsHan}{0,5}");
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9０-９〇零○Ｏ一二三四五六七八九]{4})年([0-9０-９一二三四五六七八九十]{1,2})月([0-9０-９一二三四五六七八九十]{1,3})日");
  private static final Pattern DATE_ALONE = Pattern.compile("[（(]?" + DATE.pattern() + "[）)]?");
  private static final Pattern CONGRESS =
      Pattern.compile("在(?<unit>\\p{IsHan}{2,14}?)第[一二三四五六七八九十百]{1,4}届");
  private static final Pattern ON_BEHALF =
      Pattern.compile("代表(?<unit>国务院|\\p{IsHan}{2,10}?(?:省|市|区|县|州|旗|乡|镇))(?:人民)?(?:政府)?[，,]");
  private static final Pattern REGION = Pattern.compile("(?<unit>(?:香港|澳门)特别行政区)");

  private HeadReader() {}

  /**
   * The head of a report.
   *
   * @param title the title as written; empty if there is none
   * @param unit the unit where it stands elsewhere than the title grammar looks for it
   * @param date the day of delivery or signature
   * @param rest all other paragraphs, in order
   */
  record Head(
      Optional<TracedText> title,
      Optional<String> unit,
      Optional<LocalDate> date,
      List<TracedText> rest) {}

  static Head read(RawText source, List<TracedText> paragraphs, ImportLog.Ledger ledger) {
    int size = 0;
    while (size < Math.min(HEAD_LINES, paragraphs.size())
        && !isFigure(source, paragraphs.get(size))
        && TitleLines.mayStandAtHead(paragraphs.get(size).text())) {
      size++;
    }
    List<TracedText> head = paragraphs.subList(0, size);
    int index = titleIndex(source, head);
    List<TracedText> rest = new ArrayList<>(paragraphs);
    Optional<LocalDate> date = date(paragraphs, head);
    if (index < 0) {
      return new Head(Optional.empty(), unitOfText(paragraphs), date, rest);
    }
    TracedText title = rest.remove(index);
    Optional<String> unit = Optional.empty();
    Matcher dashes = DASHES.matcher(title.text());
    if (dashes.find()) {
      unit = TitleGrammar.parse(title.text().substring(dashes.end())).unit();
      if (index > 0) {
        TracedText slogan = rest.remove(index - 1);
        ledger.joined(Repair.BROKEN_TITLE, slogan, title);
        title = slogan.plus(title);
      }
    } else if (TitleGrammar.parse(title.text()).unit().isEmpty()) {
      unit = unitOfText(paragraphs);
    }
    return new Head(Optional.of(title), unit, date, rest);
  }

  private static boolean isFigure(RawText source, TracedText text) {
    return source
        .pieceAt(text.origin(0))
        .filter(piece -> !(piece instanceof Piece.Paragraph))
        .isPresent();
  }

  /** The first line that reads like a title, else the first that is set like one. */
  private static int titleIndex(RawText source, List<TracedText> head) {
    for (int i = 0; i < head.size(); i++) {
      if (TitleLines.isTitle(head.get(i).text())) {
        return i;
      }
    }
    for (int i = 0; i < head.size(); i++) {
      Optional<Piece> piece = source.pieceAt(head.get(i).origin(0));
      if (piece
          .filter(p -> p instanceof Piece.Paragraph part && part.style().title())
          .isPresent()) {
        return i;
      }
    }
    boolean named =
        !head.isEmpty()
            && !Years.in(head.getFirst().text()).isEmpty()
            && !TitleLines.isDelivery(head.getFirst().text())
            && !DATE_ALONE.matcher(head.getFirst().text()).matches()
            && !SPEAKER.matcher(Simplified.of(head.getFirst().text())).matches();
    return named ? 0 : -1;
  }

  private static Optional<LocalDate> date(List<TracedText> paragraphs, List<TracedText> head) {
    for (TracedText line : head) {
      boolean dated =
          TitleLines.isDelivery(line.text()) || DATE_ALONE.matcher(line.text()).matches();
      if (dated) {
        return dateIn(line.text());
      }
    }
    if (!paragraphs.isEmpty() && DATE_ALONE.matcher(paragraphs.getLast().text()).matches()) {
      return dateIn(paragraphs.getLast().text());
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> dateIn(String line) {
    Matcher matcher = DATE.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              ChineseNumerals.parse(matcher.group(1)).orElseThrow(),
              ChineseNumerals.parse(matcher.group(2)).orElseThrow(),
              ChineseNumerals.parse(matcher.group(3)).orElseThrow()));
    } catch (DateTimeException | NoSuchElementException noSuchDay) {
      return Optional.empty();
    }
  }

  /** 在广东省第十四届人民代表大会…, 我代表上海市人民政府，. */
  private static Optional<String> unitOfText(List<TracedText> paragraphs) {
    for (TracedText paragraph : paragraphs.subList(0, Math.min(HEAD_LINES, paragraphs.size()))) {
      String written = paragraph.text().substring(0, Math.min(120, paragraph.length()));
      String text = Simplified.of(written);
      Matcher congress = CONGRESS.matcher(text);
      if (TitleLines.isDelivery(paragraph.text()) && congress.find()) {
        String unit = written.substring(congress.start("unit"), congress.end("unit"));
        return Optional.of(unit.equals("全国") ? "国务院" : unit);
      }
      Matcher behalf = ON_BEHALF.matcher(text);
      if (behalf.find() && behalf.group("unit").length() > 1) {
        return Optional.of(written.substring(behalf.start("unit"), behalf.end("unit")));
      }
      Matcher region = REGION.matcher(text);
      if (region.find()) {
        return Optional.of(written.substring(region.start("unit"), region.end("unit")));
      }
    }
    return Optional.empty();
  }
}
